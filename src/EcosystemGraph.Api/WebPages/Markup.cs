using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EcosystemGraph.Api.WebPages;

/// <summary>HTML: what stands in the program's own text is markup, every value put into it is encoded, in attributes too.</summary>
[InterpolatedStringHandler]
internal readonly struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text;

    public Markup(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? value) => _text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup value) => _text.Append(value._text);

    public void AppendFormatted(IEnumerable<Markup> values)
    {
        foreach (var value in values)
            AppendFormatted(value);
    }

    /// <summary>Nothing.</summary>
    public static Markup None => $"";

    /// <summary>One of two, or nothing: "selected" where something is.</summary>
    public static Markup If(bool holds, Markup markup) => holds ? markup : None;

    /// <summary>Markup that the program itself brings along, such as its style sheet.</summary>
    public static Markup Own(string markup)
    {
        var own = new Markup(markup.Length, 0);
        own.AppendLiteral(markup);
        return own;
    }

    public override string ToString() => _text.ToString();
}
