using System.Text.Json;
using System.Text.Json.Serialization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Languages;

/// <summary>
/// The files of languages, compiled in: all that the service says by itself, <c>fr.json</c> for <see cref="Language.FR"/>.
/// A new language is one of <see cref="Language"/> and its file.
/// </summary>
public static class LanguageFiles
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The tag of a language, as HTML, XML and the files' names have it: "fr".</summary>
    public static string Tag(Language language) => language.ToString().ToLowerInvariant();

    /// <summary>Opens the file of a language.</summary>
    public static Stream Open(Language language) =>
        typeof(LanguageFiles).Assembly.GetManifestResourceStream($"Languages.{Tag(language)}.json")
        ?? throw new InvalidOperationException(
            $"Languages/{Tag(language)}.json is missing: each language has a file of all that is said in it"
        );

    /// <summary>Reads a section of a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="file">The file of a language; it is closed.</param>
    /// <param name="section">The section's key in it.</param>
    /// <exception cref="JsonException">A key is missing, unknown or given twice.</exception>
    public static T Read<T>(Stream file, string section)
        where T : class
    {
        using var _ = file;
        using var all = JsonDocument.Parse(file);
        return all.RootElement.GetProperty(section).Deserialize<T>(Strict)
            ?? throw new JsonException($"the section {section} is null");
    }
}
