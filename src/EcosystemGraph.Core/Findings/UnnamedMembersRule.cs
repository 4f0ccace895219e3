using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Findings;

/// <summary>
/// A source declares more members of a grouping than it names. That its list of them is open, or complete, is said beside:
/// who is not named is absent only from a complete one.
/// </summary>
internal sealed class UnnamedMembersRule : IFindingRule
{
    public string Name => "unnamed-members";

    public IEnumerable<Finding> Find(ResolvedGraph graph, DatasetIndex rows)
    {
        var subjects = new Subjects(graph);
        for (var row = 0; row < graph.Groupings.Length; row++)
        {
            var named = graph.Bodies.NamedMemberCount[row];
            if (graph.Bodies.DeclaredMemberCount[row] is not { } declared || declared <= named)
                continue;
            var id = graph.Groupings[row].Id;
            var openness = graph.Groupings[row].Openness;
            yield return new Finding(
                Name,
                FindingSeverity.INFO,
                id,
                FindingTexts.Say(
                    (texts, language) =>
                        texts.UnnamedMembers.With(
                            ("subject", subjects.Name(id, language)),
                            ("declared", declared),
                            ("named", named),
                            ("missing", declared - named),
                            ("list", List(openness, texts))
                        )
                )
            );
        }
    }

    private static string List(Openness openness, FindingTexts texts) =>
        openness switch
        {
            Openness.OPEN => texts.OpenList,
            Openness.CLOSED => texts.ClosedList,
            Openness.UNKNOWN => texts.UnknownList,
        };
}
