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
        root.Accept(Roots.Named, new AnswerPlace(null, root.Name, root.IsList));

    private sealed class Roots : IRootVisitor<AnswerPlace, IEnumerable<Reference>>
    {
        public static readonly Roots Named = new();

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
            .Concat(
                part.Isolated is null ? [] : Of(part.Isolated).Select(reference => reference with { Place = here })
            );

    internal static IEnumerable<Reference> Of(LinkChoice links, AnswerPlace here) =>
        new[] { links.Memberships, links.Partnerships }
            .OfType<Filter>()
            .SelectMany(Of)
            .Select(reference => reference with { Place = here })
            .Distinct();

    private static IEnumerable<Reference> Of(Projection projection, AnswerPlace here) =>
        projection.ByType.SelectMany(selection => selection.Fields).SelectMany(field => Of(field, here));

    private static IEnumerable<Reference> Of(Selected field, AnswerPlace above)
    {
        var here = new AnswerPlace(
            above,
            field.Name,
            field is SelectedList or SelectedEvidence or SelectedNetworkList
                || (field is SelectedComputed { Field.Value: not ComputedValue.Record })
        );
        return field switch
        {
            SelectedOne one => Of(one.Projection, here),
            SelectedList list => Of(list.Projection, here),
            SelectedPages pages => Of(pages.Pages, here),
            SelectedCoMembers question => Of(question.Pages, here),
            SelectedNetworkList list => Of(list.Projection, here),
            SelectedEvidence evidence => evidence.Parts.SelectMany(part => Of(part, here)),
            SelectedComputed computed => (computed.Projection is null ? [] : Of(computed.Projection, here)).Concat(
                computed.Parts.SelectMany(part => Of(part, here))
            ),
            _ => [],
        };
    }

    private static IEnumerable<Reference> Of(Pages pages, AnswerPlace here) =>
        (pages.Through is null ? [] : Of(pages.Through))
            .Concat(pages.Where is null ? [] : Of(pages.Where))
            .Select(reference => reference with { Place = here })
            .Concat(
                pages.Parts.SelectMany(part =>
                    part switch
                    {
                        NodesPart nodes => Of(nodes.Projection, new AnswerPlace(here, nodes.Name, true)),
                        EdgesPart edges => edges
                            .Parts.Where(e => e.Node is not null)
                            .SelectMany(e =>
                                Of(e.Node!, new AnswerPlace(new AnswerPlace(here, edges.Name, true), e.Name))
                            ),
                        _ => [],
                    }
                )
            );

    private static IEnumerable<Reference> Of(Filter filter) =>
        filter switch
        {
            Conjunction all => all.Parts.SelectMany(Of),
            Disjunction any => any.Parts.SelectMany(Of),
            Negation not => Of(not.Part),
            Under under => [new Reference("under", Records.Concept, under.Concept)],
            Inside inside => [new Reference("inside", Records.Territory, inside.Territory)],
            PerType types => types.Parts.SelectMany(Of),
            One one => Of(one.Part),
            Some some => Of(some.Part),
            SomeEvidence some => Of(some.Passage),
            _ => [],
        };
}
