using System.Collections;
using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Figures.Exports;

// Times the writing of all of a data package as a network in every format, and beside it NetworkX's write_gexf of the same
// network, in rounds one after the other; prints medians. Bodies and ties are made while they are written, as a store makes
// them. Arguments: PACKAGE (a folder), how many rounds, and optionally the names of formats.
if (args.Length < 2)
    throw new ArgumentException("usage: PACKAGE ROUNDS [FORMAT …]");
var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
var formats = args.Length > 2 ? args[2..] : [.. NetworkFormats.BuiltIn.All.Select(one => one.Format.Name)];

var extract = Whole((await PackageReader.ReadAsync(args[0], CancellationToken.None)).Dataset);
var options = new ExportOptions();
Console.WriteLine(
    FormattableString.Invariant($"{extract.Bodies.Count} bodies, {extract.Ties.Count} pairs of linked bodies")
);
var folder = Directory.CreateTempSubdirectory("exports-").FullName;

Process? peer = null;
if (formats.Contains("GEXF"))
{
    foreach (var table in Enum.GetValues<CsvTable>())
    {
        await using var csv = File.Create(Path.Combine(folder, table + ".csv"));
        await NetworkFormats
            .BuiltIn.Of("CSV")
            .WriteAsync(extract, options with { Table = table }, csv, CancellationToken.None);
    }
    peer = Process.Start(
        new ProcessStartInfo(
            "/usr/bin/python3",
            [Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "peer.py"), folder]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }
    )!;
    if (peer.StandardOutput.ReadLine() != "ready")
        throw new InvalidOperationException("NetworkX did not start");
}

foreach (var format in formats)
{
    var writer = NetworkFormats.BuiltIn.Of(format);
    var (ours, theirs) = (new List<double>(), new List<double>());
    var (size, theirSize, peak) = (0L, 0L, 0L);
    for (var round = 0; round < rounds; round++)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var file = new Watched(File.Create(Path.Combine(folder, "ours")));
        var clock = Stopwatch.StartNew();
        await writer.WriteAsync(extract, options, file, CancellationToken.None);
        await file.FlushAsync();
        ours.Add(clock.Elapsed.TotalSeconds);
        (size, peak) = (file.Count, Math.Max(peak, file.Peak - before));
        if (format != "GEXF" || peer is null)
            continue;
        peer.StandardInput.WriteLine("write");
        var answer = peer.StandardOutput.ReadLine()!.Split(' ');
        theirs.Add(double.Parse(answer[0], CultureInfo.InvariantCulture));
        theirSize = long.Parse(answer[1], CultureInfo.InvariantCulture);
    }
    var line = FormattableString.Invariant(
        $"{format, -10} {size / 1e6, 7:0.0} MB {Median(ours), 7:0.00} s {size / 1e6 / Median(ours), 6:0.0} MB/s, memory above the data's {peak / 1048576.0, 6:0.0} MiB"
    );
    if (theirs.Count > 0)
        line += FormattableString.Invariant(
            $"; NetworkX {theirSize / 1e6:0.0} MB {Median(theirs):0.00} s {theirSize / 1e6 / Median(theirs):0.0} MB/s: {Median(ours) / Median(theirs):0.00} x the time, {size / 1e6 / Median(ours) / (theirSize / 1e6 / Median(theirs)):0.0} x the bytes a second"
        );
    Console.WriteLine(line);
}
peer?.StandardInput.Close();
peer?.WaitForExit();
Directory.Delete(folder, recursive: true);

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

static Extract Whole(Dataset data)
{
    var concepts = data.Concepts.ToDictionary(c => c.Id, c => new ExtractTerm(c.Id, c.Label), StringComparer.Ordinal);
    var actors = data.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
    var groupings = data.Groupings.ToDictionary(g => g.Id, StringComparer.Ordinal);
    var passages = data.Passages.ToDictionary(p => p.Id, StringComparer.Ordinal);
    string[] ids =
    [
        .. actors.Keys.Concat(groupings.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
    var memberships = data
        .Memberships.OrderBy(m => Lesser(m.Actor, m.Grouping), StringComparer.Ordinal)
        .ThenBy(m => Greater(m.Actor, m.Grouping), StringComparer.Ordinal)
        .ToArray();
    var starts = Enumerable
        .Range(0, memberships.Length)
        .Where(i =>
            i == 0
            || memberships[i - 1].Actor != memberships[i].Actor
            || memberships[i - 1].Grouping != memberships[i].Grouping
        )
        .ToArray();

    ExtractBody Body(string id)
    {
        var (grouping, actor) = (groupings.GetValueOrDefault(id), actors.GetValueOrDefault(id));
        return new ExtractBody(
            id,
            grouping?.Name ?? actor!.Name,
            grouping?.Acronym ?? actor?.Acronym,
            grouping is not null,
            actor is not null,
            actor?.Named ?? true,
            concepts[grouping?.Kind ?? actor!.Kind],
            null,
            grouping?.From,
            grouping?.To,
            null
        );
    }
    ExtractLink Link(Membership m) =>
        new(
            m.Id,
            true,
            new ExtractEnd(m.Actor, actors[m.Actor].Name),
            new ExtractEnd(m.Grouping, groupings[m.Grouping].Name),
            concepts[m.Role],
            false,
            true,
            m.From,
            m.To,
            Period.Of(m.From, m.To, m.Status, null),
            m.Status,
            m.Confidence,
            m.Regularity,
            [],
            m.Note,
            [
                .. m.Citation.Passages.Select(
                    (p, i) => new ExtractEvidence(p, passages[p].Source, passages[p].Locator, m.Citation.MentionAt(i))
                ),
            ],
            null
        );
    ExtractTie Tie(int number)
    {
        var from = starts[number];
        var to = number + 1 < starts.Length ? starts[number + 1] : memberships.Length;
        return new ExtractTie(
            Lesser(memberships[from].Actor, memberships[from].Grouping),
            Greater(memberships[from].Actor, memberships[from].Grouping),
            to - from,
            [.. memberships[from..to].Select(Link)]
        );
    }
    return new Extract(
        new ExtractDataset(
            data.Title,
            data.Version,
            data.Sha256,
            [.. data.Sources.Select(s => new ExtractSource(s.Id, s.Title, s.Publisher, s.Date))]
        ),
        MultilingualText.Same("tout"),
        ExtractProjection.BIPARTITE,
        new Lazily<ExtractBody>(ids.Length, i => Body(ids[i])),
        new Lazily<ExtractTie>(starts.Length, Tie),
        null
    );
}

static string Lesser(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;

static string Greater(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;

/// <summary>Members made while they are enumerated.</summary>
internal sealed class Lazily<T>(int count, Func<int, T> make) : IReadOnlyCollection<T>
{
    public int Count => count;

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return make(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A file that counts its bytes, and looks from time to time at how much memory is in use.</summary>
internal sealed class Watched(Stream file) : Stream
{
    private long _looked;

    public long Count { get; private set; }

    public long Peak { get; private set; }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await file.WriteAsync(buffer, cancellationToken);
        Count += buffer.Length;
        if (Count - _looked < 32_000_000)
            return;
        _looked = Count;
        // What is alive, without what waits to be collected.
        Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => file.FlushAsync(cancellationToken);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
