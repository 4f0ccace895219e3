using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>Where a package has passages, every fact in it cites one.</summary>
internal sealed class NoPassageRule : IDatasetRule
{
    public string Name => "no-passage";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        if (data.Data.Passages.IsEmpty)
            return;
        foreach (var row in data.Data.Groupings)
            One(row.Citation, row.Id, row.Place);
        foreach (var row in data.Data.Memberships)
            One(row.Citation, row.Id, row.Place);
        foreach (var row in data.Data.Partnerships)
            One(row.Citation, row.Id, row.Place);
        foreach (var row in data.Data.Denials)
            One(row.Citation, row.Id, row.Place);
        foreach (var row in data.Data.Measures)
            One(row.Citation, row.Id, row.Place);

        void One(Citation citation, string id, RowPlace place)
        {
            // A row without a line was made by the reader, which cites nothing.
            if (citation.Passages.Length > 0 || place.Line == 0)
                return;
            issues.Warning(Name, place, "passages", $"'{id}' cites no passage", "the passages that say so", id);
        }
    }
}
