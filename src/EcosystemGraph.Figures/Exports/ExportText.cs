using System.Text;

namespace EcosystemGraph.Figures.Exports;

/// <summary>Texts of the data on their way into a file.</summary>
internal static class ExportText
{
    /// <summary>UTF-8 without a mark at the beginning, which Python, R and Gephi would take for part of the first word.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Parts the members of a list in a format that has no lists.</summary>
    private const char Between = '|';

    /// <summary>The text with U+FFFD for each character that XML 1.0 cannot hold.</summary>
    public static string Clean(string text)
    {
        var span = text.AsSpan();
        if (
            span.IndexOfAnyInRange('\0', '\u001F') < 0
            && span.IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            && span.IndexOfAnyInRange('\uFFFE', '\uFFFF') < 0
        )
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else
                clean.Append(
                    c is '\t' or '\n' or '\r' || (c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE') ? c : '\uFFFD'
                );
        }
        return clean.ToString();
    }

    /// <summary>A list as one text: "a|b"; a bar or a backslash of a member's own has a backslash before it. Null where it has no member.</summary>
    public static string? Joined(IEnumerable<string?> members)
    {
        StringBuilder? joined = null;
        string? only = null;
        foreach (var member in members)
        {
            var text = Escaped(member ?? "");
            if (only is null)
                only = text;
            else
                (joined ??= new StringBuilder(only)).Append(Between).Append(text);
        }
        return joined?.ToString() ?? only;
    }

    private static string Escaped(string member) =>
        member.AsSpan().ContainsAny(Between, '\\')
            ? member.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            : member;
}
