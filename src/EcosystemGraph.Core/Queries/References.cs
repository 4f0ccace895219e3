using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Queries;

/// <summary>An id that a question takes for granted: were it unknown, the question would be a mistake.</summary>
/// <param name="Argument">The argument that names it.</param>
/// <param name="Type">What it must be an id of.</param>
/// <param name="Id">The id.</param>
/// <param name="Scheme">Of a concept, the vocabulary it must belong to; null where any will do.</param>
public sealed record Reference(string Argument, RecordType Type, string Id, string? Scheme = null);

/// <summary>Lists the ids that a question takes for granted.</summary>
public static class References
{
    /// <summary>The references of a root, in the order in which they stand.</summary>
    public static IEnumerable<Reference> Of(Root root) => root switch
    {
        CoAccompaniersRoot question =>
        [
            new Reference("theme", Records.Concept, question.Theme, ConceptSchemes.Theme),
            .. question.With is { } with ? [new Reference("with", Records.Entity, with)] : Array.Empty<Reference>(),
            .. Of(question.Pages),
        ],
        PagesRoot pages => Of(pages.Pages),
        LookupRoot lookup => Of(lookup.Projection),
        ListRoot list => Of(list.Projection),
        SearchRoot search => Of(search.Projection),
        _ => [],
    };

    /// <summary>The message for an id that is not there.</summary>
    public static string Unknown(Reference reference, IReadOnlyList<string> near)
    {
        var type = reference.Scheme ?? char.ToLowerInvariant(reference.Type.Name[0]) + reference.Type.Name[1..];
        var hint = near.Count > 0 ? $"did you mean {string.Join(" or ", near.Select(id => $"'{id}'"))}?" : $"ask for all of them to see which there are";
        return $"{reference.Argument}: there is no {type} '{reference.Id}'; {hint}";
    }

    private static IEnumerable<Reference> Of(Projection projection) =>
        projection.ByType.SelectMany(selection => selection.Fields).SelectMany(Of);

    private static IEnumerable<Reference> Of(Selected field) => field switch
    {
        SelectedOne one => Of(one.Projection),
        SelectedList list => Of(list.Projection),
        SelectedPages pages => Of(pages.Pages),
        SelectedCoMembers question => Of(question.Pages),
        SelectedEvidence evidence => evidence.Parts.SelectMany(Of),
        SelectedComputed computed => (computed.Projection is null ? [] : Of(computed.Projection)).Concat(computed.Parts.SelectMany(Of)),
        _ => [],
    };

    private static IEnumerable<Reference> Of(Pages pages) =>
        (pages.Through is null ? [] : Of(pages.Through))
        .Concat(pages.Where is null ? [] : Of(pages.Where))
        .Concat(pages.Parts.SelectMany(part => part switch
        {
            NodesPart nodes => Of(nodes.Projection),
            EdgesPart edges => edges.Parts.Where(e => e.Node is not null).SelectMany(e => Of(e.Node!)),
            _ => [],
        }));

    private static IEnumerable<Reference> Of(Filter filter) => filter switch
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
