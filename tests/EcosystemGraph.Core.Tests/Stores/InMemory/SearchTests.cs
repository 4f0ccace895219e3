using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Bodies by their names, on generated data, compared with every word looked for in every form of every body.</summary>
public sealed class SearchTests
{
    private static readonly string[] Letters =
    [
        "a",
        "e",
        "é",
        "o",
        "ss",
        "ree",
        "𠀀",
        "м",
        "e a",
        "x y",
        "1",
        "!",
        "&",
        "€",
        "ς",
        "ẞ",
    ];

    [Test]
    public void They_are_those_with_a_form_that_holds_every_word()
    {
        var byRank = new int[Enum.GetValues<SearchRank>().Length];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var data = DataMaker.Of(seed);
            var graph = new NaiveGraph(data);
            var store = new InMemoryStore(new ResolvedGraph(data));
            string[] texts =
            [
                .. data.Actors.Select(a => a.Name),
                .. data.Groupings.Select(g => g.Name),
                .. data.Names.Select(n => n.Text),
            ];
            for (var i = 0; i < 10; i++)
            {
                var asked = Asking(random, texts);
                var first = random.Next(3) == 0 ? random.Next(4) : Page.MaxSize;
                var expected = Naive(data, graph, asked).ToArray();
                var found = Asked
                    .Answer(store, new SearchRoot("found", SoughtText.Of(asked), first, Hit))
                    .GetProperty("found")
                    .EnumerateArray()
                    .Select(hit =>
                        (
                            hit.GetProperty("entity").GetProperty("id").GetString()!,
                            hit.GetProperty("matched").GetString()!,
                            Enum.Parse<SearchRank>(hit.GetProperty("rank").GetString()!)
                        )
                    )
                    .ToArray();

                Assert.That(found, Is.EqualTo(expected.Take(first)), () => $"data set {seed}: '{asked}'");
                foreach (var (_, _, rank) in expected)
                    byRank[(int)rank]++;
            }
        }
        Assert.That(byRank, Is.All.GreaterThan(100), "every rank is met often enough");
    }

    private static string Asking(Random random, string[] texts)
    {
        var text = texts[random.Next(texts.Length)];
        var words = text.Split(' ');
        return random.Next(6) switch
        {
            5 => string.Concat(FoldedText.Of(text).Split(' ').Skip(random.Next(2))),
            0 => text,
            1 => string.Join(' ', words.Reverse()),
            2 => Letters[random.Next(Letters.Length)],
            3 => string.Join(' ', words.Reverse().Select(word => word.Length > 2 ? word[1..] : word)),
            _ => text.Length > 2 ? text[..random.Next(1, text.Length)] : text,
        };
    }

    private static Projection Hit { get; } =
        new([
            new Selection(
                Records.SearchHit,
                [
                    Computed(
                        "entity",
                        new Projection([
                            .. Records.Entity.Possible.Select(type => new Selection(
                                type,
                                [new SelectedValue("id", type.Column("id"))]
                            )),
                        ])
                    ),
                    Computed("matched", null),
                    Computed("rank", null),
                ]
            ),
        ]);

    private static SelectedComputed Computed(string name, Projection? projection) =>
        new(name, (ComputedField)Records.SearchHit.FieldOf(name)!, projection, []);

    private static IEnumerable<(string Id, string Matched, SearchRank Rank)> Naive(
        Dataset data,
        NaiveGraph graph,
        string asked
    )
    {
        var exact = FoldedText.Of(asked).Length == 0;
        var searched = exact ? ExactText.Of(asked) : FoldedText.Of(asked);
        string[] words = exact ? [searched] : searched.Split(' ');
        if (searched.Length == 0)
            return [];
        var hits = new List<(string Id, string Name, string Matched, SearchRank Rank)>();
        foreach (
            var id in data
                .Actors.Select(a => a.Id)
                .Concat(data.Groupings.Select(g => g.Id))
                .Distinct(StringComparer.Ordinal)
        )
        {
            var body = graph.Entity(id);
            var forms = new List<(SearchRank Rank, string Folded, string Text)>();
            foreach (var text in (string[])graph.Read(body, "names")!)
            {
                var form = exact ? ExactText.Of(text) : FoldedText.Of(text);
                var parts = form.Split(' ');
                bool Across(string word) =>
                    !exact
                    && Enumerable
                        .Range(0, parts.Length)
                        .Any(from => string.Concat(parts[from..]).StartsWith(word, StringComparison.Ordinal));
                if (!Array.TrueForAll(words, word => form.Contains(word, StringComparison.Ordinal) || Across(word)))
                    continue;
                var rank =
                    form == searched ? SearchRank.EXACT
                    : form.StartsWith(searched, StringComparison.Ordinal) ? SearchRank.PREFIX
                    : Array.TrueForAll(words, word => $" {form} ".Contains($" {word} ", StringComparison.Ordinal))
                        ? SearchRank.WORD
                    : Array.TrueForAll(words, word => form.Contains(word, StringComparison.Ordinal)) ? SearchRank.PART
                    : SearchRank.JOINED;
                forms.Add((rank, FoldedText.Of(text), text));
            }
            if (forms.Count == 0)
                continue;
            forms.Sort(
                (a, b) =>
                    a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
                    : NaiveGraph.Texts(a.Folded, b.Folded) is var byFolded and not 0 ? byFolded
                    : NaiveGraph.Texts(a.Text, b.Text)
            );
            hits.Add((id, FoldedText.Of((string)graph.Read(body, "name")!), forms[0].Text, forms[0].Rank));
        }
        hits.Sort(
            (a, b) =>
                a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
                : NaiveGraph.Texts(a.Name, b.Name) is var byName and not 0 ? byName
                : string.CompareOrdinal(a.Id, b.Id)
        );
        return hits.Select(hit => (hit.Id, hit.Matched, hit.Rank));
    }
}
