using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A name means one body, or is said to be UNCERTAIN of those that it may mean.</summary>
internal sealed class SharedFormRule : IDatasetRule
{
    public string Name => "shared-form";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var owners = new Dictionary<SoughtText, string>(data.Data.Actors.Length);
        var reported = new HashSet<(SoughtText, string, string)>();
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
            if (row.Confidence != Confidence.UNCERTAIN)
                Take(row.Text, row.Entity, row.Place, "name");
        }

        void Take(string? form, string id, RowPlace place, string column)
        {
            if (form is null || SoughtText.Of(form) is not { Text.Length: > 0 } sought)
                return;
            if (owners.TryAdd(sought, id) || owners[sought] is var owner && owner == id)
                return;
            if (!reported.Add((sought, owner, id)))
                return;
            issues.Warning(
                Name,
                place,
                column,
                $"'{form}' names '{id}' and '{owner}'",
                "one row where they are one body; else the form that tells them apart",
                id
            );
        }
    }
}
