using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class ActorsFile : PackageFile<Actor>
{
    public override string Name => "actors.csv";

    public override IReadOnlyList<string> Columns { get; } = ["id", "name", "acronym", "kind", "named", "territory"];

    public override IReadOnlyList<string> Required { get; } = ["id", "name"];

    public override Actor Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Text("name") ?? "",
            row.Text("acronym"),
            row.Id("kind", BuiltInConcepts.Unspecified),
            row.Flag("named", true),
            row.OptionalId("territory"),
            row.Place
        );
}
