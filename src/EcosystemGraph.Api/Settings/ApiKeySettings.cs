using System.Collections.Immutable;

namespace EcosystemGraph.Api.Settings;

/// <summary>Who may ask.</summary>
/// <param name="Keys">Keys by the names of those who hold them; everyone may ask where there are none.</param>
internal sealed record ApiKeySettings(ImmutableSortedDictionary<string, string> Keys)
{
    private const int LeastCharacters = 16;

    public static ApiKeySettings Read(SettingsReader reader) => new(reader.Secrets("ApiKeys", LeastCharacters));
}
