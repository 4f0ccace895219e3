namespace EcosystemGraph.Api.Settings;

/// <summary>All settings of the service, read once when it starts; README has the table.</summary>
/// <param name="Http">Requests and answers.</param>
/// <param name="Limits">How large a question may be.</param>
/// <param name="Documents">Persisted documents.</param>
/// <param name="Cors">Pages of other origins.</param>
/// <param name="RateLimit">How often a client may ask.</param>
/// <param name="ApiKeys">Who may ask; everyone where empty.</param>
/// <param name="Logs">What is logged.</param>
internal sealed record ServiceSettings(
    HttpSettings Http,
    LimitSettings Limits,
    DocumentSettings Documents,
    CorsSettings Cors,
    RateLimitSettings RateLimit,
    ApiKeySettings ApiKeys,
    LogSettings Logs
)
{
    /// <summary>What holds where nothing is set.</summary>
    public static ServiceSettings Unset { get; } = Read(new SettingsReader(new ConfigurationBuilder().Build()));

    /// <summary>Reads every section; the reader collects what is wrong.</summary>
    public static ServiceSettings Read(SettingsReader reader) =>
        new(
            HttpSettings.Read(reader),
            LimitSettings.Read(reader),
            DocumentSettings.Read(reader),
            CorsSettings.Read(reader),
            RateLimitSettings.Read(reader),
            ApiKeySettings.Read(reader),
            LogSettings.Read(reader)
        );
}
