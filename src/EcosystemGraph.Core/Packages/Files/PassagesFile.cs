using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class PassagesFile : PackageFile<Passage>
{
    public override string Name => "passages.csv";

    public override IReadOnlyList<string> Columns { get; } =
    ["id", "source", "question", "paragraph", "also", "sha256"];

    public override IReadOnlyList<string> Required { get; } = ["id", "source", "paragraph"];

    public override Passage Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Id("source"),
            row.Whole("question"),
            row.RequiredWhole("paragraph"),
            row.Texts("also"),
            row.Fingerprint("sha256"),
            row.Place
        );
}
