using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A name means one body, or is said to be UNCERTAIN of those that it may mean.</summary>
internal sealed class SharedFormRule : IDatasetRule
{
    public string Name => "shared-form";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var owners = new Dictionary<string, string>(data.Data.Actors.Length, StringComparer.Ordinal);
        var reported = new HashSet<(string, string, string)>();
        foreach (var row in data.Data.Actors)
        {
            Take(row.Name, row.Id, row.Place, "name");
            Take(row.Acronym, row.Id, row.Place, "acronym");
        }
        foreach (var row in data.Data.Groupings)
        {
            Take(row.Name, row.Id, row.Place, "name");
            Take(row.Acronym, row.Id, row.Place, "acronym");
        }
        foreach (var row in data.Data.Names)
        {
            if (row.Confidence != Confidence.UNCERTAIN) Take(row.Text, row.Entity, row.Place, "name");
        }

        void Take(string? form, string id, RowPlace place, string column)
        {
            if (form is null || FoldedText.Of(form) is not { Length: > 0 } folded) return;
            if (owners.TryAdd(folded, id) || owners[folded] is var owner && owner == id) return;
            if (!reported.Add((folded, owner, id))) return;
            issues.Warning(Name, place, column, $"'{form}' names '{id}' and '{owner}'",
                "one row where they are one body; else the form that tells them apart", id);
        }
    }
}
