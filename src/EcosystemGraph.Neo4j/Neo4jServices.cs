using System.Net;
using EcosystemGraph.Neo4j.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace EcosystemGraph.Neo4j;

/// <summary>Sets up what asks a Neo4j server.</summary>
public static class Neo4jServices
{
    private const int Retries = 3;

    /// <summary>Adds a <see cref="QueryClient"/>; reads are repeated where the server was not there or asks for it, writes never.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="settings">Settings without a problem.</param>
    /// <param name="readTimeout">How long a request may take; null for the settings' own time limit.</param>
    public static IServiceCollection AddNeo4j(this IServiceCollection services, Neo4jSettings settings, TimeSpan? readTimeout = null)
    {
        services.AddSingleton(settings);
        services.AddHttpClient(Neo4jSettings.Section, http => http.Timeout = readTimeout ?? TimeSpan.FromSeconds(settings.TimeoutSeconds))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AutomaticDecompression = DecompressionMethods.All,
            })
            .AddResilienceHandler("reads", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = TimeSpan.FromMilliseconds(100),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsRepeated(attempt.Outcome, attempt.Context)),
            }));
        services.AddSingleton(provider => new QueryClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Neo4jSettings.Section), settings));
        return services;
    }

    private static bool IsRepeated(Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        var request = context.GetRequestMessage();
        if (request is null || !request.Options.TryGetValue(QueryClient.SafeToRepeat, out var safe) || !safe) return false;
        return outcome.Exception is HttpRequestException || outcome.Result?.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway;
    }
}
