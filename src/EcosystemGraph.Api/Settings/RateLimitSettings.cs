namespace EcosystemGraph.Api.Settings;

/// <summary>How often a client may ask: an API key where there are any, an address otherwise.</summary>
/// <param name="Requests">How many requests within a window; 0 for no limit.</param>
/// <param name="Seconds">How long a window is, in seconds.</param>
internal sealed record RateLimitSettings(int Requests, int Seconds)
{
    public static RateLimitSettings Read(SettingsReader reader) =>
        new(
            reader.Whole("RateLimit:Requests", 0, 0, 1_000_000, "requests"),
            reader.Whole("RateLimit:Seconds", 60, 1, 3600, "s")
        );
}
