using EcosystemGraph.Api.Settings;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace EcosystemGraph.Api.Http;

/// <summary>Compresses answers for clients that can read it (brotli, gzip), where they are large enough to gain by it.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.GraphQLResponse.Name];
            // An answer holds no secret beside what the client itself has sent.
            options.EnableForHttps = true;
        });
        services.AddSingleton<IResponseCompressionProvider, LargeAnswers>();
    }

    private sealed class LargeAnswers(
        IServiceProvider services,
        IOptions<ResponseCompressionOptions> options,
        ServiceSettings settings
    ) : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context) =>
            (context.Response.ContentLength is not { } length || length >= settings.Http.CompressionMinBytes)
            && base.ShouldCompressResponse(context);
    }
}
