using EcosystemGraph.Api.Settings;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>Lets pages of other origins ask (CORS).</summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan Preflight = TimeSpan.FromMinutes(10);

    public static void AddCrossOrigin(this IServiceCollection services, CorsSettings settings) =>
        services.AddCors(options =>
            options.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins([.. settings.Origins])
                    .WithMethods(HttpMethods.Get, HttpMethods.Post)
                    .AllowAnyHeader()
                    .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter)
                    .SetPreflightMaxAge(Preflight)
            )
        );
}
