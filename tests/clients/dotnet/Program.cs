using EcosystemGraph.DotNetClient;

// Asks the server whose address is given, as an application would, and says what it found not to be so.
if (args is not [var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
{
    await Console.Error.WriteLineAsync("Give the server's address, such as http://localhost:5080/graphql");
    return 2;
}

using var client = new GraphQLClient(endpoint);
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
var failed = 0;

await Check(
    "the model question has eight answers, each with the paragraph that says so",
    async cancellation =>
    {
        var answer = await client.AskAsync<ModelAnswer>(
            """{ coAccompaniers(theme: "agri-rural", with: "pes-21") { totalCount nodes { actor { name } groupings { acronym } evidence { mention passage { locator source { title } } } } } }""",
            null,
            cancellation
        );
        return answer.CoAccompaniers is { TotalCount: 8, Nodes: { Length: 8 } nodes }
            && nodes.All(node => node.Evidence.Any(evidence => evidence.Passage.Locator == "1.18"));
    }
);

await Check(
    "banks come with enums",
    async cancellation =>
    {
        var answer = await client.AskAsync<BanksAnswer>(
            """{ partnerships(where: { target: { kind: { under: "bank" } } }) { nodes { target { name } type { label } regularity confidence evidence { mention passage { locator } } } } }""",
            null,
            cancellation
        );
        return answer.Partnerships.Nodes.Length > 1
            && answer.Partnerships.Nodes.All(link =>
                Enum.IsDefined(link.Confidence) && Enum.IsDefined(link.Regularity)
            );
    }
);

await Check(
    "who sat in the GRAIS in 2016, with dates that may be absent",
    async cancellation =>
    {
        var answer = await client.AskAsync<SittingAnswer>(
            """query($date: PartialDate!) { grouping(id: "grais") { members(membership: { activeAt: { date: $date } }) { nodes { name } } memberships { nodes { actor { name } from to activity(at: $date) } } } }""",
            new { date = "2016" },
            cancellation
        );
        if (answer.Grouping is not { } grais)
            return false;
        var seats = grais.Memberships.Nodes;
        return seats.Any(seat => seat is { Activity: Activity.CERTAIN, From: "2014", To: "2018" })
            && seats.Any(seat => seat.From is null)
            && grais.Members.Nodes.All(member =>
                seats.Any(seat => seat.Actor == member && seat.Activity != Activity.NO)
            );
    }
);

await Check(
    "all actors, page by page",
    async cancellation =>
    {
        var names = new List<string>();
        Page page;
        string? after = null;
        do
        {
            page = (
                await client.AskAsync<PageAnswer>(
                    "query($after: String) { actors(first: 20, after: $after) { totalCount nodes { name } pageInfo { endCursor hasNextPage } } }",
                    new { after },
                    cancellation
                )
            ).Actors;
            names.AddRange(page.Nodes.Select(node => node.Name));
            after = page.PageInfo.EndCursor;
        } while (page.PageInfo.HasNextPage);
        return names.Count == page.TotalCount && names.Count > 40;
    }
);

await Check(
    "a body is an actor or a grouping, by its __typename",
    async cancellation =>
    {
        var answer = await client.AskAsync<BodiesAnswer>(
            """
            { grouping: entity(id: "rares") { ...Body } actor: entity(id: "active-71") { ...Body } nobody: entity(id: "nobody") { ...Body } }
            fragment Body on Entity { __typename id name ... on Actor { named } ... on Grouping { declaredMemberCount } }
            """,
            null,
            cancellation
        );
        return answer
            is { Grouping: GroupingBody { DeclaredMemberCount: > 0 }, Actor: ActorBody { Named: true }, Nobody: null };
    }
);

await CheckError(
    "an unknown theme is an error with its place",
    """{ coAccompaniers(theme: "agri-rurale") { totalCount nodes { actor { name } groupings { acronym } evidence { mention passage { locator source { title } } } } } }""",
    error =>
        (int)error.Status is >= 200 and < 300
        && error is { Error: { Extensions.Code: "UNKNOWN_ID", Path: [var at], Locations: [{ Line: 1 }] } }
        && at.GetString() == "coAccompaniers"
);

await CheckError(
    "what does not fit the schema is refused",
    "{ actors { nodes { nickname } } }",
    error =>
        (int)error.Status is >= 400 and < 500 && error is { Error: { Extensions.Code: "VALIDATION_ERROR", Path: null } }
);

return failed == 0 ? 0 : 1;

async Task Check(string what, Func<CancellationToken, Task<bool>> holds)
{
    var problem = "";
    try
    {
        if (!await holds(limit.Token))
            problem = "it is not so";
    }
    catch (Exception error) when (error is not OutOfMemoryException)
    {
        problem = error.ToString();
    }
    if (problem.Length > 0)
        failed++;
    await Console.Out.WriteLineAsync(problem.Length == 0 ? $"ok - {what}" : $"not ok - {what}: {problem}");
}

Task CheckError(string what, string query, Predicate<GraphQLException> expected) =>
    Check(
        what,
        async cancellation =>
        {
            try
            {
                await client.AskAsync<ModelAnswer>(query, null, cancellation);
                return false;
            }
            catch (GraphQLException error)
            {
                return expected(error);
            }
        }
    );
