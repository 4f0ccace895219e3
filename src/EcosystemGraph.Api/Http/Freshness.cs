using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures;
using EcosystemGraph.Neo4j;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>
/// Tags answers to GET, says how they may be kept, and knows whether what a client keeps is still right: one rule for all
/// faces. An answer follows from the data set, the program and the request alone: the tag is their hash. It is weak, for
/// compression changes the bytes and not the answer.
/// </summary>
internal sealed class Freshness(ServiceSettings settings)
{
    // Not the version alone: it stays the same while the program is being worked on.
    private static readonly string Program = string.Join(
        '\n',
        new[] { typeof(Freshness), typeof(IStore), typeof(Neo4jStore), typeof(Figure) }.Select(type =>
            $"{type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} {type.Module.ModuleVersionId}"
        )
    );

    private readonly string _cacheControl = (settings.ApiKeys.Keys.IsEmpty, settings.Http.CacheSeconds) switch
    {
        // What is answered to the holders of keys is not for caches that others share.
        (true, 0) => "no-cache",
        (false, 0) => "private, no-cache",
        (true, var seconds) => string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}"),
        (false, var seconds) => string.Create(CultureInfo.InvariantCulture, $"private, max-age={seconds}"),
    };

    /// <summary>The tag of an answer.</summary>
    /// <param name="fingerprint">The data set that the answer is from.</param>
    /// <param name="request">All of the request that the answer depends on.</param>
    public static EntityTagHeaderValue TagOf(string fingerprint, params ReadOnlySpan<string?> request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Program);
        Append(hash, fingerprint);
        foreach (var part in request)
            Append(hash, part ?? "");
        return new EntityTagHeaderValue(
            $"\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16))}\"",
            isWeak: true
        );
    }

    /// <summary>
    /// Tags the answer; where the client has it already, says 304. A tag that the client was given was sent with an answer that
    /// is still right: it need not be made again. "*" is whatever answer there is: whether there is one is known when it is made.
    /// </summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="tag">The answer's tag.</param>
    /// <param name="vary">The headers on which the answer depends.</param>
    /// <param name="isMade">Whether the answer is there.</param>
    public bool IsKept(HttpContext context, EntityTagHeaderValue tag, string vary, bool isMade)
    {
        var isKept =
            context.Request.Headers.IfNoneMatch.Count > 0
            && context
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(given =>
                    given.Equals(EntityTagHeaderValue.Any) ? isMade : given.Compare(tag, useStrongComparison: false)
                );
        if (!isKept && !isMade)
            return false;
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = _cacheControl;
        response.Headers.Vary = vary;
        if (isKept)
            response.StatusCode = StatusCodes.Status304NotModified;
        return isKept;
    }

    private static void Append(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        // No UTF-8 text has this byte: parts cannot run into each other.
        hash.AppendData([0xFF]);
    }
}
