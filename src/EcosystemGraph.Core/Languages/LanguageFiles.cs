using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcosystemGraph.Core.Languages;

/// <summary>
/// The files of languages: all that the service says by itself, <c>fr.json</c> in French. A new language is its file and its tag
/// here; or its file alone, in the folder Languages beside the program.
/// </summary>
public static class LanguageFiles
{
    private static readonly ImmutableArray<string> BuiltIn = ["fr", "en"];

    private static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "Languages");

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The tags of all languages, those of this program first.</summary>
    internal static ImmutableArray<string> Tags { get; } = [.. BuiltIn.Union(TagsBeside())];

    /// <summary>Opens the file of a language.</summary>
    public static Stream Open(Language language) =>
        typeof(LanguageFiles).Assembly.GetManifestResourceStream($"Languages.{language.Tag}.json")
        ?? File.OpenRead(Path.Combine(Beside, $"{language.Tag}.json"));

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

    /// <summary>What is wrong with the file of a language: it must have the keys of the first language's, each with the same places.</summary>
    public static IEnumerable<string> FaultsOf(Language language)
    {
        var file = $"Languages/{language.Tag}.json";
        var (texts, first) = (new Dictionary<string, string>(), TextsOf(Language.Usual));
        try
        {
            texts = TextsOf(language);
        }
        catch (JsonException error)
        {
            return [$"{file} is no JSON, by its line {error.LineNumber + 1}; mend it"];
        }
        return first
            .Keys.Union(texts.Keys)
            .Order(StringComparer.Ordinal)
            .Select(key =>
                !texts.TryGetValue(key, out var text)
                    ? $"{file} lacks {key}; say it as Languages/{Language.Usual.Tag}.json does"
                : !first.TryGetValue(key, out var other) ? $"{file} has {key}, which nothing says; delete it"
                : PlacesIn(text).SetEquals(PlacesIn(other)) ? null
                : $"{key} of {file} must have the places of \"{other}\""
            )
            .OfType<string>();
    }

    /// <summary>All texts of a language's file by their keys, "page.title"; lists, such as months, are its own.</summary>
    internal static Dictionary<string, string> TextsOf(Language language)
    {
        using var file = Open(language);
        using var json = JsonDocument.Parse(file);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("", json.RootElement);
        return texts;

        void Add(string key, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var part in value.EnumerateObject())
                    Add(key.Length == 0 ? part.Name : $"{key}.{part.Name}", part.Value);
            else
                texts[key] = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
    }

    private static HashSet<string> PlacesIn(string text) =>
        [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0])];

    // A tag is two or three letters, so that it can end the name of a column and of a property.
    private static IEnumerable<string> TagsBeside() =>
        Directory.Exists(Beside)
            ? Directory
                .EnumerateFiles(Beside, "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(tag => tag.Length is 2 or 3 && tag.All(char.IsAsciiLetterLower))
                .Order(StringComparer.Ordinal)
            : [];
}
