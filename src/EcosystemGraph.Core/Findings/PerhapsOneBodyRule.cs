using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Findings;

/// <summary>Two bodies may be one: a form of the one is, UNCERTAIN, a name of the other.</summary>
internal sealed class PerhapsOneBodyRule : IFindingRule
{
    public string Name => "perhaps-one-body";

    public IEnumerable<Finding> Find(ResolvedGraph graph, DatasetIndex rows)
    {
        var subjects = new Subjects(graph);
        var owners = rows
            .Data.Names.Where(row => row.Confidence != Confidence.UNCERTAIN)
            .Select(row => (row.Text, Id: row.Entity))
            .Concat(rows.Data.Actors.Select(row => (Text: row.Name, row.Id)))
            .Concat(rows.Data.Groupings.Select(row => (Text: row.Name, row.Id)))
            .ToLookup(form => FoldedText.Of(form.Text), form => form.Id, StringComparer.Ordinal);
        return rows
            .Data.Names.Where(row => row.Confidence == Confidence.UNCERTAIN)
            .SelectMany(row =>
                owners[FoldedText.Of(row.Text)]
                    .Where(other => other != row.Entity)
                    .Select(other => Pair(row.Entity, other))
            )
            .Distinct()
            .Select(pair => new Finding(
                Name,
                FindingSeverity.INFO,
                pair.First,
                FindingTexts.Say(
                    (texts, language) =>
                        texts.PerhapsOneBody.With(
                            ("one", subjects.Name(pair.First, language)),
                            ("other", subjects.Name(pair.Second, language))
                        )
                )
            ));
    }

    private static (string First, string Second) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
