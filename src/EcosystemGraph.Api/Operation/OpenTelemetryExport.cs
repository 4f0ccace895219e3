using System.Globalization;
using System.Reflection;
using EcosystemGraph.Neo4j.Transport;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EcosystemGraph.Api.Operation;

/// <summary>Sends traces and measurements to a collector where OpenTelemetry's own environment variables name one.</summary>
internal static class OpenTelemetryExport
{
    private const string Prefix = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the export that the environment asks for; nothing where it asks for none.</summary>
    public static void AddOpenTelemetryExport(this WebApplicationBuilder builder, IConfiguration environment)
    {
        var traces = IsAsked(environment, "TRACES");
        var metrics = IsAsked(environment, "METRICS");
        if (!traces && !metrics)
            return;

        // The library reads its settings from the host's configuration; it gets its own, and no others.
        builder.Configuration.AddInMemoryCollection(
            environment.AsEnumerable().Where(setting => setting.Key.StartsWith(Prefix, StringComparison.Ordinal))
        );
        var version = typeof(OpenTelemetryExport)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("ecosystem-graph", serviceVersion: version).AddEnvironmentVariableDetector()
            );
        if (traces)
        {
            telemetry.WithTracing(tracing =>
                tracing
                    .AddSource(Telemetry.Name, Neo4jClient.ActivitySourceName)
                    .AddAspNetCoreInstrumentation(options =>
                        options.Filter = context =>
                            !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    )
                    .AddOtlpExporter(exporter => ReadOwn(exporter, environment, "TRACES"))
            );
        }
        if (metrics)
        {
            telemetry.WithMetrics(measuring =>
                measuring
                    .AddMeter(
                        Telemetry.Name,
                        "Microsoft.AspNetCore.Hosting",
                        "Microsoft.AspNetCore.Server.Kestrel",
                        "Microsoft.AspNetCore.RateLimiting",
                        "System.Runtime"
                    )
                    .AddOtlpExporter((exporter, _) => ReadOwn(exporter, environment, "METRICS"))
            );
        }
    }

    // The library reads what is set for all signals; what is set for one of them counts more.
    private static void ReadOwn(OtlpExporterOptions exporter, IConfiguration environment, string signal)
    {
        var prefix = $"OTEL_EXPORTER_OTLP_{signal}_";
        if (Uri.TryCreate(environment[prefix + "ENDPOINT"], UriKind.Absolute, out var endpoint))
            exporter.Endpoint = endpoint;
        if (environment[prefix + "HEADERS"] is { Length: > 0 } headers)
            exporter.Headers = headers;
        if (
            int.TryParse(
                environment[prefix + "TIMEOUT"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var milliseconds
            )
        )
            exporter.TimeoutMilliseconds = milliseconds;
        exporter.Protocol = environment[prefix + "PROTOCOL"] switch
        {
            "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            _ => exporter.Protocol,
        };
    }

    private static bool IsAsked(IConfiguration environment, string signal) =>
        !string.Equals(environment["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(environment[$"OTEL_{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase)
        && (IsSet(environment[Endpoint]) || IsSet(environment[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]));

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}
