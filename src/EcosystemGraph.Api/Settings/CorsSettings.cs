using System.Collections.Immutable;

namespace EcosystemGraph.Api.Settings;

/// <summary>Pages of other origins.</summary>
/// <param name="Origins">Origins whose pages may ask; a single * for all; empty for none.</param>
internal sealed record CorsSettings(ImmutableArray<string> Origins)
{
    public static CorsSettings Read(SettingsReader reader) =>
        new(reader.List("Cors:Origins", "origins such as https://example.org, or *", IsOrigin));

    private static bool IsOrigin(string text) =>
        text == "*"
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority) == text
        );
}
