using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Findings;

/// <summary>What a rule of validation warns of, as findings: the same condition, in words for those who read the data.</summary>
internal sealed class ValidationFindings(
    IDatasetRule rule,
    FindingSeverity severity,
    Func<FindingTexts, Sentence> message
) : IFindingRule
{
    public string Name => rule.Name;

    public IEnumerable<Finding> Find(ResolvedGraph graph, DatasetIndex rows)
    {
        var issues = new IssueLog(int.MaxValue);
        rule.Check(rows, issues);
        var subjects = new Subjects(graph);
        return issues
            .Warnings.Where(issue => issue.Subject is not null)
            .Select(issue => issue.Subject!)
            .Distinct(StringComparer.Ordinal)
            .Select(id => new Finding(
                Name,
                severity,
                id,
                FindingTexts.Say((texts, language) => message(texts).With(("subject", subjects.Name(id, language))))
            ));
    }
}
