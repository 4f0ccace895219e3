using System.Globalization;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>
/// Semantics: an unknown id names near ones. Of more bodies than are all compared, those that stand beside it by id or
/// by name, of which some are actor and grouping, and many share a name.
/// </summary>
public abstract class ManyBodiesContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = Rows(
                "id,name",
                Enumerable.Range(0, 2100).Select(i => $"a{i:0000},{Name(i)}").Append("zz,Éa").Append("g0050,Part 50")
            ),
            ["groupings.csv"] = Rows("id,name", Enumerable.Range(0, 100).Select(i => $"g{i:0000},Part {i}")),
            ["memberships.csv"] = "id,actor,grouping\nm,a0000,g0000\n",
            ["concepts.csv"] = "id,scheme,label_fr\nrural,theme,rural\n",
        };

    // Beside it by id, the nearest first, then by id.
    [TestCase("a1234x", "'a1234' or 'a1224' or 'a1230'")]
    [TestCase("a12345", "'a1234' or 'a1235' or 'a1245'")]
    // Beside it by name.
    [TestCase("body 77", "'a0077' or 'a0075' or 'a0076'")]
    [TestCase("Part 100", "'g0001' or 'g0010' or 'g0000'")]
    [TestCase("Same", "'a0003' or 'a0010' or 'a0017'")]
    [TestCase("EA", "'zz'")]
    [TestCase("😀 zz", "'zz'")]
    [TestCase("Ωμέγα", "")]
    // A mistake in the first letter: what it is near to stands elsewhere.
    [TestCase("x1234", "")]
    public async Task The_nearest_of_those_beside_it_are_named(string asked, string near)
    {
        var (code, message) = await ErrorAsync(
            "query ($with: ID) { coAccompaniers(theme: \"rural\", with: $with) { totalCount } }",
            new { with = asked }
        );

        Assert.That(code, Is.EqualTo("UNKNOWN_ID"));
        Assert.That(
            message,
            Does.EndWith(near.Length == 0 ? "ask for all of them to see which there are" : $"did you mean {near}?")
        );
    }

    private static string Name(int i) => i % 7 == 3 ? "Same" : string.Create(CultureInfo.InvariantCulture, $"Body {i}");

    private static string Rows(string header, IEnumerable<string> rows) =>
        string.Join('\n', rows.Prepend(header)) + "\n";
}
