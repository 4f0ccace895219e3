using System.Globalization;
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
            if (graph.Bodies.DeclaredMemberCount[row] is not { } declared || declared <= named) continue;
            var id = graph.Groupings[row].Id;
            var (french, english) = List(graph.Groupings[row].Openness);
            yield return new Finding(Name, FindingSeverity.INFO, id, new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"{subjects.Name(id, Language.FR)}, membres déclarés\u00A0: {declared}, nommés\u00A0: {named}, non nommés\u00A0: {declared - named}\u202F; {french}."),
                string.Create(CultureInfo.InvariantCulture, $"{subjects.Name(id, Language.EN)}, members declared: {declared}, named: {named}, not named: {declared - named}; {english}.")));
        }
    }

    private static (string French, string English) List(Openness openness) => openness switch
    {
        Openness.OPEN => ("la liste de la source est ouverte", "the source’s list is open"),
        Openness.CLOSED => ("la source donne sa liste pour complète", "the source gives its list as complete"),
        _ => ("la source ne dit pas si sa liste est complète", "the source does not say whether its list is complete"),
    };
}
