using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Findings;

/// <summary>
/// Two links of one type, in one role and at one occasion, join the same two bodies from different dates on, and the first is not surely over when the
/// second starts: one of the two dates is wrong, or a date of an end is missing between them.
/// </summary>
internal sealed class ContradictoryDatesRule : IFindingRule
{
    public string Name => "contradictory-dates";

    public IEnumerable<Finding> Find(ResolvedGraph graph, DatasetIndex rows)
    {
        var memberships = graph.Memberships.Select(
            (row, i) =>
                (
                    Key: (row.Actor, row.Grouping, row.Role, "", ""),
                    row.Id,
                    row.From,
                    Period: graph.Citations.MembershipPeriods[i]
                )
        );
        var partnerships = graph.Partnerships.Select(
            (row, i) =>
                (
                    Key: (row.Source, row.Target, row.Type, row.Role ?? "", row.Occasion ?? ""),
                    row.Id,
                    row.From,
                    Period: graph.Citations.PartnershipPeriods[i]
                )
        );
        var subjects = new Subjects(graph);
        foreach (var links in memberships.GroupBy(link => link.Key).Concat(partnerships.GroupBy(link => link.Key)))
        {
            // By start: only neighbours are compared.
            var dated = links.Where(link => link.From is not null).OrderBy(link => link.From!.Value).ToArray();
            for (var later = 1; later < dated.Length; later++)
            {
                var (one, other) = (dated[later - 1], dated[later]);
                if (
                    one.From!.Value.Span.Last >= other.From!.Value.Span.First
                    || one.Period.LatestEnd < other.Period.EarliestStart
                )
                    continue;
                yield return new Finding(
                    Name,
                    FindingSeverity.WARNING,
                    other.Id,
                    FindingTexts.Say(
                        (texts, language) =>
                            texts.ContradictoryDates.With(
                                ("subject", subjects.Name(other.Id, language)),
                                ("one", At(one.From!.Value, language)),
                                ("other", At(other.From!.Value, language))
                            )
                    )
                );
            }
        }
    }

    private static string At(PartialDate date, Language language) => DateWords.At(date.Span, language);
}
