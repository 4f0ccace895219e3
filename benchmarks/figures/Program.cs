using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures;

// Times figures of parts of a network against Graphviz in the same run, one after the other, medians of rounds.
// Arguments: a links.csv with the columns scope,source,target,type,…, and how many rounds.
if (args.Length != 2)
    throw new ArgumentException("usage: LINKS.csv ROUNDS");
var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
var pairs = File.ReadLines(args[0])
    .Skip(1)
    .Select(l => l.Split(','))
    .Select(c => string.CompareOrdinal(c[1], c[2]) < 0 ? (A: c[1], B: c[2]) : (A: c[2], B: c[1]))
    .Where(p => p.A != p.B)
    .Distinct()
    .ToArray();
var neighbors = pairs.Concat(pairs.Select(p => (A: p.B, B: p.A))).ToLookup(p => p.A, p => p.B, StringComparer.Ordinal);
var start = neighbors
    .Where(g => g.Count() is >= 12 and <= 30)
    .Select(g => g.Key)
    .Order(StringComparer.Ordinal)
    .ElementAt(111);

Console.WriteLine("bodies, ties: SVG, PNG, PDF in ms; sfdp -Goverlap=prism -Tsvg in ms");
foreach (var size in new[] { 50, 150, 500, 1000, 2000 })
{
    var near = new HashSet<string>(StringComparer.Ordinal) { start };
    var queue = new Queue<string>([start]);
    while (queue.TryDequeue(out var at))
        foreach (var next in neighbors[at])
            if (near.Count < size && near.Add(next))
                queue.Enqueue(next);
    var ties = pairs
        .Where(p => near.Contains(p.A) && near.Contains(p.B))
        .OrderBy(p => p.A, StringComparer.Ordinal)
        .ThenBy(p => p.B, StringComparer.Ordinal)
        .ToArray();
    var extract = Of(near, ties);
    var dot = Dot(near, ties);
    var formats = FigureFormats.All;
    var times = formats.Select(_ => new List<double>()).Append([]).ToArray();
    // The first two rounds compile and do not count.
    for (var round = -2; round < rounds; round++)
    {
        for (var i = 0; i < times.Length; i++)
        {
            var clock = Stopwatch.StartNew();
            if (i < formats.Count)
                Figure.Draw(extract, new FigureStyle { Height = 1200 }, formats[i], CancellationToken.None);
            else
                Graphviz(dot);
            if (round >= 0)
                times[i].Add(clock.Elapsed.TotalMilliseconds);
        }
    }
    Console.WriteLine(
        $"{near.Count}, {ties.Length}: {string.Join(", ", times[..3].Select(t => Median(t).ToString("0", CultureInfo.InvariantCulture)))}; {Median(times[3]).ToString("0", CultureInfo.InvariantCulture)}"
    );
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static Extract Of(HashSet<string> near, (string A, string B)[] ties)
{
    var kind = new ExtractTerm("education", MultilingualText.Same("enseignement"));
    var type = new ExtractTerm("related", MultilingualText.Same("lié à"));
    var bodies = near.Order(StringComparer.Ordinal)
        .Select(id => new ExtractBody(id, "Institut " + id, null, false, true, true, kind, null, null, null, null))
        .ToArray();
    return new Extract(
        new ExtractDataset("ROR", "1", new string('0', 64), []),
        MultilingualText.Same("un essai"),
        ExtractProjection.BIPARTITE,
        bodies,
        [
            .. ties.Select(t => new ExtractTie(
                t.A,
                t.B,
                1,
                [
                    new ExtractLink(
                        $"{t.A}~{t.B}",
                        false,
                        new ExtractEnd(t.A, t.A),
                        new ExtractEnd(t.B, t.B),
                        type,
                        false,
                        true,
                        null,
                        null,
                        Period.Of(null, null, Status.CURRENT, null),
                        Status.CURRENT,
                        Confidence.STATED,
                        Regularity.UNSTATED,
                        ImmutableArray<ExtractTerm>.Empty,
                        default,
                        [],
                        null
                    ),
                ]
            )),
        ],
        null
    );
}

static string Dot(HashSet<string> near, (string A, string B)[] ties)
{
    var dot = new StringBuilder("graph { node [shape=box];\n");
    foreach (var id in near)
        dot.Append(CultureInfo.InvariantCulture, $"\"{id}\" [label=\"Institut {id}\"];\n");
    foreach (var (a, b) in ties)
        dot.Append(CultureInfo.InvariantCulture, $"\"{a}\" -- \"{b}\";\n");
    return dot.Append('}').ToString();
}

static void Graphviz(string dot)
{
    using var process = Process.Start(
        new ProcessStartInfo("sfdp", ["-Goverlap=prism", "-Tsvg"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }
    )!;
    var reading = process.StandardOutput.ReadToEndAsync();
    process.StandardInput.Write(dot);
    process.StandardInput.Close();
    reading.Wait();
    process.WaitForExit();
}
