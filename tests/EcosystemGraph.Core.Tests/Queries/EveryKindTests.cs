using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Tests.Queries;

/// <summary>
/// What is done with a node of a plan is done by a visitor, which has a member for each kind: the compiler refuses one that forgets a
/// kind. Here is seen to it that no kind is without such a member, and that none is passed off as another.
/// </summary>
public sealed class EveryKindTests
{
    [TestCase(typeof(IRootVisitor<,>), typeof(Root))]
    [TestCase(typeof(IFilterVisitor<,>), typeof(Filter))]
    [TestCase(typeof(IRowVisitor<,>), typeof(SelectedOfRow))]
    [TestCase(typeof(ISelectedVisitor<,>), typeof(Selected))]
    [TestCase(typeof(IPageVisitor<,>), typeof(PagePart))]
    [TestCase(typeof(IColumnVisitor<,>), typeof(Column))]
    [TestCase(typeof(IFieldVisitor<,>), typeof(Field))]
    public void A_kind_that_is_forgotten_does_not_compile(Type visitor, Type node)
    {
        var visited = visitor
            .GetInterfaces()
            .Prepend(visitor)
            .SelectMany(one => one.GetMethods())
            .Select(visit => visit.GetParameters()[0].ParameterType)
            .ToArray();
        var kinds = node
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(node))
            // A computed question answers for itself: the compiler asks it for all that others of its kind say otherwise.
            .Select(type => type.IsAssignableTo(typeof(ComputedRoot)) ? typeof(ComputedRoot) : type)
            .Distinct();

        Assert.That(visited, Is.EquivalentTo(kinds));
    }
}
