using System.Globalization;
using System.Xml;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What the two XML formats share.</summary>
internal static class XmlExport
{
    /// <summary>A writer into the buffer, which is to be flushed before the buffer is drained.</summary>
    public static XmlWriter Into(ExportBuffer buffer) =>
        XmlWriter.Create(
            buffer,
            new XmlWriterSettings
            {
                Encoding = ExportText.Utf8,
                Indent = true,
                IndentChars = " ",
                NewLineChars = "\n",
                // Ends of lines within names stand as &#xA;, or a reader would make blanks of them.
                NewLineHandling = NewLineHandling.Entitize,
                // Names have been cleaned by then, the rest is ours.
                CheckCharacters = false,
                CloseOutput = false,
            }
        );

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A coordinate that grows upwards; no minus stands before a nought.</summary>
    public static double Upwards(double y) => y == 0 ? 0 : -y;
}
