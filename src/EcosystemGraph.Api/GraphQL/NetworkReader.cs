using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Api.GraphQL.Limits;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Reads which links, and which part of the graph, a question is about.</summary>
internal sealed class NetworkReader(GraphQLField field, PlanRoom room)
{
    private static readonly Filter Named = new PerType(
        [Records.Actor, Records.Grouping],
        [new FlagIs((FlagColumn)Records.Actor.Column("named"), true), Filter.True]
    );

    /// <summary>The links of some kinds that were active at a date.</summary>
    public static LinkChoice Links(object? kinds, ActiveAt? at) =>
        Links(kinds, Active(Records.Membership, at), Active(Records.Partnership, at));

    /// <summary>A part of the graph; all of it where no input is given.</summary>
    /// <param name="given">The input.</param>
    /// <param name="atAnyTime">Whether the question itself says when: then the input may not.</param>
    public NetworkPart Part(IDictionary<string, object?>? given, bool atAnyTime)
    {
        given ??= new Dictionary<string, object?>();
        foreach (var input in NetworkInputs.All)
            Check(input, input.In<object>(given));
        var activeAt = NetworkInputs.ActiveAt.In<IDictionary<string, object?>>(given) is { } dated
            ? Arguments.ActiveAtOf(dated)
            : null;
        if (atAnyTime && activeAt is not null)
            throw Wrong("input: activeAt is given; leave it out, earlier and later say when");
        var projection = NetworkInputs.Projection.In<ExtractProjection>(given);
        if (atAnyTime && projection != ExtractProjection.BIPARTITE)
            throw Wrong("input: projection is given; leave it out, what changes is links");
        var (focus, without) = (Ids(given, NetworkInputs.Focus), Ids(given, NetworkInputs.Without));
        if (focus.FirstOrDefault(without.Contains) is { } both)
            throw Wrong($"input: '{both}' is in focus and in without; a network cannot begin at what is taken out");

        var includeCategories = NetworkInputs.IncludeCategories.In<bool>(given);
        var (actors, groupings) = (Read(given, NetworkInputs.Actors), Read(given, NetworkInputs.Groupings));
        var (source, target) = (Relation(Records.Membership, "source"), Relation(Records.Membership, "grouping"));
        var asked = new AskedFilters(
            actors,
            groupings,
            Read(given, NetworkInputs.Memberships),
            Read(given, NetworkInputs.Partnerships),
            includeCategories
        );
        var memberships = All(
            asked.Memberships,
            Active(Records.Membership, activeAt),
            actors is null ? null : new One(Relation(Records.Membership, "actor"), actors),
            groupings is null ? null : new One(target, groupings),
            includeCategories ? null : new One(source, Named)
        );
        // An end of a partnership is a grouping where it is both.
        var end =
            actors is null && groupings is null
                ? null
                : new PerType([Records.Actor, Records.Grouping], [actors ?? Filter.True, groupings ?? Filter.True]);
        Filter?[] Ends(string name) =>
            [
                end is null ? null : new One(Relation(Records.Partnership, name), end),
                includeCategories ? null : new One(Relation(Records.Partnership, name), Named),
            ];
        var partnerships = All([
            asked.Partnerships,
            Active(Records.Partnership, activeAt),
            .. Ends("source"),
            .. Ends("target"),
        ]);
        var isolated = NetworkInputs.IncludeIsolated.In<bool>(given)
            ? new PerType(
                [Records.Actor, Records.Grouping],
                [
                    All(actors, includeCategories ? null : new FlagIs((FlagColumn)Records.Actor.Column("named"), true)),
                    groupings ?? Filter.True,
                ]
            )
            : null;
        return new NetworkPart(
            Links(NetworkInputs.Links.In<object>(given), memberships, partnerships),
            without,
            focus,
            NetworkInputs.Depth.In<int>(given),
            projection,
            NetworkInputs.Overlap.In<Activity>(given),
            activeAt,
            isolated,
            asked
        );
    }

    private static LinkChoice Links(object? kinds, Filter memberships, Filter partnerships)
    {
        var asked =
            (kinds as System.Collections.IEnumerable)?.OfType<LinkKind>().ToArray()
            ?? [LinkKind.MEMBERSHIP, LinkKind.PARTNERSHIP];
        return new LinkChoice(
            asked.Contains(LinkKind.MEMBERSHIP) ? memberships : null,
            asked.Contains(LinkKind.PARTNERSHIP) ? partnerships : null
        );
    }

    private static Filter Active(RecordType type, ActiveAt? at) =>
        at is null ? Filter.True : new Active((ActivityField)type.FieldOf("activity")!, at);

    private static Filter All(params IEnumerable<Filter?> parts)
    {
        var given = parts.Where(part => part is not null and not Conjunction { Parts: [] }).ToArray();
        return given is [{ } only] ? only : new Conjunction([.. given!]);
    }

    private void Check(Input input, object? value)
    {
        if (value is int number && GivenInputs.Outside(input, number) is { } wrong)
            throw Wrong($"input: {wrong}");
    }

    private Filter? Read(IDictionary<string, object?> given, Input input) =>
        input.In<IDictionary<string, object?>>(given) is { } filter
            ? new FilterReader($"input.{input.Name}", field, room).Read(input.Filter!, filter)
            : null;

    private static ImmutableArray<string> Ids(IDictionary<string, object?> given, Input input) =>
        input.In<System.Collections.IEnumerable>(given) is { } ids
            ?
            [
                .. ids.Cast<object?>()
                    .Select(Arguments.TextOf)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static ToOne Relation(RecordType type, string name) => (ToOne)type.FieldOf(name)!;

    private QuestionException Wrong(string message) => new(ErrorCodes.BadArgument, message, field);
}
