using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>Generated networks and parts of real data, measured here and by NetworkX and igraph (reference.py).</summary>
public sealed class ReferenceTests
{
    private const int Generated = 300;
    private const double Close = 1e-9;

    private readonly List<Case> _cases = [];

    private sealed record Case(
        MadeNetwork Made,
        Network Network,
        Communities Communities,
        (int From, int To)[] Pairs,
        int[] Sources,
        int[][] Memberships
    )
    {
        public JsonNode Expected { get; set; } = null!;

        public double[] Numbers(string measure) => Expected[measure].Deserialize<double[]>()!;

        public string[] Sets(string measure) =>
            [.. Expected[measure].Deserialize<int[][]>()!.Select(Text).Order(StringComparer.Ordinal)];
    }

    [OneTimeSetUp]
    public async Task Ask()
    {
        for (ulong seed = 0; seed < Generated; seed++)
            Add(MadeNetwork.Generated(seed), seed);
        Add(await CutAsync("open-dev-data", "memberships.csv", "actor", "grouping").ConfigureAwait(false), 1);
        Add(await CutAsync("ror", "links.csv", "source", "target").ConfigureAwait(false), 2);

        var output = await RunAsync(
                JsonSerializer.Serialize(
                    _cases.Select(@case => new
                    {
                        nodes = @case.Made.Nodes,
                        edges = @case.Made.Links.Select(link => new[] { link.From, link.To, link.Weight }),
                        communities = Enumerable
                            .Range(0, @case.Communities.Partition.Count)
                            .Select(group => @case.Communities.Partition.Members(group).ToArray()),
                        pairs = @case.Pairs.Select(pair => new[] { pair.From, pair.To }),
                        sources = @case.Sources,
                        memberships = @case.Memberships,
                    })
                )
            )
            .ConfigureAwait(false);
        var answers = JsonNode.Parse(output)!.AsArray();
        Assert.That(answers, Has.Count.EqualTo(_cases.Count));
        for (var i = 0; i < _cases.Count; i++)
            _cases[i].Expected = answers[i]!;
    }

    private void Add(MadeNetwork made, ulong seed)
    {
        var network = made.Build();
        var random = new SeededRandom(seed);
        (int, int)[] pairs =
            made.Nodes == 0
                ? []
                : [.. Enumerable.Range(0, 10).Select(_ => (random.Below(made.Nodes), random.Below(made.Nodes)))];
        _cases.Add(
            new Case(
                made,
                network,
                Communities.Of(network),
                pairs,
                random.Choose((made.Nodes + 2) / 3, made.Nodes),
                Memberships(random)
            )
        );
    }

    // Who is in what from which day to which; some come back.
    private static int[][] Memberships(SeededRandom random) =>
        [
            .. Enumerable
                .Range(0, random.Below(40))
                .Select(_ =>
                {
                    var first = random.Below(20);
                    return new[] { random.Below(9), random.Below(6), first, first + random.Below(8) };
                }),
        ];

    /// <summary>A network of the first rows of a file of real data.</summary>
    private static async Task<MadeNetwork> CutAsync(string data, string file, string one, string other)
    {
        var archive = SharedFiles.Shared($"datasets/{data}.tar.xz");
        var pairs = JsonSerializer.Deserialize<string[][]>(
            await RunAsync("", archive, $"{data}/{file}", one, other, "500").ConfigureAwait(false)
        )!;
        var ids = pairs
            .SelectMany(pair => pair)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        int Place(string id) => Array.BinarySearch(ids, id, StringComparer.Ordinal);
        return new MadeNetwork(
            data,
            ids.Length,
            [.. pairs.Where(pair => pair[0] != pair[1]).Select(pair => (Place(pair[0]), Place(pair[1]), 1.0))]
        );
    }

