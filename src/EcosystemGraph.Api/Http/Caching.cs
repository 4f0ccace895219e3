using System.Globalization;
using EcosystemGraph.Api.Settings;

namespace EcosystemGraph.Api.Http;

/// <summary>How long answers may be kept by those between.</summary>
internal static class Caching
{
    /// <summary>The Cache-Control of answers that are tagged.</summary>
    public static string Of(ServiceSettings settings) => (settings.ApiKeys.Keys.IsEmpty, settings.Http.CacheSeconds) switch
    {
        // What is answered to the holders of keys is not for caches that others share.
        (true, 0) => "no-cache",
        (false, 0) => "private, no-cache",
        (true, var seconds) => string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}"),
        (false, var seconds) => string.Create(CultureInfo.InvariantCulture, $"private, max-age={seconds}"),
    };
}
