using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores.InMemory;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Tests.GraphQL.Limits;

/// <summary>Asks the seed data under limits.</summary>
internal static class Limited
{
    private static readonly EcosystemSchema Schema = new();

    private static readonly Lazy<Task<InMemoryStore>> Store = new(async () =>
        new InMemoryStore(
            new ResolvedGraph(
                (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
            )
        )
    );

    public static LimitSettings Unset => LimitSettings.Unset;

    /// <summary>The whole response.</summary>
    public static async Task<JsonElement> AskAsync(
        LimitSettings limits,
        string query,
        string variables = "{}",
        CostReport cost = CostReport.None
    )
    {
        using var writer = new AnswerWriter(64 << 20);
        var answerer = new GraphQLAnswerer(Schema, new GraphQLReader(Schema, limits), await Store.Value, limits);
        await answerer.AnswerAsync(
            new Question(query, null, new GraphQLSerializer().Deserialize<Inputs>(variables)!, cost),
            writer,
            CancellationToken.None
        );
        return JsonDocument.Parse(Encoding.UTF8.GetString(writer.Written.Span)).RootElement;
    }

    /// <summary>The code and the message of the first error; null where there is none.</summary>
    public static async Task<(string Code, string Message)?> ErrorAsync(
        LimitSettings limits,
        string query,
        string variables = "{}"
    )
    {
        var answer = await AskAsync(limits, query, variables);
        if (!answer.TryGetProperty("errors", out var errors))
            return null;
        return (
            errors[0].GetProperty("extensions").GetProperty("code").GetString()!,
            errors[0].GetProperty("message").GetString()!
        );
    }

    public static string Many(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));
}
