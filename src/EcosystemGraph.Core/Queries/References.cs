using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Queries;

/// <summary>An id that a question takes for granted: were it unknown, the question would be a mistake.</summary>
/// <param name="Argument">The argument that names it.</param>
/// <param name="Type">What it must be an id of.</param>
/// <param name="Id">The id.</param>
/// <param name="Scheme">Of a concept, the vocabulary it must belong to; null where any will do.</param>
/// <param name="Place">The field that has the argument.</param>
public sealed record Reference(
    string Argument,
    RecordType Type,
    string Id,
    string? Scheme = null,
    AnswerPlace? Place = null
);

/// <summary>A field of the answer, by the names on the way to it.</summary>
/// <param name="Above">The field it is a part of; null at the root.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsList">Whether it is a list.</param>
public sealed record AnswerPlace(AnswerPlace? Above, string Name, bool IsList = false)
{
    /// <summary>The names from the root, its own last.</summary>
    public ImmutableArray<string> Names => Above is null ? [Name] : [.. Above.Names, Name];

    /// <summary>The names that every answer has: down to the first list, whose elements are not known.</summary>
    public ImmutableArray<string> Known =>
        Above is null ? [Name]
        : Above.Lists ? Above.Known
        : [.. Above.Known, Name];

    private bool Lists => IsList || Above is { Lists: true };
}

/// <summary>Lists the ids that a question takes for granted.</summary>
public static class References
{
    /// <summary>The references of a root, in the order in which they stand.</summary>
    public static IEnumerable<Reference> Of(Root root) =>
        root.Accept(Finder.Instance, new AnswerPlace(null, root.Name, root.IsList));

    // Of a root the place is its own; of what is asked of a record, or is part of a page, that of the record or page.
    private sealed class Finder
        : IRootVisitor<AnswerPlace, IEnumerable<Reference>>,
            ISelectedVisitor<AnswerPlace, IEnumerable<Reference>>,
            IPageVisitor<AnswerPlace, IEnumerable<Reference>>
    {
        public static readonly Finder Instance = new();

        public IEnumerable<Reference> Visit(LookupRoot root, AnswerPlace here) => Of(root.Projection, here);

        public IEnumerable<Reference> Visit(NodesRoot root, AnswerPlace here) => Of(root.Projection, here);

        public IEnumerable<Reference> Visit(PagesRoot root, AnswerPlace here) => Of(root.Pages, here);

        public IEnumerable<Reference> Visit(ListRoot root, AnswerPlace here) => Of(root.Projection, here);

        public IEnumerable<Reference> Visit(DatasetRoot root, AnswerPlace here) =>
            root
                .Fields.Where(part => part.Findings is not null)
                .SelectMany(part => Of(part.Findings!, new AnswerPlace(here, part.Name, true)));

        public IEnumerable<Reference> Visit(CoAccompaniersRoot root, AnswerPlace here) =>
            [
                new Reference("theme", Records.Concept, root.Theme, ConceptSchemes.Theme, here),
                .. root.With is { } with
                    ? [new Reference("with", Records.Entity, with, null, here)]
                    : Array.Empty<Reference>(),
                .. Of(root.Pages, here),
            ];

        public IEnumerable<Reference> Visit(SearchRoot root, AnswerPlace here) => Of(root.Projection, here);

        public IEnumerable<Reference> Visit(TypeNameRoot root, AnswerPlace here) => [];

        public IEnumerable<Reference> Visit(ComputedRoot root, AnswerPlace here) =>
            root.Named(here).Concat(Of(root.Projection, here));

        public IEnumerable<Reference> Visit(SelectedValue field, AnswerPlace above) => [];

        public IEnumerable<Reference> Visit(SelectedText field, AnswerPlace above) => [];

        public IEnumerable<Reference> Visit(SelectedTexts field, AnswerPlace above) => [];

        public IEnumerable<Reference> Visit(SelectedActivity field, AnswerPlace above) => [];

        public IEnumerable<Reference> Visit(SelectedTypeName field, AnswerPlace above) => [];

        public IEnumerable<Reference> Visit(SelectedEvidence field, AnswerPlace above) =>
            Of(field.Parts, new AnswerPlace(above, field.Name, true));

        public IEnumerable<Reference> Visit(SelectedOne field, AnswerPlace above) =>
            Of(field.Projection, new AnswerPlace(above, field.Name));

        public IEnumerable<Reference> Visit(SelectedList field, AnswerPlace above) =>
            Of(field.Projection, new AnswerPlace(above, field.Name, true));

        public IEnumerable<Reference> Visit(SelectedPages field, AnswerPlace above) =>
            Of(field.Pages, new AnswerPlace(above, field.Name));

        public IEnumerable<Reference> Visit(SelectedCoMembers field, AnswerPlace above) =>
            Of(field.Pages, new AnswerPlace(above, field.Name));

        public IEnumerable<Reference> Visit(SelectedComputed field, AnswerPlace above)
        {
            var here = new AnswerPlace(above, field.Name, field.Field.Value != ComputedValue.Record);
            return (field.Projection is null ? [] : Of(field.Projection, here)).Concat(Of(field.Parts, here));
        }

        public IEnumerable<Reference> Visit(SelectedNetworkList field, AnswerPlace above) =>
            Of(field.Projection, new AnswerPlace(above, field.Name, true));

        public IEnumerable<Reference> Visit(SelectedDrawing field, AnswerPlace above) =>
            Of(field.Projection, new AnswerPlace(above, field.Name));

        public IEnumerable<Reference> Visit(NodesPart part, AnswerPlace page) =>
            Of(part.Projection, new AnswerPlace(page, part.Name, true));

        public IEnumerable<Reference> Visit(EdgesPart part, AnswerPlace page) =>
            part
                .Parts.Where(edge => edge.Node is not null)
                .SelectMany(edge => Of(edge.Node!, new AnswerPlace(new AnswerPlace(page, part.Name, true), edge.Name)));

        public IEnumerable<Reference> Visit(TotalCountPart part, AnswerPlace page) => [];

        public IEnumerable<Reference> Visit(FacetsPart part, AnswerPlace page) =>
            Of(part.Projection, new AnswerPlace(page, part.Name, true));

        public IEnumerable<Reference> Visit(PageInfoPart part, AnswerPlace page) => [];

        public IEnumerable<Reference> Visit(PageTypeName part, AnswerPlace page) => [];
    }

