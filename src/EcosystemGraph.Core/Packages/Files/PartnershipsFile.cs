using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class PartnershipsFile : PackageFile<Partnership>
{
    public override string Name => "partnerships.csv";

    public override IReadOnlyList<string> Columns { get; } =
    [
        "id",
        "source",
        "target",
        "type",
        "role",
        "grouping",
        "occasion",
        "regularity",
        "themes",
        "territory",
        "from",
        "to",
        "status",
        "confidence",
        "openness",
        "passages",
        "mention",
        .. InEach("note"),
    ];

    public override IReadOnlyList<string> Required { get; } = ["source", "target"];

    public override Partnership Read(RowReader row) =>
        new(
            row.Id("id", ""),
            row.Id("source"),
            row.Id("target"),
            row.Id("type", BuiltInConcepts.Unspecified),
            row.OptionalId("role"),
            row.OptionalId("grouping"),
            row.OptionalId("occasion"),
            row.Enum("regularity", Regularity.UNSTATED),
            row.Ids("themes"),
            row.OptionalId("territory"),
            row.Date("from"),
            row.Date("to"),
            row.Enum("status", Status.UNKNOWN),
            row.Enum("confidence", Confidence.STATED),
            row.Enum("openness", Openness.UNKNOWN),
            row.Citation(),
            row.Multilingual("note"),
            row.Place
        );
}