    private static async Task<string> RunAsync(string input, params string[] arguments)
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python))
            SharedFiles.Missing($"there is no {Python}");
        var script = Path.Combine(
            SharedFiles.InRepository("tests"),
            "EcosystemGraph.Core.Tests",
            "Networks",
            "reference.py"
        );
        var start = new ProcessStartInfo(Python, [script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; why, it says below.
        }
        await process.WaitForExitAsync().ConfigureAwait(false);
        var said = await errors.ConfigureAwait(false);
        if (said.Contains("ModuleNotFoundError", StringComparison.Ordinal))
            SharedFiles.Missing("Debian's python3-networkx and python3-igraph are not installed");
        Assert.That(process.ExitCode, Is.Zero, said);
        return await output.ConfigureAwait(false);
    }

    [Test]
    public void Networks_differ()
    {
        Assert.That(_cases.Count(@case => @case.Network.TieCount == 0), Is.InRange(5, Generated / 4));
        Assert.That(_cases.Count(@case => @case.Network.Weights is not null), Is.GreaterThan(Generated / 4));
        Assert.That(
            _cases.Count(@case => @case.Network.LinkCount > @case.Network.TieCount),
            Is.GreaterThan(Generated / 5)
        );
        Assert.That(_cases.Count(@case => Components.Of(@case.Network).Count > 1), Is.GreaterThan(Generated / 5));
        Assert.That(_cases.Count(@case => CutVertices.Of(@case.Network).Contains(true)), Is.GreaterThan(Generated / 5));
    }

    [Test]
    public void Size_and_density() =>
        Each(@case =>
        {
            Assert.That(@case.Network.TieCount, Is.EqualTo(@case.Expected["size"]!.GetValue<int>()));
            Assert.That(@case.Network.Density, Is.EqualTo(@case.Expected["density"]!.GetValue<double>()).Within(Close));
        });

    [Test]
    public void Degrees() =>
        Each(@case =>
        {
            Same(@case, "degree", [.. Nodes(@case).Select(node => (double)@case.Network.Degree(node))]);
            Same(@case, "strength", [.. Nodes(@case).Select(@case.Network.WeightedDegree)]);
        });

    [Test]
    public void Component_sets() =>
        Each(@case =>
        {
            var found = Components.Of(@case.Network);
            var sets = Enumerable
                .Range(0, found.Count)
                .Select(group => Text(found.Members(group).ToArray()))
                .Order(StringComparer.Ordinal)
                .ToArray();
            Assert.That(sets, Is.EqualTo(@case.Sets("components")));
            Assert.That(sets, Is.EqualTo(@case.Sets("igraphComponents")));
        });

    [Test]
    public void Cut_vertices() =>
        Each(@case =>
        {
            var cut = CutVertices.Of(@case.Network);
            var found = Nodes(@case).Where(node => cut[node]).ToArray();
            Assert.That(found, Is.EqualTo(@case.Expected["cutVertices"].Deserialize<int[]>()));
            Assert.That(found, Is.EqualTo(@case.Expected["igraphCutVertices"].Deserialize<int[]>()));
        });

    [Test]
    public void Betweenness_of_all() =>
        Each(@case =>
        {
            Same(@case, "betweenness", Betweenness.Of(@case.Network));
            Same(@case, "betweennessCounts", Betweenness.Of(@case.Network, normalised: false));
            Same(@case, "igraphBetweennessCounts", Betweenness.Of(@case.Network, normalised: false));
        });

    [Test]
    public void Betweenness_from_some_sources() =>
        Each(@case =>
        {
            var share = @case.Made.Nodes == 0 ? 1 : (double)@case.Sources.Length / @case.Made.Nodes;
            Same(
                @case,
                "betweennessFromSources",
                [
                    .. Betweenness
                        .FromSources(@case.Network, @case.Sources, false, default)
                        .Select(value => value * share),
                ]
            );
        });

    [Test]
    public void Closeness_in_components() => Each(@case => Same(@case, "closeness", Closeness.Of(@case.Network)));

    [Test]
    public void Page_rank() =>
        Each(@case =>
        {
            Same(@case, "pageRank", PageRank.Of(@case.Network));
            Same(@case, "igraphPageRank", PageRank.Of(@case.Network));
        });

    [Test]
    public void Modularity_of_the_communities() =>
        Each(@case =>
        {
            Assert.That(
                @case.Communities.Modularity,
                Is.EqualTo(@case.Expected["modularity"]!.GetValue<double>()).Within(Close)
            );
            Assert.That(
                @case.Communities.Modularity,
                Is.EqualTo(@case.Expected["igraphModularity"]!.GetValue<double>()).Within(Close)
            );
        });

    [TestCase("louvainModularity")]
    [TestCase("leidenModularity")]
    public void Communities_are_as_good_as_others_find_within_one_percent(string other)
    {
        Each(@case =>
            Assert.That(
                @case.Communities.Modularity,
                Is.GreaterThanOrEqualTo(0.99 * @case.Expected[other]!.GetValue<double>() - Close)
            )
        );
        TestContext.Out.WriteLine(
            $"mean of ours {_cases.Average(@case => @case.Communities.Modularity)}, of {other} {_cases.Average(@case => @case.Expected[other]!.GetValue<double>())}"
        );
    }

    [Test]
    public void Projections_of_memberships_that_overlap()
    {
        var parted = 0;
        Each(@case =>
        {
            var memberships = @case.Memberships;
            bool Overlap(int one, int other) =>
                memberships[one][2] <= memberships[other][3] && memberships[other][2] <= memberships[one][3];
            foreach (var (kind, stays, shared) in new[] { ("bodies", 0, 1), ("groupings", 1, 0) })
            {
                var ids = Enumerable.Range(0, 9).Select(MadeNetwork.Id).ToArray();
                Incidence[] incidences =
                [
                    .. memberships.Select(
                        (membership, link) => new Incidence(membership[stays], membership[shared], link)
                    ),
                ];
                var network = OneModeProjection.Of(ids, incidences, Overlap).Network;
                var found = Enumerable
                    .Range(0, network.TieCount)
                    .Select(tie => $"{network.Ends(tie).Item1} {network.Ends(tie).Item2} {network.Weight(tie)}");
                Assert.That(
                    found,
                    Is.EqualTo(@case.Expected["projections"]![kind].Deserialize<int[][]>()!.Select(Text)),
                    kind
                );
                if (network.LinkCount < OneModeProjection.Of(ids, incidences).Network.LinkCount)
                    parted++;
            }
        });
        Assert.That(parted, Is.GreaterThan(Generated / 2), "memberships that never met are there");
    }

    [Test]
    public void All_shortest_paths() =>
        Each(@case =>
        {
            for (var i = 0; i < @case.Pairs.Length; i++)
            {
                var (from, to) = @case.Pairs[i];
                var expected = @case.Expected["paths"]!
                    [i]
                    .Deserialize<int[][]>()!
                    .Where(path => path.Length <= NetworkLimits.PathLength + 1)
                    .ToArray();
                // NetworkX's lists were sorted by the script: so must ours be.
                Assert.That(
                    ShortestPaths
                        .Between(@case.Network, from, to, NetworkLimits.PathLength, int.MaxValue)
                        .Select(path => Text(path.Nodes)),
                    Is.EqualTo(expected.Select(Text)),
                    $"from {from} to {to}"
                );
                Assert.That(
                    ShortestPaths
                        .Between(@case.Network, from, to, NetworkLimits.PathLength, 3)
                        .Select(path => Text(path.Nodes)),
                    Is.EqualTo(expected.Take(3).Select(Text)),
                    $"the first three from {from} to {to}"
                );
            }
        });

    private void Each(Action<Case> check)
    {
        foreach (var @case in _cases)
        {
            try
            {
                check(@case);
            }
            catch (AssertionException)
            {
                // The assertion does not say of which network it is.
                TestContext.Out.WriteLine(@case.Made.Name);
                throw;
            }
        }
    }

    private static IEnumerable<int> Nodes(Case @case) => Enumerable.Range(0, @case.Made.Nodes);

    private static void Same(Case @case, string measure, double[] found)
    {
        var expected = @case.Numbers(measure);
        Assert.That(found, Has.Length.EqualTo(expected.Length), @case.Made.Name);
        for (var node = 0; node < found.Length; node++)
        {
            if (!(Math.Abs(found[node] - expected[node]) <= Close))
                Assert.Fail($"{measure} of {node} in {@case.Made.Name}: {found[node]:R}, expected {expected[node]:R}");
        }
    }

    private static string Text(IEnumerable<int> nodes) => string.Join(' ', nodes);
}
