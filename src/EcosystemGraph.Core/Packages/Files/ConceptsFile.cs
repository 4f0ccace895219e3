using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class ConceptsFile : PackageFile<Concept>
{
    public override string Name => "concepts.csv";

    public override IReadOnlyList<string> Columns { get; } =
    ["id", "scheme", .. InEach("label"), "broader", .. InEach("definition"), "mutual"];

    public override IReadOnlyList<string> Required { get; } = ["id", "scheme"];

    public override Concept Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Required("scheme"),
            row.Multilingual("label"),
            row.Ids("broader"),
            row.Multilingual("definition"),
            row.Flag("mutual", false),
            row.Place
        );
}
