using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EcosystemGraph.Core.Networks;

// Times network measures against igraph in C over the same graph in the same run, one after the other, medians of rounds.
// Arguments: a memberships.csv (actor,grouping,…), how many rounds, and optionally names of works. IGRAPH_BETWEENNESS names
// the program that betweenness.c makes; without it that work is left out.
if (args.Length < 2)
    throw new ArgumentException("usage: MEMBERSHIPS.csv ROUNDS [WORK …]");
var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);

var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
var pairs = new List<(int, int)>();
foreach (var line in File.ReadLines(args[0]).Skip(1))
{
    var cells = line.Split(',');
    pairs.Add((Number("a:" + cells[0]), Number("g:" + cells[1])));
}

int Number(string id)
{
    if (!numbers.TryGetValue(id, out var number))
        numbers.Add(id, number = numbers.Count);
    return number;
}

var clock = Stopwatch.StartNew();
var builder = new NetworkBuilder([.. numbers.Keys]);
foreach (var (from, to) in pairs)
    builder.Add(from, to);
var network = builder.Build();
Console.WriteLine(
    FormattableString.Invariant(
        $"{network.NodeCount} bodies, {network.LinkCount} links, {network.TieCount} ties; built in {clock.ElapsedMilliseconds} ms"
    )
);

var edges = Path.GetTempFileName();
File.WriteAllLines(
    edges,
    Enumerable
        .Range(0, network.TieCount)
        .Select(tie => FormattableString.Invariant($"{network.Ends(tie).Source} {network.Ends(tie).Target}"))
);
var peer = Start(
    "/usr/bin/python3",
    Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "peer.py"),
    edges,
    network.NodeCount.ToString(CultureInfo.InvariantCulture)
);

var random = new SeededRandom(1);
var sources = new SeededRandom(1).Choose(200, network.NodeCount); // those that Betweenness.Sampled draws
var ends = Enumerable
    .Range(0, 20 * rounds + 20)
    .Select(_ => (random.Below(network.NodeCount), random.Below(network.NodeCount)))
    .ToArray();

Compare("components", "components", _ => (object?)null, _ => Components.Of(network).Members(0).Length);
Compare("cut vertices", "cut", _ => (object?)null, _ => CutVertices.Of(network).Count(cut => cut));
Compare("PageRank", "pagerank", _ => (object?)null, _ => PageRank.Of(network).Max());
Compare("communities (2 iterations)", "communities", _ => 2, _ => Communities.Of(network).Modularity);
Compare("communities (to the end)", "communities", _ => -1, _ => Communities.Of(network).Modularity);

// All shortest paths is what igraph cannot be asked for: between two bodies there may be millions. One path is less than ours give.
Compare("20 pairs, paths (ten, against one)", "one_path", round => Pairs(round), round => Paths(round)[0]);
peer.StandardInput.Close();
if (Environment.GetEnvironmentVariable("IGRAPH_BETWEENNESS") is { Length: > 0 } program)
{
    peer = Start(program, edges, network.NodeCount.ToString(CultureInfo.InvariantCulture));
    Compare(
        "betweenness from 200",
        "betweenness",
        _ => string.Join(' ', sources.Prepend(200)),
        _ => Betweenness.Sampled(network, 200, 1, normalised: false).Max() * 200 / network.NodeCount
    );
    peer.StandardInput.Close();
}
File.Delete(edges);

static Process Start(params string[] command)
{
    var process = Process.Start(
        new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true }
    )!;
    return process.StandardOutput.ReadLine() == "ready"
        ? process
        : throw new InvalidOperationException($"{command[0]} did not start");
}

int[][] Pairs(int round) => [.. ends.Skip(20 * round).Take(20).Select(pair => new[] { pair.Item1, pair.Item2 })];

int[] Paths(int round) =>
    [.. ends.Skip(20 * round).Take(20).Select(pair => ShortestPaths.Between(network, pair.Item1, pair.Item2).Count)];

void Compare<TArgument>(string name, string work, Func<int, TArgument> argument, Func<int, double> ours)
{
    if (args.Length > 2 && !args.Skip(2).Contains(work))
        return;
    var (own, other) = (new double[rounds], new double[rounds]);
    var (found, expected) = (0.0, 0.0);
    ours(rounds); // warm
    for (var round = 0; round < rounds; round++)
    {
        clock.Restart();
        found = ours(round);
        own[round] = clock.Elapsed.TotalMilliseconds;
        var question = argument(round);
        peer.StandardInput.WriteLine(
            question is string text ? text : JsonSerializer.Serialize(new object?[] { work, question })
        );
        var answer = JsonSerializer.Deserialize<double[]>(peer.StandardOutput.ReadLine()!)!;
        other[round] = 1000 * answer[0];
        expected = answer[1];
    }
    Array.Sort(own);
    Array.Sort(other);
    Console.WriteLine(
        FormattableString.Invariant(
            $"{name}: {own[rounds / 2]:F1} ms (least {own[0]:F1}) against {other[rounds / 2]:F1} ms (least {other[0]:F1}): {own[rounds / 2] / other[rounds / 2]:F2} x; {found} and {expected}"
        )
    );
}
