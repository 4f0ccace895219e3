using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Tests;

/// <summary>The languages that tests speak of by name, and texts in both.</summary>
internal static class KnownLanguages
{
    extension(Language)
    {
        public static Language FR => Language.All[0];

        public static Language EN => Language.All[1];
    }

    extension(MultilingualText text)
    {
        public string? French => text[Language.All[0]];

        public string? English => text[Language.All[1]];

        public static MultilingualText Of(string? french, string? english) =>
            new(language =>
                language.Number switch
                {
                    0 => french,
                    1 => english,
                    _ => null,
                }
            );
    }
}
