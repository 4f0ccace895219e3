using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What a file says of itself.</summary>
internal static class About
{
    /// <summary>The data set, its version, the part of it that the file is, the fingerprint.</summary>
    public static string Line(Extract extract, Language language) =>
        $"{extract.Dataset.Title}, {extract.Dataset.Version}; {extract.Scope.In(language)}; SHA-256 {extract.Dataset.Sha256}";
}
