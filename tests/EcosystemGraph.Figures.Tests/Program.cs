using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Tests;

/// <summary>Draws figures in a process of its own and prints their fingerprints: LANGUAGE, then pairs of LAYOUT and FORMAT.</summary>
internal static class Program
{
    public static void Main(string[] arguments)
    {
        var seed = SharedFiles.InRepository("seed-data", AppContext.BaseDirectory);
        var extract = Extracts.Of(Extracts.ReadAsync(seed).GetAwaiter().GetResult(), "pes-21");
        for (var i = 1; i + 1 < arguments.Length; i += 2)
        {
            var style = new FigureStyle { Language = Enum.Parse<Language>(arguments[0]), Layout = Enum.Parse<FigureLayout>(arguments[i]), SizeBy = FigureMeasure.BETWEENNESS };
            Console.WriteLine(Figure.Draw(extract, style, Enum.Parse<FigureFormat>(arguments[i + 1]), CancellationToken.None).Sha256);
        }
    }
}
