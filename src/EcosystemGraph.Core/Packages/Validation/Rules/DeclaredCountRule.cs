using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A grouping has no more named members than its source counts.</summary>
internal sealed class DeclaredCountRule : IDatasetRule
{
    public string Name => "declared-count";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        // Only an exact number can be too small: "at least", "more than" and "about" leave room.
        var declared = data
            .Data.Measures.Where(row =>
                row.Qualifier == Qualifier.EXACT
                && row.Concept is BuiltInConcepts.MemberCount or BuiltInConcepts.OtherMemberCount
            )
            .ToList();
        if (declared.Count == 0)
            return;

        var named = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in declared)
            named.TryAdd(row.Subject, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in data.Data.Memberships)
        {
            if (
                named.TryGetValue(row.Grouping, out var members)
                && row.Status != Status.PLANNED
                && data.Counts(row.Role)
                && data.Actors.TryGetValue(row.Actor, out var actor)
                && actor.Named
            )
            {
                members.Add(row.Actor);
            }
        }
        foreach (var row in declared)
        {
            // The respondent is a member that "22 others" leaves out.
            var total = row.Concept == BuiltInConcepts.MemberCount ? row.Value : row.Value + 1;
            if (named[row.Subject].Count <= total)
                continue;
            issues.Warning(
                Name,
                row.Place,
                "value",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{row.Subject}' has {total} members by this count and {named[row.Subject].Count} named ones"
                ),
                "a greater count or qualifier, or roles that are no membership (under non-member)",
                row.Subject
            );
        }
    }
}
