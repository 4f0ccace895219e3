using System.Globalization;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>README's tables of parameters and formats are those that the program has.</summary>
public sealed class ParameterTableTests
{
    private static readonly string Readme = File.ReadAllText(SharedFiles.InRepository("README.md"))
        .ReplaceLineEndings("\n");

    [Test]
    public void README_has_every_parameter_as_the_schema_links_and_commands_have_it()
    {
        var table = string.Concat(
            DrawingLinks
                .Dates.Concat(DrawingLinks.OfFigures)
                .Select(Row)
                .Prepend("| --- | --- | --- | --- |\n")
                .Prepend("| parameter | value | unset | meaning |\n")
        );

        Assert.That(Readme, Does.Contain("\n\n" + table + "\n"), "put this in its place:\n" + table);
    }

    [Test]
    public void README_has_every_format()
    {
        var figures = FigureFormats.All.Select(format => $"`.{format.FileExtension}`");
        var files = NetworkFormats.BuiltIn.All.Select(writer => $"`.{writer.Format.FileExtension}`");

        Assert.That(
            Readme,
            Does.Contain($"A figure ends in {string.Join(", ", figures)}; a file in {string.Join(", ", files)}.")
        );
    }

    private static string Row(Input input)
    {
        var value = input.Kind switch
        {
            InputKind.Whole => string.Create(
                CultureInfo.InvariantCulture,
                $"{input.Least} {(input.Most is null ? "or more" : $"to {input.Most}")}"
            ),
            InputKind.Flag => "true or false",
            InputKind.Ids => "ids, commas between",
            InputKind.Choice => string.Join(", ", input.Names),
            InputKind.Choices => string.Join(", ", input.Names) + ", commas between",
            InputKind.Date => "a date",
            InputKind.ActiveAt => "a date, or JSON",
            InputKind.Filter => "JSON, as in GraphQL",
            _ => "text",
        };
        return $"| {input.Name} | {value} | {(input.Unset is null ? "" : DrawingLinks.TextOf(input.Unset) + " ")}| {input.Description} |\n";
    }
}