    /// <summary>The message for an id that is not there.</summary>
    public static string Unknown(Reference reference, IReadOnlyList<string> near)
    {
        var type = reference.Scheme ?? char.ToLowerInvariant(reference.Type.Name[0]) + reference.Type.Name[1..];
        var hint =
            near.Count > 0
                ? $"did you mean {string.Join(" or ", near.Select(id => $"'{id}'"))}?"
                : $"ask for all of them to see which there are";
        return $"{reference.Argument}: there is no {type} '{reference.Id}'; {hint}";
    }

    internal static IEnumerable<Reference> Of(NetworkPart part, AnswerPlace here) =>
        part
            .Focus.Select(id => new Reference("focus", Records.Entity, id, null, here))
            .Concat(part.Without.Select(id => new Reference("without", Records.Entity, id, null, here)))
            .Concat(Of(part.Links, here))
            .Concat(Of(part.Isolated, here));

    internal static IEnumerable<Reference> Of(LinkChoice links, AnswerPlace here) =>
        new[] { links.Memberships, links.Partnerships }.SelectMany(filter => Of(filter, here)).Distinct();

    private static IEnumerable<Reference> Of(Filter? filter, AnswerPlace here) =>
        filter is null ? [] : filter.Named.Select(reference => reference with { Place = here });

    private static IEnumerable<Reference> Of(Projection projection, AnswerPlace here) =>
        projection.ByType.SelectMany(selection => Of(selection.Fields, here));

    private static IEnumerable<Reference> Of(ImmutableArray<Selected> fields, AnswerPlace here) =>
        fields.SelectMany(field => field.Accept(Finder.Instance, here));

    private static IEnumerable<Reference> Of(Pages pages, AnswerPlace here) =>
        Of(pages.Through, here)
            .Concat(Of(pages.Where, here))
            .Concat(pages.Parts.SelectMany(part => part.Accept(Finder.Instance, here)));
}
