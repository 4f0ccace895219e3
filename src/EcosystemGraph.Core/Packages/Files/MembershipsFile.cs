using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class MembershipsFile : PackageFile<Membership>
{
    public override string Name => "memberships.csv";

    public override IReadOnlyList<string> Columns { get; } =
    [
        "id",
        "actor",
        "grouping",
        "role",
        "territory",
        "regularity",
        "from",
        "to",
        "status",
        "confidence",
        "openness",
        "passages",
        "mention",
        .. InEach("note"),
    ];

    public override IReadOnlyList<string> Required { get; } = ["actor", "grouping"];

    public override Membership Read(RowReader row) =>
        new(
            row.Id("id", ""),
            row.Id("actor"),
            row.Id("grouping"),
            row.Id("role", BuiltInConcepts.Member),
            row.OptionalId("territory"),
            row.Enum("regularity", Regularity.UNSTATED),
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
