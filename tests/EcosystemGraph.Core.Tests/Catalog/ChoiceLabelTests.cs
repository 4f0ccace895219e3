using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Catalog;

/// <summary>What people read for values of enums.</summary>
public sealed class ChoiceLabelTests
{
    // Asked by programs only, or names that are the same in every language.
    private static readonly Type[] WithoutWords =
    [
        typeof(LinkDirection),
        typeof(ActorsFacet),
        typeof(GroupingsFacet),
        typeof(MembershipsFacet),
        typeof(PartnershipsFacet),
    ];

    private static IEnumerable<Type> Choices =>
        typeof(Status)
            .Assembly.GetTypes()
            .Where(type => type is { IsEnum: true, IsPublic: true } && type.Namespace == typeof(Status).Namespace)
            .Append(typeof(LinkChange))
            .Except(WithoutWords);

    [TestCaseSource(nameof(Choices))]
    public void Every_value_that_an_answer_can_hold_has_words_of_its_own_in_every_language(Type choices)
    {
        foreach (var language in Language.All)
            Assert.That(
                Enum.GetValues(choices).Cast<Enum>().Select(value => ChoiceLabels.Of(value, language)),
                Is.Unique.And.All.Not.Null
            );
    }

    [Test]
    public void Kinds_of_territories_have_words_by_their_field()
    {
        var kind = Records.Territory.Fields.Single(field => field.Name == "kind");

        Assert.That(ChoiceLabels.TerritoryKinds, Has.Length.EqualTo(7));
        Assert.That(
            ChoiceLabels.TerritoryKinds.Select(known => ChoiceLabels.Of(kind, known, Language.FR)),
            Is.Unique.And.All.Not.Null
        );
        Assert.That(ChoiceLabels.Of(kind, "department", Language.FR), Is.EqualTo("département"));
        Assert.That(ChoiceLabels.Of(kind, "moon", Language.FR), Is.Null);
    }
}
