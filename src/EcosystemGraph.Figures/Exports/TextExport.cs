namespace EcosystemGraph.Figures.Exports;

/// <summary>Text with "\n" after each line, into a buffer.</summary>
internal sealed class TextExport(ExportBuffer buffer) : IDisposable
{
    private readonly StreamWriter _text = new(buffer, ExportText.Utf8, 4096, leaveOpen: true) { NewLine = "\n" };

    public void Write(string text) => _text.Write(text);

    public void Write(char character) => _text.Write(character);

    public void Line(string text = "") => _text.WriteLine(text);

    /// <summary>Hands on what is there, where it is enough.</summary>
    public ValueTask DrainAsync()
    {
        _text.Flush();
        return buffer.DrainAsync();
    }

    /// <summary>Hands on all.</summary>
    public ValueTask DrainAllAsync()
    {
        _text.Flush();
        return buffer.DrainAllAsync();
    }

    public void Dispose() => _text.Dispose();
}
