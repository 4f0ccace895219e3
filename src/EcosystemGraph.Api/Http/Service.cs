using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures.Exports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EcosystemGraph.Api.Http;

/// <summary>Puts the service together. What is off by its setting stands in no request's way.</summary>
internal static class Service
{
    public static void AddService(this WebApplicationBuilder builder, ServiceSettings settings)
    {
        var services = builder.Services;
        // Kestrel's own limit of a body stays above ours: what is refused for its size is still taken in, for clients that read no answer before they have sent all.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Http.DrainSeconds + settings.Http.ShutdownSeconds)
        );
        services.AddSingleton(settings);
        services.AddSingleton(settings.Http);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(settings.Documents);
        services.AddRoutingCore();
        services.TryAddSingleton(NetworkFormats.BuiltIn);
        services.TryAddSingleton<NetworkDrawings>();
        services.AddSingleton<EcosystemSchema>();
        services.AddSingleton<GraphQLReader>();
        services.AddSingleton<GraphQLAnswerer>();
        services.AddSingleton<RequestObserver>();
        services.AddSingleton(provider => new QuestionService(
            provider.GetRequiredService<GraphQLAnswerer>(),
            provider.GetRequiredService<IStore>(),
            provider.GetRequiredService<NetworkDrawings>(),
            settings.Http.RequestSeconds,
            settings.Http.MaxAnswerBytes,
            provider.GetRequiredService<RequestObserver>()
        ));
        services.AddSingleton<Freshness>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<DrawingEndpoints>();
        services.AddSingleton<FigurePageEndpoint>();
        services.AddSingleton<PersistedDocuments>();
        services.AddHostedService(provider => provider.GetRequiredService<PersistedDocuments>());
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        if (settings.Http.Compression)
            services.AddCompression();
        if (!settings.Cors.Origins.IsEmpty)
            services.AddCrossOrigin(settings.Cors);
        if (settings.RateLimit.Requests > 0)
            services.AddRateLimits(settings.RateLimit);
        if (!settings.ApiKeys.Keys.IsEmpty)
            services.AddApiKeys();
    }

    public static void UseService(this WebApplication app, ServiceSettings settings)
    {
        if (!settings.Http.TrustedProxies.IsEmpty)
            app.UseTrustedProxies(settings.Http);
        if (settings.Http.BasePath.Length > 0)
            app.UsePathBase(settings.Http.BasePath);
        if (settings.Http.Compression)
            app.UseResponseCompression();
        app.UseRouting();
        if (!settings.Cors.Origins.IsEmpty)
            app.UseCors();
        // Who asks is known before how often they may; who may not ask at all has asked all the same.
        if (!settings.ApiKeys.Keys.IsEmpty)
            app.UseAuthentication();
        if (settings.RateLimit.Requests > 0)
            app.UseRateLimiter();
        if (!settings.ApiKeys.Keys.IsEmpty)
            app.UseAuthorization();

        var questions = app.MapMethods(
            GraphQLEndpoint.Path,
            [HttpMethods.Post, HttpMethods.Get],
            app.Services.GetRequiredService<GraphQLEndpoint>().HandleAsync
        );
        foreach (var asked in DrawingEndpoints.Map(app).Prepend(FigurePageEndpoint.Map(app)).Prepend(questions))
        {
            if (settings.RateLimit.Requests > 0)
                asked.RequireRateLimiting(RateLimits.Policy);
            if (!settings.ApiKeys.Keys.IsEmpty)
                asked.RequireAuthorization();
        }
        app.MapSpecification();
        app.MapHealth();
    }
}
