using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages.Validation;

public sealed class NearIdsTests
{
    private static readonly NearIds Near = new([
        "rares",
        "grais",
        "crdva",
        "cress-bfc",
        "france-active-bourgogne",
        "france-active-franche-comte",
        "dla",
    ]);

    [TestCase("rarse", "rares")]
    [TestCase("Rares", "rares")]
    [TestCase("gras", "grais")]
    [TestCase("cress", "cress-bfc")]
    [TestCase("france-active-bourgone", "france-active-bourgogne")]
    [TestCase("le-dla-de-tous", "dla")]
    [TestCase("xyzxyz", "")]
    public void The_nearest_come_first(string wanted, string expected) =>
        Assert.That(
            string.Join(',', Near.Find(wanted)).StartsWith(expected, StringComparison.Ordinal)
                && (expected.Length > 0 || Near.Find(wanted).IsEmpty),
            Is.True,
            string.Join(',', Near.Find(wanted))
        );

    [Test]
    public void At_most_so_many() =>
        Assert.That(new NearIds(["a1", "a2", "a3", "a4"]).Find("a5", 2), Is.EqualTo(new[] { "a1", "a2" }));

    [Test]
    public void No_id_of_a_distance_within_the_limit_is_left_out()
    {
        // The letters' filter must never drop what the distance would keep: compared with the distance alone, written plainly.
        var random = new Random(7);
        string Word() => new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abcd-9Z"[random.Next(7)])]);
        var known = Enumerable.Range(0, 300).Select(_ => Word()).Distinct().ToList();
        var near = new NearIds(known);
        for (var i = 0; i < 200; i++)
        {
            var wanted = Word();
            var limit = Math.Max(2, wanted.Length / 3);
            Assert.That(
                near.Find(wanted, 1000),
                Is.SupersetOf(known.Where(id => Distance(wanted, id) <= limit)),
                wanted
            );
            Assert.That(near.Find(wanted), Is.EqualTo(near.Find(wanted, 1000).Take(3)), wanted);
        }
    }

    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                            table[i - 1, j - 1]
                                + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1)
                        );
            }
        }
        return table[one.Length, other.Length];
    }
}
