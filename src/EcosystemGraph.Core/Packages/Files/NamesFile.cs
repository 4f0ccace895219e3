using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Files;

internal sealed class NamesFile : PackageFile<NameForm>
{
    public override string Name => "names.csv";

    public override IReadOnlyList<string> Columns { get; } = ["entity", "name", "confidence", "passages"];

    public override IReadOnlyList<string> Required { get; } = ["entity", "name"];

    public override NameForm Read(RowReader row) =>
        new(
            row.Id("entity"),
            row.Required("name"),
            row.Enum("confidence", Confidence.STATED),
            row.Ids("passages"),
            row.Place
        );
}
