using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures;
using EcosystemGraph.Neo4j;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>
/// Tags of answers to GET. An answer follows from the data set, the program, the request and the media type alone: the
/// tag is their hash. It is weak, for compression changes the bytes and not the answer.
/// </summary>
internal static class EntityTags
{
    // Not the version alone: it stays the same while the program is being worked on.
    private static readonly string Program = string.Join('\n', new[] { typeof(EntityTags), typeof(IStore), typeof(Neo4jStore), typeof(Figure) }
        .Select(type => $"{type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} {type.Module.ModuleVersionId}"));

    /// <summary>The tag of an answer.</summary>
    /// <param name="fingerprint">The data set that the answer is from.</param>
    /// <param name="question">The request.</param>
    /// <param name="variables">Its variables as they were written.</param>
    /// <param name="type">The answer's media type.</param>
    public static string Of(string fingerprint, Question question, string? variables, MediaType type) =>
        OfParts([Program, fingerprint, type.Name, question.Query, question.OperationName, variables]);

    /// <summary>The tag of what a link gives.</summary>
    /// <param name="fingerprint">The data set that it is made from.</param>
    /// <param name="path">The link's path.</param>
    /// <param name="parameters">The link's parameters as they were written.</param>
    public static string Of(string fingerprint, string path, string? parameters) => OfParts([Program, fingerprint, path, parameters]);

    private static string OfParts(ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            // No UTF-8 text has this byte: parts cannot run into each other.
            hash.AppendData([0xFF]);
        }
        return $"W/\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16))}\"";
    }

    /// <summary>Whether a client has an answer with this tag (If-None-Match: a list, compared weakly).</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        var given = request.Headers.IfNoneMatch;
        return given.Count > 0 && EntityTagHeaderValue.TryParseList(given, out var tags) && tags.Any(one => one.Tag != "*" && one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
    }

    /// <summary>Whether a client has whatever answer there is (If-None-Match: *).</summary>
    public static bool AnyIsKnown(HttpRequest request) => request.Headers.IfNoneMatch is { Count: 1 } given && given[0]?.Trim() == "*";
}
