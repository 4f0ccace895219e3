using System.Globalization;
using System.Text.RegularExpressions;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>README's tables of parameters, formats and columns are those that the program has.</summary>
public sealed partial class ParameterTableTests
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

    [Test]
    public void README_has_every_column_of_the_data()
    {
        var table =
            "| file | columns |\n| --- | --- |\n"
            + string.Concat(
                PackageReader.Columns.Select(file => $"| {file.Name} | {string.Join(", ", file.Columns)} |\n")
            );

        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
            File.WriteAllText(SharedFiles.InRepository("README.md"), ColumnTable().Replace(Readme, table));
        else
            Assert.That(
                ColumnTable().Match(Readme).Value,
                Is.EqualTo(table),
                "UPDATE_CASES=1 dotnet test writes it anew"
            );
    }

    [GeneratedRegex(@"\| file \| columns \|\n(\|.*\n)*")]
    private static partial Regex ColumnTable();

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
