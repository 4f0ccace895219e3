using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>The pages that web/ is built into: index.html at /, name.html at /name, and what they load. Nothing comes from elsewhere.</summary>
internal static class PageEndpoints
{
    /// <summary>What the program and / say where it was built without its pages.</summary>
    public const string HowToGetPages =
        "The page at / is not built: install Node.js 20.19 or later with npm (https://nodejs.org) and build again. The API is at /graphql.";

    private const string Index = "index";

    /// <summary>
    /// The editor writes the rules of its colours and sizes into the page, hence inline styles; its letters that are signs come as data.
    /// All else is a file of this program.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".graphql"] = "text/plain; charset=utf-8",
    };

    /// <summary>Where the pages lie: beside the program, whatever the current folder.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Whether the program was built with its pages.</summary>
    public static bool AreBuilt => File.Exists(Path.Combine(DefaultFolder, Index + ".html"));

    /// <summary>Maps each file of the folder, as it is now; without pages, / says how to get them.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes, string? folder = null)
    {
        var root = new DirectoryInfo(folder ?? DefaultFolder);
        if (!File.Exists(Path.Combine(root.FullName, Index + ".html")))
        {
            routes.MapMethods("/", Methods, SayHowToGetPagesAsync);
            return;
        }
        foreach (var page in root.EnumerateFiles("*.html"))
        {
            var name = Path.GetFileNameWithoutExtension(page.Name);
            // A page may be another one after an update: it is asked for each time, and answered by 304 where it is the same.
            Map(routes, name == Index ? "/" : "/" + name, page, "no-cache");
        }
        foreach (var asset in root.EnumerateFiles("assets/*"))
        {
            // Its name changes with its content.
            Map(routes, "/assets/" + asset.Name, asset, "public, max-age=31536000, immutable");
        }
    }

    private static void Map(IEndpointRouteBuilder routes, string path, FileInfo file, string caching)
    {
        // A file of a type that is not listed is no file of ours.
        if (!ContentTypes.TryGetValue(file.Extension, out var type))
            return;
        var version = new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
        routes.MapMethods(
            path,
            Methods,
            context =>
            {
                Protect(context.Response.Headers);
                context.Response.Headers.CacheControl = caching;
                return TypedResults
                    .PhysicalFile(file.FullName, type, lastModified: file.LastWriteTimeUtc, entityTag: version)
                    .ExecuteAsync(context);
            }
        );
    }

    private static Task SayHowToGetPagesAsync(HttpContext context)
    {
        Protect(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(HowToGetPages + "\n", context.RequestAborted);
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
