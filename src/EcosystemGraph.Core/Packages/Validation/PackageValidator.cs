using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation.Rules;

namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>Checks the rows of a data package against each other; reads no file.</summary>
public static class PackageValidator
{
    /// <summary>The rules, in the order in which they report: what breaks a load first.</summary>
    public static ImmutableArray<IDatasetRule> Rules { get; } =
    [
        new DuplicateIdRule(),
        new SharedIdRule(),
        new UnknownIdRule(),
        new LoopRule(),
        new BodyAgreementRule(),
        new PassagePlaceRule(),
        new RepeatedPassageRule(),
        new MutualDirectionRule(),
        new MutualConceptRule(),
        new UnknownSchemeRule(),
        new TerritoryKindRule(),
        new CountValueRule(),
        new IdStartRule(),
        new DuplicateRule(),
        new SelfLinkRule(),
        new PeriodRule(),
        new OutsideGroupingRule(),
        new StatusRule(),
        new DeclaredCountRule(),
        new SharedFormRule(),
        new UnlinkedBodyRule(),
        new UncitedPassageRule(),
        new WrongSchemeRule(),
        new NoPassageRule(),
    ];

    /// <summary>Applies every rule.</summary>
    /// <param name="data">The rows, defaults filled.</param>
    /// <param name="issues">Takes what is found.</param>
    public static void Validate(Dataset data, IssueLog issues)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(issues);
        var index = new DatasetIndex(data);
        foreach (var rule in Rules)
            rule.Check(index, issues);
    }
}
