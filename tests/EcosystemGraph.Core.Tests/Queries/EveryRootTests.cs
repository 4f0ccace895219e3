using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Tests.Queries;

/// <summary>
/// What is done with a root is done by a visitor, which has a member for each kind: the compiler refuses one that forgets a kind.
/// Here is seen to it that no kind of root is without such a member.
/// </summary>
public sealed class EveryRootTests
{
    [Test]
    public void A_root_that_is_forgotten_does_not_compile() =>
        Assert.That(
            Visited(typeof(IRootVisitor<,>)).Where(type => !type.IsAbstract),
            Is.EquivalentTo(Concrete(typeof(Root)).Except(Concrete(typeof(ComputedRoot))))
        );

    [Test]
    public void A_computed_question_without_an_answer_does_not_compile() =>
        Assert.That(Visited(typeof(IQuestionVisitor<>)), Is.EquivalentTo(Concrete(typeof(ComputedRoot))));

    private static IEnumerable<Type> Visited(Type visitor) =>
        visitor.GetMethods().Select(visit => visit.GetParameters()[0].ParameterType);

    private static IEnumerable<Type> Concrete(Type root) =>
        typeof(Root).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(root));
}
