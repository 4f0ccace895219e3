using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>A media type in which answers are sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StatusTells">Whether a request that is refused has a status that says so, or 200 as clients of old expect.</param>
internal sealed record MediaType(string Name, bool StatusTells)
{
    /// <summary>The Content-Type header.</summary>
    public string ContentType { get; } = Name + "; charset=utf-8";
}

/// <summary>Which media type an answer has, by the Accept header (RFC 9110, GraphQL over HTTP).</summary>
internal static class MediaTypes
{
    public static readonly MediaType Json = new("application/json", StatusTells: false);

    public static readonly MediaType GraphQLResponse = new("application/graphql-response+json", StatusTells: true);

    /// <summary>The type that a client wants most; null where it takes neither. Whoever says nothing, or names neither, gets JSON.</summary>
    public static MediaType? Chosen(in StringValues accept)
    {
        if (accept.Count == 0 || accept is [""])
            return Json;
        // What nearly every client sends needs no parsing.
        if (accept.Count == 1)
        {
            switch (accept[0])
            {
                case "*/*" or "application/json":
                    return Json;
                case "application/graphql-response+json" or "application/graphql-response+json, application/json":
                    return GraphQLResponse;
            }
        }
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        var json = QualityOf(Json, ranges);
        var response = QualityOf(GraphQLResponse, ranges);
        if (json.Quality == 0 && response.Quality == 0)
            return null;
        // Equally good: the type that was named, and of two that were, the one whose status tells more.
        var newer = response.Quality > json.Quality || (response.Quality == json.Quality && response.Named);
        return newer ? GraphQLResponse : Json;
    }

    // The most specific range that covers a type says how good it is.
    private static (double Quality, bool Named) QualityOf(MediaType type, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specific) = (0.0, -1);
        foreach (var range in ranges)
        {
            var how =
                range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes
                    ? (range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1 : -1)
                : range.MediaType.Equals(type.Name, StringComparison.OrdinalIgnoreCase) ? 2
                : -1;
            if (how <= specific)
                continue;
            (quality, specific) = (range.Quality ?? 1, how);
        }
        return (quality, specific == 2);
    }
}
