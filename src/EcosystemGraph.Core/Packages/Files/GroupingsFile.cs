using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class GroupingsFile : PackageFile<Grouping>
{
    public override string Name => "groupings.csv";

    public override IReadOnlyList<string> Columns { get; } =
    [
        "id",
        "name",
        "acronym",
        "kind",
        .. InEach("purpose"),
        "themes",
        "territory",
        "from",
        "to",
        "status",
        "confidence",
        "openness",
        "part_of",
        "passages",
        "mention",
    ];

    public override IReadOnlyList<string> Required { get; } = ["id", "name"];

    public override Grouping Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Text("name") ?? "",
            row.Text("acronym"),
            row.Id("kind", BuiltInConcepts.Unspecified),
            row.Multilingual("purpose"),
            row.Ids("themes"),
            row.OptionalId("territory"),
            row.Date("from"),
            row.Date("to"),
            row.Enum("status", Status.UNKNOWN),
            row.Enum("confidence", Confidence.STATED),
            row.Enum("openness", Openness.UNKNOWN),
            row.Ids("part_of"),
            row.Citation(),
            row.Place
        );
}
