using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class SourcesFile : PackageFile<Source>
{
    public override string Name => "sources.csv";

    public override IReadOnlyList<string> Columns { get; } =
    ["id", "title", "publisher", "date", "date_confidence", "language", "respondent", "sha256"];

    public override IReadOnlyList<string> Required { get; } = ["id", "title"];

    public override Source Read(RowReader row) =>
        new(
            row.Id("id"),
            row.Required("title"),
            row.Text("publisher"),
            row.Date("date"),
            row.Enum("date_confidence", Confidence.STATED),
            row.Language("language"),
            row.OptionalId("respondent"),
            row.Fingerprint("sha256"),
            row.Place
        );
}
