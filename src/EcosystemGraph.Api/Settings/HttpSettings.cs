using System.Collections.Immutable;
using System.Net;

namespace EcosystemGraph.Api.Settings;

/// <summary>Requests and answers.</summary>
/// <param name="MaxBodyBytes">The largest request body, in bytes.</param>
/// <param name="BodySeconds">How long a whole body may take to arrive, in seconds.</param>
/// <param name="RequestSeconds">How long a question may take to be answered, in seconds.</param>
/// <param name="MaxAnswerBytes">The largest answer, in bytes, before compression.</param>
/// <param name="Compression">Whether answers are compressed for clients that can read it.</param>
/// <param name="CompressionMinBytes">The smallest answer that is compressed, in bytes.</param>
/// <param name="CacheSeconds">How long an answer to GET may be used again without asking, in seconds.</param>
/// <param name="BasePath">A path before all others, under which a proxy serves the program; empty for none.</param>
/// <param name="TrustedProxies">Addresses and networks whose X-Forwarded headers are believed.</param>
/// <param name="DrainSeconds">How long questions are still taken after the program was told to stop, while /health/ready says so, in seconds.</param>
/// <param name="ShutdownSeconds">How long running questions may take after that, in seconds.</param>
internal sealed record HttpSettings(
    int MaxBodyBytes,
    int BodySeconds,
    int RequestSeconds,
    int MaxAnswerBytes,
    bool Compression,
    int CompressionMinBytes,
    int CacheSeconds,
    string BasePath,
    ImmutableArray<string> TrustedProxies,
    int DrainSeconds,
    int ShutdownSeconds
)
{
    public static HttpSettings Read(SettingsReader reader) =>
        new(
            reader.Whole("Http:MaxBodyBytes", 1 << 20, 1 << 10, 16 << 20, "bytes"),
            reader.Whole("Http:BodySeconds", 10, 1, 600, "s"),
            reader.Whole("Http:RequestSeconds", 60, 1, 600, "s"),
            reader.Whole("Http:MaxAnswerBytes", 32 << 20, 64 << 10, 256 << 20, "bytes"),
            reader.Flag("Http:Compression", true),
            reader.Whole("Http:CompressionMinBytes", 1 << 10, 0, 1 << 20, "bytes"),
            reader.Whole("Http:CacheSeconds", 0, 0, 86400, "s"),
            reader.Text("Http:BasePath", "a path such as /ecosystem", IsPath).TrimEnd('/'),
            reader.List(
                "Http:TrustedProxies",
                "IP addresses or networks such as 10.0.0.0/8",
                text => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _)
            ),
            reader.Whole("Http:DrainSeconds", 0, 0, 600, "s"),
            reader.Whole("Http:ShutdownSeconds", 20, 0, 600, "s")
        );

    private static bool IsPath(string text) =>
        text[0] == '/'
        && !text.Contains("//", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '~');
}
