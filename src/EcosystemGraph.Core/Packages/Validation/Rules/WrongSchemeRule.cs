using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A kind is a kind, a role a role: a concept is used as its scheme says. `unspecified` goes everywhere.</summary>
internal sealed class WrongSchemeRule : IDatasetRule
{
    public string Name => "wrong-scheme";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Actors)
            One(row.Kind, ConceptSchemes.ActorKind, "kind", row.Id, row.Place);
        foreach (var row in data.Data.Groupings)
        {
            One(row.Kind, ConceptSchemes.GroupingKind, "kind", row.Id, row.Place);
            foreach (var theme in row.Themes)
                One(theme, ConceptSchemes.Theme, "themes", row.Id, row.Place);
        }
        foreach (var row in data.Data.Memberships)
            One(row.Role, ConceptSchemes.Role, "role", row.Id, row.Place);
        foreach (var row in data.Data.Partnerships)
        {
            One(row.Type, ConceptSchemes.LinkType, "type", row.Id, row.Place);
            if (row.Role is { } role)
                One(role, ConceptSchemes.Role, "role", row.Id, row.Place);
            if (row.Occasion is { } occasion)
                One(occasion, ConceptSchemes.Occasion, "occasion", row.Id, row.Place);
            foreach (var theme in row.Themes)
                One(theme, ConceptSchemes.Theme, "themes", row.Id, row.Place);
        }
        foreach (var row in data.Data.Denials)
        {
            // What is denied is a partnership or a membership.
            if (SchemeOf(row.Type) != ConceptSchemes.Role)
                One(row.Type, ConceptSchemes.LinkType, "type", row.Id, row.Place);
        }
        foreach (var row in data.Data.Measures)
            One(row.Concept, ConceptSchemes.Measure, "concept", row.Id, row.Place);
        foreach (var row in data.Data.Concepts)
        {
            foreach (var broader in row.Broader)
                One(broader, row.Scheme, "broader", row.Id, row.Place);
        }

        string? SchemeOf(string id) => data.Concepts.TryGetValue(id, out var concept) ? concept.Scheme : null;

        void One(string id, string scheme, string column, string subject, RowPlace place)
        {
            if (SchemeOf(id) is not { } actual || actual == scheme || id == BuiltInConcepts.Unspecified)
                return;
            issues.Warning(
                Name,
                place,
                column,
                $"{column} '{id}' is of the scheme {actual}",
                $"a concept of the scheme {scheme}",
                subject
            );
        }
    }
}
