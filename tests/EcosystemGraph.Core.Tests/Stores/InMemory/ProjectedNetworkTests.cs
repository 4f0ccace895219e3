using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Networks of actors and of groupings, on generated data, compared with every two of them asked what they share.</summary>
public sealed class ProjectedNetworkTests
{
    private static readonly string[] Days = ["2018", "2019", "2019-07", "2020", "2021-02"];

    [Test]
    public void Two_are_tied_by_each_that_both_share_at_a_time()
    {
        var (tied, parted) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var data = DataMaker.Of(seed);
            var graph = new NaiveGraph(data);
            var store = new InMemoryStore(new ResolvedGraph(data));
            foreach (var projection in new[] { ExtractProjection.ACTORS, ExtractProjection.GROUPINGS })
            {
                var at =
                    random.Next(3) == 0
                        ? new ActiveAt(
                            PartialDate.Parse(Days[random.Next(Days.Length)]).Span,
                            Enum.GetValues<Activity>()[random.Next(3)]
                        )
                        : null;
                var ties = Enum.GetValues<Activity>().Select(overlap => Ties(store, projection, overlap, at)).ToArray();
                foreach (var overlap in Enum.GetValues<Activity>())
                {
                    Assert.That(
                        ties[(int)overlap],
                        Is.EqualTo(Naive(data, graph, projection, overlap, at)),
                        () => $"data set {seed}: {projection}, {overlap}, {at}"
                    );
                }
                tied += ties[(int)Activity.NO].Length;
                if (
                    !ties[(int)Activity.NO].SequenceEqual(ties[(int)Activity.POSSIBLE])
                    && !ties[(int)Activity.POSSIBLE].SequenceEqual(ties[(int)Activity.CERTAIN])
                )
                    parted++;
            }
        }
        Assert.That(tied, Is.GreaterThan(500));
        Assert.That(parted, Is.GreaterThan(50), "the degrees differ often enough");
    }

    private static string[] Ties(InMemoryStore store, ExtractProjection projection, Activity overlap, ActiveAt? at)
    {
        Filter memberships = at is null
            ? Filter.True
            : new Active((ActivityField)Records.Membership.FieldOf("activity")!, at);
        var part = new NetworkPart(new LinkChoice(memberships, Filter.True), [], [], 1, projection, overlap, at, null);
        var ids = new Projection([
            .. Records.Entity.Possible.Select(type => new Selection(
                type,
                [new SelectedValue("id", type.Column("id"))]
            )),
        ]);
        var tie = new Selection(
            Records.NetworkLink,
            [
                new SelectedComputed("source", (ComputedField)Records.NetworkLink.FieldOf("source")!, ids, []),
                new SelectedComputed("target", (ComputedField)Records.NetworkLink.FieldOf("target")!, ids, []),
                new SelectedComputed("weight", (ComputedField)Records.NetworkLink.FieldOf("weight")!, null, []),
                new SelectedComputed("shared", (ComputedField)Records.NetworkLink.FieldOf("shared")!, ids, []),
            ]
        );
        var links = new SelectedNetworkList(
            "links",
            (NetworkListField)Records.Network.FieldOf("links")!,
            NodeMeasure.NAME,
            null,
            new Projection([tie])
        );
        var answer = Asked.Answer(
            store,
            new NetworkRoot("network", part, new Projection([new Selection(Records.Network, [links])]))
        );
        return
        [
            .. answer
                .GetProperty("network")
                .GetProperty("links")
                .EnumerateArray()
                .Select(link =>
                    $"{link.GetProperty("source").GetProperty("id")} {link.GetProperty("target").GetProperty("id")} {link.GetProperty("weight")} {string.Join(',', link.GetProperty("shared").EnumerateArray().Select(body => body.GetProperty("id")))}"
                ),
        ];
    }

    private static IEnumerable<string> Naive(
        Dataset data,
        NaiveGraph graph,
        ExtractProjection projection,
        Activity overlap,
        ActiveAt? at
    )
    {
        var actors = projection == ExtractProjection.ACTORS;
        string Stays(Membership m) => actors ? m.Actor : m.Grouping;
        string Shared(Membership m) => actors ? m.Grouping : m.Actor;
        string NameOf(string id) =>
            data.Groupings.FirstOrDefault(g => g.Id == id)?.Name ?? data.Actors.Single(a => a.Id == id).Name;
        NaiveRecord Record(Membership m) => new("Membership", m.Id);
        // A category is no member that two groupings share.
        var counting = data
            .Memberships.Where(m =>
                graph.Counts(m)
                && (at is null || graph.ActivityOf(Record(m), at.Days) <= at.AtLeast)
                && (
                    actors || data.Groupings.Any(g => g.Id == m.Actor) || data.Actors.Single(a => a.Id == m.Actor).Named
                )
            )
            .ToArray();
        var bodies = counting.Select(Stays).Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var one in bodies)
        {
            foreach (var other in bodies.Where(other => string.CompareOrdinal(one, other) < 0))
            {
                var shared = counting
                    .Where(m => Stays(m) == one)
                    .Where(m =>
                        counting.Any(n =>
                            Stays(n) == other
                            && Shared(n) == Shared(m)
                            && (at is not null || graph.Overlap(Record(m), Record(n)) <= overlap)
                        )
                    )
                    .Select(Shared)
                    .Distinct()
                    .ToList();
                shared.Sort(
                    (a, b) =>
                        NaiveGraph.Texts(FoldedText.Of(NameOf(a)), FoldedText.Of(NameOf(b))) is var byName and not 0
                            ? byName
                            : string.CompareOrdinal(a, b)
                );
                if (shared.Count > 0)
                    yield return $"{one} {other} {shared.Count} {string.Join(',', shared)}";
            }
        }
    }
}
