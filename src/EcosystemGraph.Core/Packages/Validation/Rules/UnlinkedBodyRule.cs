using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A body is there because something is said of it: a link, a grouping it is part of, or a denial.</summary>
internal sealed class UnlinkedBodyRule : IDatasetRule
{
    public string Name => "unlinked-body";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var linked = new HashSet<string>(data.Data.Actors.Length, StringComparer.Ordinal);
        foreach (var row in data.Data.Memberships)
        {
            linked.Add(row.Actor);
            linked.Add(row.Grouping);
        }
        foreach (var row in data.Data.Partnerships)
        {
            linked.Add(row.Source);
            linked.Add(row.Target);
            if (row.Grouping is { } grouping)
                linked.Add(grouping);
        }
        // A denial is no link, but whoever it names is there for it.
        foreach (var row in data.Data.Denials)
        {
            linked.Add(row.Source);
            linked.Add(row.Target);
        }
        foreach (var row in data.Data.Groupings.Where(row => row.PartOf.Length > 0))
        {
            linked.Add(row.Id);
            linked.UnionWith(row.PartOf);
        }

        foreach (var row in data.Data.Actors)
            Report(row.Id, row.Place);
        foreach (var row in data.Data.Groupings)
        {
            if (!data.Actors.ContainsKey(row.Id))
                Report(row.Id, row.Place);
        }

        void Report(string id, RowPlace place)
        {
            if (id.Length == 0 || linked.Contains(id))
                return;
            issues.Warning(
                Name,
                place,
                "id",
                $"'{id}' has no link",
                "a membership or partnership that names it, or no row",
                id
            );
        }
    }
}
