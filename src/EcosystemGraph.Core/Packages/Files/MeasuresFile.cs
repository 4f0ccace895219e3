using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class MeasuresFile : PackageFile<Measure>
{
    public override string Name => "measures.csv";

    public override IReadOnlyList<string> Columns { get; } =
    ["id", "subject", "concept", "value", "qualifier", "unit", "at", "confidence", "passages", "mention"];

    public override IReadOnlyList<string> Required { get; } = ["subject", "concept", "value"];

    public override Measure Read(RowReader row) =>
        new(
            row.Id("id", ""),
            row.Id("subject"),
            row.Id("concept"),
            row.Number("value"),
            row.Enum("qualifier", Qualifier.EXACT),
            row.Text("unit"),
            row.Date("at"),
            row.Enum("confidence", Confidence.STATED),
            row.Citation(),
            row.Place
        );
}
