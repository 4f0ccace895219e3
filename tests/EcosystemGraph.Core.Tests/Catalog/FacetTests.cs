using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Tests.Catalog;

/// <summary>What lists can be counted by.</summary>
public sealed class FacetTests
{
    private static IEnumerable<RecordType> Counted => Records.WithRows.Where(type => !type.Facets.IsEmpty);

    [Test]
    public void Every_choice_of_a_list_counts_by_a_field_of_its_records()
    {
        Assert.That(
            Counted,
            Is.EqualTo(new[] { Records.Actor, Records.Grouping, Records.Membership, Records.Partnership })
        );
        foreach (var type in Counted)
        {
            var choices = type.Facets[0].Choice.GetType();
            Assert.That(type.Facets.Select(facet => facet.Choice), Is.EqualTo(Enum.GetValues(choices)));
            foreach (var facet in type.Facets)
                Assert.That(
                    type.FieldOf(facet.Field),
                    Is.InstanceOf<ToOne>()
                        .Or.InstanceOf<ToList>()
                        .Or.InstanceOf<ChoiceColumn>()
                        .Or.InstanceOf<FlagColumn>()
                );
        }
    }

    [Test]
    public void Every_value_that_no_vocabulary_labels_has_words_in_both_languages()
    {
        foreach (var field in Counted.SelectMany(type => type.Facets.Select(facet => type.FieldOf(facet.Field)!)))
        {
            string[] values = field switch
            {
                ChoiceColumn choice => [.. choice.Values],
                FlagColumn => ["true", "false"],
                _ => [],
            };
            foreach (var language in Language.All)
            {
                var labels = values.Select(value => ChoiceLabels.Of(field, value, language)).ToArray();
                Assert.That(labels, Is.Unique.And.All.Not.Null, $"{field} {language}");
            }
        }
    }
}
