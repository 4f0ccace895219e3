using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Operation;

/// <summary>A span as a collector has it.</summary>
internal sealed record CollectedSpan(
    string Name,
    string Id,
    string Parent,
    string Trace,
    IReadOnlyDictionary<string, string> Tags
);

/// <summary>A collector of OpenTelemetry: takes OTLP over HTTP as protobuf.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly List<byte[]> _traces = [];
    private readonly List<byte[]> _metrics = [];
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>All that it was told, as text: names and values are readable in protobuf.</summary>
    public string Everything
    {
        get
        {
            lock (_traces)
                return string.Concat(_traces.Concat(_metrics).Select(Encoding.UTF8.GetString));
        }
    }

    /// <summary>The names of the measurements that came.</summary>
    public IReadOnlyList<string> Metrics
    {
        get
        {
            // resource_metrics = 1, scope_metrics = 2, metrics = 2, name = 1
            lock (_traces)
                return
                [
                    .. _metrics
                        .SelectMany(body => All(body, 1))
                        .SelectMany(resource => All(resource, 2))
                        .SelectMany(scope => All(scope, 2))
                        .Select(metric => Text(metric, 1)),
                ];
        }
    }

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<CollectedSpan> Spans
    {
        get
        {
            // resource_spans = 1, scope_spans = 2, spans = 2; of a span: trace 1, id 2, parent 4, name 5, attributes 9
            lock (_traces)
            {
                return
                [
                    .. _traces
                        .SelectMany(body => All(body, 1))
                        .SelectMany(resource => All(resource, 2))
                        .SelectMany(scope => All(scope, 2))
                        .Select(span => new CollectedSpan(
                            Text(span, 5),
                            Hex(span, 2),
                            Hex(span, 4),
                            Hex(span, 1),
                            All(span, 9)
                                .ToDictionary(
                                    tag => Text(tag, 1),
                                    tag => Value(All(tag, 2).First()),
                                    StringComparer.Ordinal
                                )
                        )),
                ];
            }
        }
    }

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var collector = new Collector(app);
        app.UseRouting();
        app.MapPost("/v1/traces", context => collector.TakeAsync(context, collector._traces));
        app.MapPost("/v1/metrics", context => collector.TakeAsync(context, collector._metrics));
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, List<byte[]> kept)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (_traces)
            kept.Add(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }

    // Members of a protobuf message that have a length: texts, bytes, messages.
    private static List<byte[]> All(byte[] message, int field)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length; )
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    if ((int)(tag >> 3) == field)
                        found.Add(message[at..(at + length)]);
                    at += length;
                    break;
                default:
                    throw new InvalidDataException();
            }
        }
        return found;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static string Text(byte[] message, int field) =>
        All(message, field) is [var text, ..] ? Encoding.UTF8.GetString(text) : "";

    private static string Hex(byte[] message, int field) =>
        All(message, field) is [var bytes, ..] ? Convert.ToHexStringLower(bytes) : "";

    // A text (1), or a whole number (3).
    private static string Value(byte[] any)
    {
        if (All(any, 1) is [var text])
            return Encoding.UTF8.GetString(text);
        var at = 1;
        return any.Length > 1 && any[0] == 0x18
            ? Varint(any, ref at).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "";
    }
}
