using EcosystemGraph.Api.Operation;
using EcosystemGraph.Neo4j;

namespace EcosystemGraph.Api.Http;

/// <summary>Tells whoever watches the program whether it lives and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/health/live",
            (HttpContext context) => context.Response.WriteAsync("live\n", context.RequestAborted)
        );
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        // A graph in memory is whole before the program listens.
        var store = context.RequestServices.GetService<Neo4jStore>();
        var leaving = context.RequestServices.GetRequiredService<Draining>().HasBegun;
        var problem =
            leaving ? "stopping"
            : store is null ? null
            : await store.ProblemAsync(context.RequestAborted);
        context.Response.StatusCode = problem is null
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync((problem ?? "ready") + "\n", context.RequestAborted);
    }
}
