using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class DenialsFile : PackageFile<Denial>
{
    public override string Name => "denials.csv";

    public override IReadOnlyList<string> Columns { get; } =
    ["id", "source", "target", "type", "passages", "mention", .. InEach("note")];

    public override IReadOnlyList<string> Required { get; } = ["source", "target"];

    public override Denial Read(RowReader row) =>
        new(
            row.Id("id", ""),
            row.Id("source"),
            row.Id("target"),
            row.Id("type", BuiltInConcepts.Unspecified),
            row.Citation(),
            row.Multilingual("note"),
            row.Place
        );
}
