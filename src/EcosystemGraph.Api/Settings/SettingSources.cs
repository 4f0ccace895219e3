namespace EcosystemGraph.Api.Settings;

/// <summary>Where settings come from: appsettings.json in the current folder, the environment, the command line; the later counts.</summary>
internal static class SettingSources
{
    private const string File = "appsettings.json";

    /// <summary>Reads the sources.</summary>
    /// <param name="line">NAME=VALUE of the command line.</param>
    /// <returns>The settings, or what is wrong with the sources.</returns>
    public static (IConfiguration? Configuration, string? Problem) Read(params IReadOnlyList<string> line)
    {
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in line)
        {
            var sign = setting.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
                return (null, $"--set {setting} is no setting; write NAME=VALUE, such as Http:RequestSeconds=10");
            given[setting[..sign].Trim().Replace("__", ":", StringComparison.Ordinal)] = setting[(sign + 1)..];
        }
        try
        {
            return (
                new ConfigurationBuilder()
                    .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), File), optional: true)
                    .AddEnvironmentVariables()
                    .AddInMemoryCollection(given)
                    .Build(),
                null
            );
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (
                null,
                $"{File} in the current folder cannot be read: {(error.InnerException is FormatException or System.Text.Json.JsonException ? "it is no JSON; mend it or remove it" : "see that it may be read")}"
            );
        }
    }
}
