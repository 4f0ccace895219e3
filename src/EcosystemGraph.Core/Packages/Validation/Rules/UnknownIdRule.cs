using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>An id that a row refers to is that of a row.</summary>
internal sealed class UnknownIdRule : IDatasetRule
{
    public string Name => "unknown-id";

    public void Check(DatasetIndex data, IssueLog issues) => new Walk(data, issues, Name).All();

    /// <summary>What a column may refer to.</summary>
    private sealed class Target(string files, Func<string, bool> has, Func<IEnumerable<string>> ids)
    {
        private readonly Lazy<NearIds> _near = new(() => new NearIds(ids()));

        public bool Has(string id) => has(id);

        public string Remedy(string unknown)
        {
            var near = _near.Value.Find(unknown);
            return near.Length == 0
                ? $"an id of {files}"
                : $"an id of {files}, such as {string.Join(" or ", near.Select(id => $"'{id}'"))}";
        }
    }

    private sealed class Walk(DatasetIndex data, IssueLog issues, string rule)
    {
        private readonly Target _actors = new("actors.csv", data.Actors.ContainsKey, () => data.Actors.Keys);
        private readonly Target _groupings = new(
            "groupings.csv",
            data.Groupings.ContainsKey,
            () => data.Groupings.Keys
        );
        private readonly Target _bodies = new(
            "actors.csv or groupings.csv",
            data.IsBody,
            () => data.Actors.Keys.Concat(data.Groupings.Keys)
        );
        private readonly Target _concepts = new("concepts.csv", data.Concepts.ContainsKey, () => data.Concepts.Keys);
        private readonly Target _territories = new(
            "territories.csv",
            data.Territories.ContainsKey,
            () => data.Territories.Keys
        );
        private readonly Target _sources = new("sources.csv", data.Sources.ContainsKey, () => data.Sources.Keys);
        private readonly Target _passages = new("passages.csv", data.Passages.ContainsKey, () => data.Passages.Keys);

        private RowPlace _place;
        private string _subject = "";

        public void All()
        {
            foreach (var row in data.Data.Actors)
            {
                At(row.Place, row.Id);
                One("kind", row.Kind, _concepts);
                One("territory", row.Territory, _territories);
            }
            foreach (var row in data.Data.Groupings)
            {
                At(row.Place, row.Id);
                One("kind", row.Kind, _concepts);
                Each("themes", row.Themes, _concepts);
                One("territory", row.Territory, _territories);
                Each("part_of", row.PartOf, _groupings);
                Each("passages", row.Citation.Passages, _passages);
            }
            foreach (var row in data.Data.Memberships)
            {
                At(row.Place, row.Id);
                One("actor", row.Actor, _actors);
                One("grouping", row.Grouping, _groupings);
                One("role", row.Role, _concepts);
                One("territory", row.Territory, _territories);
                Each("passages", row.Citation.Passages, _passages);
            }
            foreach (var row in data.Data.Partnerships)
            {
                At(row.Place, row.Id);
                One("source", row.Source, _bodies);
                One("target", row.Target, _bodies);
                One("type", row.Type, _concepts);
                One("role", row.Role, _concepts);
                One("grouping", row.Grouping, _groupings);
                One("occasion", row.Occasion, _concepts);
                Each("themes", row.Themes, _concepts);
                One("territory", row.Territory, _territories);
                Each("passages", row.Citation.Passages, _passages);
            }
            foreach (var row in data.Data.Denials)
            {
                At(row.Place, row.Id);
                One("source", row.Source, _bodies);
                One("target", row.Target, _bodies);
                One("type", row.Type, _concepts);
                Each("passages", row.Citation.Passages, _passages);
            }
            foreach (var row in data.Data.Measures)
            {
                At(row.Place, row.Id);
                One("subject", row.Subject, _bodies);
                One("concept", row.Concept, _concepts);
                Each("passages", row.Citation.Passages, _passages);
            }
            foreach (var row in data.Data.Names)
            {
                At(row.Place, row.Entity);
                One("entity", row.Entity, _bodies);
                Each("passages", row.Passages, _passages);
            }
            foreach (var row in data.Data.Concepts)
            {
                At(row.Place, row.Id);
                Each("broader", row.Broader, _concepts);
            }
            foreach (var row in data.Data.Territories)
            {
                At(row.Place, row.Id);
                One("within", row.Within, _territories);
            }
            foreach (var row in data.Data.Sources)
            {
                At(row.Place, row.Id);
                One("respondent", row.Respondent, _bodies);
            }
            foreach (var row in data.Data.Passages)
            {
                At(row.Place, row.Id);
                One("source", row.Source, _sources);
            }
        }

        private void At(RowPlace place, string subject) => (_place, _subject) = (place, subject);

        private void Each(string column, IReadOnlyList<string> ids, Target target)
        {
            for (var i = 0; i < ids.Count; i++)
                One(column, ids[i], target);
        }

        // An empty id is one that the reader could not read, and reported.
        private void One(string column, string? id, Target target)
        {
            if (string.IsNullOrEmpty(id) || target.Has(id))
                return;
            issues.Error(
                rule,
                _place,
                column,
                $"{column} '{id}' is not there",
                issues.KeepsErrors ? target.Remedy(id) : "",
                _subject
            );
        }
    }
}
