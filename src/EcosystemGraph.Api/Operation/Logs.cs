using EcosystemGraph.Api.Settings;

namespace EcosystemGraph.Api.Operation;

/// <summary>Logs to the console, as lines or as JSON.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder, LogSettings settings)
    {
        var logging = builder.Logging;
        if (settings.Format == LogFormat.Json)
            logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "O"));
        else
            logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("EcosystemGraph", settings.Level);
        // Why the server could not start is told in a sentence; the host would add its stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
