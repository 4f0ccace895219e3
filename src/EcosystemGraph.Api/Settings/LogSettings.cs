namespace EcosystemGraph.Api.Settings;

/// <summary>How logs are written.</summary>
internal enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>What is logged.</summary>
/// <param name="Level">The least level of the program's own messages; Information has a line for each request.</param>
/// <param name="Format">How they are written.</param>
/// <param name="QueryText">Whether logs and traces hold the documents asked; values of variables never.</param>
internal sealed record LogSettings(LogLevel Level, LogFormat Format, bool QueryText)
{
    public static LogSettings Read(SettingsReader reader) =>
        new(
            reader.Choice(
                "Logs:Level",
                LogLevel.Warning,
                LogLevel.Debug,
                LogLevel.Information,
                LogLevel.Warning,
                LogLevel.Error,
                LogLevel.None
            ),
            reader.Choice("Logs:Format", LogFormat.Text, LogFormat.Text, LogFormat.Json),
            reader.Flag("Logs:QueryText", false)
        );
}
