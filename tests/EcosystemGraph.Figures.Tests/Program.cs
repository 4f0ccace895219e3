using System.Globalization;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Tests;

/// <summary>
/// The tests' own program, which a test starts with another culture and time zone: prints the fingerprints of files
/// ("fingerprints"), or of figures: LANGUAGE, then pairs of LAYOUT and FORMAT.
/// </summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        if (arguments is ["fingerprints"])
        {
            Console.WriteLine($"{CultureInfo.CurrentCulture.Name} {TimeZoneInfo.Local.Id}");
            foreach (var line in await Exports.SameBytesTests.FingerprintsAsync())
                Console.WriteLine(line);
            return;
        }
        var seed = SharedFiles.InRepository("seed-data", AppContext.BaseDirectory);
        var extract = Extracts.Of(await Extracts.ReadAsync(seed), "pes-21");
        for (var i = 1; i + 1 < arguments.Length; i += 2)
        {
            var style = new FigureStyle
            {
                Language = Language.All.Single(language => language.ToString() == arguments[0]),
                Layout = arguments[i],
                SizeBy = NodeMeasure.BETWEENNESS,
            };
            Console.WriteLine(
                Figure.Draw(extract, style, FigureFormats.Of(arguments[i + 1]), CancellationToken.None).Sha256
            );
        }
    }
}
