using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Graphs;
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
        // What validation warns of when a package is read, said in two languages.
        new ValidationFindings(new DeclaredCountRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: plus de membres nommés que déclarés.",
            subject => $"{subject}: more members are named than declared."),
        new ValidationFindings(new DuplicateRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: le même fait se trouve dans deux lignes des données.",
            subject => $"{subject}: the same fact stands in two rows of the data."),
        new ValidationFindings(new NoPassageRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: aucun passage d’un document n’est cité.",
            subject => $"{subject}: no passage of a document is cited."),
        new ValidationFindings(new OutsideGroupingRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: les dates sortent de celles du regroupement.",
            subject => $"{subject}: the dates lie outside those of the grouping."),
        new PerhapsOneBodyRule(),
        new ValidationFindings(new PeriodRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: la fin précède le début.",
            subject => $"{subject}: it ends before it starts."),
        new ValidationFindings(new SelfLinkRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: le lien mène d’un acteur à lui-même.",
            subject => $"{subject}: the link leads from a body to itself."),
        new ValidationFindings(new SharedFormRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: un de ses noms désigne aussi un autre acteur.",
            subject => $"{subject}: one of its names also means another body."),
        new ValidationFindings(new StatusRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: les dates contredisent l’état que donne la source.",
            subject => $"{subject}: the dates contradict the status that the source gives."),
        new ValidationFindings(new UncitedPassageRule(), FindingSeverity.INFO,
            subject => $"{subject}\u00A0: aucune donnée ne cite ce passage.",
            subject => $"{subject}: nothing in the data cites this passage."),
        new ValidationFindings(new UnlinkedBodyRule(), FindingSeverity.INFO,
            subject => $"{subject}\u00A0: aucun lien dans les données.",
            subject => $"{subject}: no link in the data."),
        new UnnamedMembersRule(),
        new ValidationFindings(new WrongSchemeRule(), FindingSeverity.WARNING,
            subject => $"{subject}\u00A0: un terme vient d’un autre vocabulaire que celui qui convient.",
            subject => $"{subject}: a term is of another vocabulary than the one that fits."),
    ];

    /// <summary>Applies every rule: by severity, the gravest first, then by rule, then by subject.</summary>
    public static ImmutableArray<Finding> Of(ResolvedGraph graph)
    {
        var rows = new DatasetIndex(graph.Data);
        var all = new List<Finding>();
        foreach (var rule in Rules)
        {
            var found = rule.Find(graph, rows).OrderBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.Message.French, StringComparer.Ordinal).ToArray();
            all.AddRange(found.Take(Listed));
            if (found.Length > Listed) all.Add(Rest(rule, found.Length - Listed, found[0].Severity));
        }
        return [.. all.OrderBy(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }

    private static Finding Rest(IFindingRule rule, int count, FindingSeverity severity) => new(rule.Name, severity, rule.Name, new BilingualText(
        string.Create(CultureInfo.InvariantCulture, $"{count} autres constats de cette règle ne sont pas listés."),
        string.Create(CultureInfo.InvariantCulture, $"{count} more findings of this rule are not listed.")));
}
