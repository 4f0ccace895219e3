using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>A page as a store answers it.</summary>
internal sealed record AskedPage(
    string[] Ids,
    string[] Cursors,
    bool HasPrevious,
    bool HasNext,
    string? Start,
    string? End,
    int Total
);

/// <summary>Asks a store plans and reads its answers.</summary>
internal static class Asked
{
    public const string List = "Query.list";

    /// <summary>The answer's object; no errors are expected.</summary>
    public static JsonElement Answer(IStore store, params Root[] roots)
    {
        using var writer = new AnswerWriter(16 << 20);
        var errors = store
            .AnswerAsync(new Plan([.. roots]), writer, CancellationToken.None)
            .AsTask()
            .GetAwaiter()
            .GetResult()
            .Errors;
        Assert.That(errors, Is.Empty);
        return JsonDocument.Parse(writer.Written).RootElement;
    }

    /// <summary>A page of a list, with all that can be asked of a page.</summary>
    public static AskedPage Page(IStore store, RecordType type, Filter? where, Order order, Page page) =>
        Read(
            Answer(store, new PagesRoot("page", type, Pages(type, where, order, page))).GetProperty("page"),
            node => node.GetProperty("id").GetString()!
        );

    /// <summary>All that can be asked of a page of records with ids.</summary>
    public static Pages Pages(RecordType type, Filter? where, Order order, Page page) =>
        Pages(new Projection([new Selection(type, [new SelectedValue("id", type.Column("id"))])]), where, order, page);

    /// <summary>All that can be asked of a page.</summary>
    public static Pages Pages(Projection node, Filter? where, Order order, Page page) =>
        new(
            List,
            null,
            where,
            order,
            page,
            [
                new EdgesPart("edges", [new EdgePart("cursor", null, null), new EdgePart("node", node, null)]),
                new PageInfoPart(
                    "pageInfo",
                    [
                        new PageInfoItem("hasPreviousPage", PageFact.HasPreviousPage),
                        new PageInfoItem("hasNextPage", PageFact.HasNextPage),
                        new PageInfoItem("startCursor", PageFact.StartCursor),
                        new PageInfoItem("endCursor", PageFact.EndCursor),
                    ]
                ),
                new TotalCountPart("totalCount"),
            ]
        );

    public static AskedPage Read(JsonElement page, Func<JsonElement, string> id)
    {
        var edges = page.GetProperty("edges").EnumerateArray().ToArray();
        var info = page.GetProperty("pageInfo");
        return new AskedPage(
            [.. edges.Select(edge => id(edge.GetProperty("node")))],
            [.. edges.Select(edge => edge.GetProperty("cursor").GetString()!)],
            info.GetProperty("hasPreviousPage").GetBoolean(),
            info.GetProperty("hasNextPage").GetBoolean(),
            info.GetProperty("startCursor").GetString(),
            info.GetProperty("endCursor").GetString(),
            page.GetProperty("totalCount").GetInt32()
        );
    }
}
