using System.Collections.Immutable;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;
using EcosystemGraph.Core.Packages.Validation.Rules;

namespace EcosystemGraph.Core.Findings;

/// <summary>All that data tell about themselves.</summary>
public static class DataFindings
{
    /// <summary>How many findings of one rule are listed; one more says how many are not.</summary>
    public const int Listed = 100;

    /// <summary>The rules, in alphabetical order of their names.</summary>
    public static ImmutableArray<IFindingRule> Rules { get; } =
    [
        new ContradictoryDatesRule(),
        // What validation warns of when a package is read, said to those who read the data.
        new ValidationFindings(new DeclaredCountRule(), FindingSeverity.WARNING, texts => texts.DeclaredCount),
        new ValidationFindings(new DuplicateRule(), FindingSeverity.WARNING, texts => texts.Duplicate),
        new ValidationFindings(new NoPassageRule(), FindingSeverity.WARNING, texts => texts.NoPassage),
        new ValidationFindings(new OutsideGroupingRule(), FindingSeverity.WARNING, texts => texts.OutsideGrouping),
        new PerhapsOneBodyRule(),
        new ValidationFindings(new PeriodRule(), FindingSeverity.WARNING, texts => texts.Period),
        new ValidationFindings(new SelfLinkRule(), FindingSeverity.WARNING, texts => texts.SelfLink),
        new ValidationFindings(new SharedFormRule(), FindingSeverity.WARNING, texts => texts.SharedForm),
        new ValidationFindings(new StatusRule(), FindingSeverity.WARNING, texts => texts.Status),
        new ValidationFindings(new UncitedPassageRule(), FindingSeverity.INFO, texts => texts.UncitedPassage),
        new ValidationFindings(new UnlinkedBodyRule(), FindingSeverity.INFO, texts => texts.UnlinkedBody),
        new UnnamedMembersRule(),
        new ValidationFindings(new WrongSchemeRule(), FindingSeverity.WARNING, texts => texts.WrongScheme),
    ];

    /// <summary>Applies every rule: by severity, the gravest first, then by rule, then by subject.</summary>
    public static ImmutableArray<Finding> Of(ResolvedGraph graph)
    {
        var rows = new DatasetIndex(graph.Data);
        var all = new List<Finding>();
        foreach (var rule in Rules)
        {
            var found = rule.Find(graph, rows)
                .OrderBy(finding => finding.Subject, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message.In(Language.Usual), StringComparer.Ordinal)
                .ToArray();
            all.AddRange(found.Take(Listed));
            if (found.Length > Listed)
                all.Add(Rest(rule, found.Length - Listed, found[0].Severity));
        }
        return [.. all.OrderBy(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    private static Finding Rest(IFindingRule rule, int count, FindingSeverity severity) =>
        new(rule.Name, severity, rule.Name, FindingTexts.Say((texts, _) => texts.Rest.With(("count", count))));
}
