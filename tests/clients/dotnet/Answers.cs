using System.Text.Json.Serialization;

namespace EcosystemGraph.DotNetClient;

// The answers' types, written by hand from the schema: what may be null is nullable here, what may not is not,
// and an enum has the schema's values.

internal enum Activity
{
    NO,
    POSSIBLE,
    CERTAIN,
}

internal enum Confidence
{
    STATED,
    INFERRED,
    UNCERTAIN,
}

internal enum Regularity
{
    LIMITED,
    OCCASIONAL,
    REGULAR,
    UNSTATED,
}

internal sealed record Named(string Name);

internal sealed record Label([property: JsonPropertyName("label")] string Text);

internal sealed record Connection<T>(T[] Nodes);

internal sealed record Titled(string Title);

internal sealed record Place(string Locator, Titled Source);

internal sealed record Located(string Locator);

internal sealed record Evidence<TPassage>(string? Mention, TPassage Passage);

internal sealed record ShortForm(string? Acronym);

internal sealed record CoAccompanier(Named Actor, ShortForm[] Groupings, Evidence<Place>[] Evidence);

internal sealed record CoAccompaniers(int TotalCount, CoAccompanier[] Nodes);

internal sealed record ModelAnswer(CoAccompaniers? CoAccompaniers);

internal sealed record BankLink(
    Named Target,
    Label Type,
    Regularity Regularity,
    Confidence Confidence,
    Evidence<Located>[] Evidence
);

internal sealed record BanksAnswer(Connection<BankLink> Partnerships);

internal sealed record Seat(Named Actor, string? From, string? To, Activity Activity);

internal sealed record Sitting(Connection<Named> Members, Connection<Seat> Memberships);

internal sealed record SittingAnswer(Sitting? Grouping);

internal sealed record PageInfo(string? EndCursor, bool HasNextPage);

internal sealed record Page(int TotalCount, Named[] Nodes, PageInfo PageInfo);

internal sealed record PageAnswer(Page Actors);

/// <summary>A body as either of the types it may be.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "__typename")]
[JsonDerivedType(typeof(ActorBody), "Actor")]
[JsonDerivedType(typeof(GroupingBody), "Grouping")]
internal abstract record Body(string Id, string Name);

internal sealed record ActorBody(string Id, string Name, bool Named) : Body(Id, Name);

internal sealed record GroupingBody(string Id, string Name, int? DeclaredMemberCount) : Body(Id, Name);

internal sealed record BodiesAnswer(Body? Grouping, Body? Actor, Body? Nobody);
