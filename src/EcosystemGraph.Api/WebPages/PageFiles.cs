using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Api.WebPages;

/// <summary>What a page of the server's own brings along: its style, which is part of the program, and its script, where web/ was built.</summary>
internal sealed class PageFiles
{
    private const string Entry = "src/figures/main.ts";
    private const string IconSource = "src/shared/icon.svg";

    private PageFiles(string? script, string? icon) => (Script, Icon) = (script, icon);

    /// <summary>The address of the script, from the page; null where web/ was not built: the page works without it.</summary>
    public string? Script { get; }

    /// <summary>The address of the icon, from the page; null as for the script.</summary>
    public string? Icon { get; }

    /// <summary>The style sheet, to stand within the page.</summary>
    public static string Style { get; } = Resource("page.css") + Resource("figures.css");

    /// <summary>How Content-Security-Policy names the style sheet.</summary>
    public static string StyleSource { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    /// <summary>Reads what Vite says it made of which source.</summary>
    /// <param name="folder">Where the pages lie.</param>
    public static PageFiles Read(string folder)
    {
        var manifest = Path.Combine(folder, "manifest.json");
        if (!File.Exists(manifest))
            return new PageFiles(null, null);
        using var made = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return new PageFiles(FileOf(made.RootElement, Entry), FileOf(made.RootElement, IconSource));
    }

    private static string? FileOf(JsonElement made, string source) =>
        made.TryGetProperty(source, out var one) ? one.GetProperty("file").GetString() : null;

    // Line ends as browsers see them, whatever the checkout: the hash is of those.
    private static string Resource(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
