using System.Buffers.Binary;

namespace EcosystemGraph.Figures.Fonts;

/// <summary>
/// Liberation Sans, which ships with the program (OFL.txt beside it). Its widths are Arial's, and are read from the file here,
/// so that text measures alike on every machine.
/// </summary>
internal sealed class Font
{
    /// <summary>For text.</summary>
    public static readonly Font Regular = new("LiberationSans-Regular.ttf");

    /// <summary>For what stands out.</summary>
    public static readonly Font Bold = new("LiberationSans-Bold.ttf");

    /// <summary>How far capitals rise above the line, as part of the size.</summary>
    public const double CapHeight = 0.73;

    /// <summary>How far letters hang below the line, as part of the size.</summary>
    public const double Descent = 0.21;

    private const double NoGlyphWidth = 1.0;
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly double[] _widths;

    private Font(string resource)
    {
        using var stream = typeof(Font).Assembly.GetManifestResourceStream(resource)!;
        File = new byte[stream.Length];
        stream.ReadExactly(File);
        var head = Table("head");
        var unitsPerEm = UShort(head + 18);
        var advances = UShort(Table("hhea") + 34);
        var glyphCount = UShort(Table("maxp") + 4);
        var hmtx = Table("hmtx");
        _widths = new double[glyphCount];
        for (var glyph = 0; glyph < glyphCount; glyph++)
            _widths[glyph] = UShort(hmtx + 4 * Math.Min(glyph, advances - 1)) / (double)unitsPerEm;
        ReadCharacters();
    }

    /// <summary>The file, for those that draw glyphs.</summary>
    public byte[] File { get; }

    /// <summary>Whether the font can show a character.</summary>
    public bool Has(int codePoint) => codePoint < _glyphs.Length && _glyphs[codePoint] != 0;

    /// <summary>How wide a text is.</summary>
    /// <param name="text">A line.</param>
    /// <param name="size">Of the font.</param>
    /// <returns>In the unit of the size.</returns>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += Has(rune.Value) ? _widths[_glyphs[rune.Value]] : NoGlyphWidth;
        return width * size;
    }

    // Format 4 of the cmap table holds the basic plane, which is all that this font has.
    private void ReadCharacters()
    {
        var cmap = Table("cmap");
        for (var i = 0; i < UShort(cmap + 2); i++)
        {
            var at = cmap + (int)UInt(cmap + 4 + 8 * i + 4);
            if (UShort(at) != 4)
                continue;
            var twice = UShort(at + 6);
            for (var segment = 0; segment < twice; segment += 2)
            {
                int last = UShort(at + 14 + segment),
                    first = UShort(at + 16 + twice + segment);
                int delta = UShort(at + 16 + 2 * twice + segment),
                    offsetAt = at + 16 + 3 * twice + segment,
                    offset = UShort(offsetAt);
                for (var c = first; c <= last && c < 0xFFFF; c++)
                {
                    var glyph = offset == 0 ? c : UShort(offsetAt + offset + 2 * (c - first));
                    if (glyph != 0 || offset == 0)
                        _glyphs[c] = (ushort)(glyph + delta);
                }
            }
            return;
        }
    }

    private int Table(string name)
    {
        for (var i = 0; i < UShort(4); i++)
        {
            var at = 12 + 16 * i;
            if (name[0] == File[at] && name[1] == File[at + 1] && name[2] == File[at + 2] && name[3] == File[at + 3])
                return (int)UInt(at + 8);
        }
        throw new InvalidDataException($"the font has no table {name}");
    }

    private ushort UShort(int at) => BinaryPrimitives.ReadUInt16BigEndian(File.AsSpan(at));

    private uint UInt(int at) => BinaryPrimitives.ReadUInt32BigEndian(File.AsSpan(at));
}
