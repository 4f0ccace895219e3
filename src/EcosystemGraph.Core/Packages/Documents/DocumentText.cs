using System.Collections.Immutable;
using System.Text;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>A paragraph of a document: one line of its file.</summary>
/// <param name="Number">The line's number in the file, from 1.</param>
/// <param name="Text">Its text, normalised as <see cref="Documents.Fingerprint.Normal"/> does.</param>
/// <param name="Fingerprint">The text's fingerprint.</param>
public sealed record DocumentLine(int Number, string Text, string Fingerprint);

/// <summary>A document: a UTF-8 text file, each line that is not blank a paragraph.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Sha256">The fingerprint of the file's bytes.</param>
/// <param name="Lines">Its paragraphs.</param>
public sealed record DocumentText(string Name, string Sha256, ImmutableArray<DocumentLine> Lines)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads a document from a file.</summary>
    /// <exception cref="PackageUnreadableException">The file is missing, out of reach, or no UTF-8 text.</exception>
    public static DocumentText Read(string path)
    {
        try
        {
            return Parse(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception error)
            when (error
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        and not DecoderFallbackException
            )
        {
            throw new PackageUnreadableException(
                $"the document '{path}' cannot be read: --document names a text file",
                error
            );
        }
    }

    /// <summary>Reads a document from the bytes of its file.</summary>
    /// <exception cref="PackageUnreadableException">The bytes are no UTF-8 text.</exception>
    public static DocumentText Parse(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new PackageUnreadableException($"the document '{name}' is not UTF-8: save it as UTF-8 text", error);
        }
        var lines = ImmutableArray.CreateBuilder<DocumentLine>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var normal = Fingerprint.Normal(line);
            if (normal.Length > 0)
                lines.Add(new DocumentLine(number, normal, Fingerprint.Of(normal)));
        }
        return new DocumentText(name, Fingerprint.Of(bytes), lines.DrainToImmutable());
    }
}
