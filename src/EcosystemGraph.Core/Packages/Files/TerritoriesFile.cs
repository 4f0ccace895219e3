using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class TerritoriesFile : PackageFile<Territory>
{
    public override string Name => "territories.csv";

    public override IReadOnlyList<string> Columns { get; } = ["id", "name", "kind", "within", "code"];

    public override IReadOnlyList<string> Required { get; } = ["id", "name"];

    public override Territory Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Required("name"),
            row.Text("kind") ?? "place",
            row.OptionalId("within"),
            row.Text("code"),
            row.Place
        );
}
