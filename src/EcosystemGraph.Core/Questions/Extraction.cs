using System.Collections;
using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>Makes what figures and files show of a network, or of what changed in one.</summary>
public static class Extraction
{
    // Of a larger network the sources that are cited are not looked for: all of the data set are named.
    private const int LinksLookedThrough = 50_000;

    /// <summary>The extract of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="source">Gives links and records.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">The network is larger than <see cref="NetworkLimits"/> allow.</exception>
    public static async ValueTask<Extract> MakeAsync(
        PartRoot question,
        ILinkSource source,
        CancellationToken cancellation
    ) =>
        await MakeAsync(
            await GatheredNetwork.GatherAsync(source, question.Part, cancellation),
            question,
            source,
            cancellation
        );

    internal static async ValueTask<Extract> MakeAsync(
        GatheredNetwork gathered,
        PartRoot question,
        ILinkSource source,
        CancellationToken cancellation
    )
    {
        var part = question.Part;
        var changes = question.Dates is { } dates ? ChangesOf(gathered, dates.Earlier, dates.Later) : null;
        if (changes is not null)
            gathered = gathered.Keeping(link => changes.ContainsKey(link.Key));
        var network = gathered.Network;
        var named = part.Focus.Concat(part.Without);
        var records = await source.RecordsAsync(
            [.. network.Ids.ToArray().Concat(named).Distinct(StringComparer.Ordinal)],
            [.. gathered.Links.Select(link => link.Key).Distinct(StringComparer.Ordinal)],
            cancellation
        );
        // Too large a network has no measures; its bodies and links are given all the same.
        var measures =
            network.NodeCount * (network.NodeCount + 2L * network.TieCount) <= NetworkLimits.Steps
                ? new NetworkMeasures(network, cancellation)
                : null;

        ExtractLink Link(QuestionLink link) => records.Link(link.Key) with { Change = changes?[link.Key] };
        var bodies = new Lazily<ExtractBody>(
            network.NodeCount,
            node => records.Body(network.Ids[node]) with { Measures = measures?.Of(node) }
        );
        var ties = new Lazily<ExtractTie>(
            network.TieCount,
            tie =>
            {
                var (one, other) = network.Ends(tie);
                return new ExtractTie(
                    network.Ids[one],
                    network.Ids[other],
                    network.Weight(tie),
                    [.. gathered.LinksOf(tie).Select(Link)]
                );
            }
        );
        var dataset = records.Dataset;
        if (gathered.Links.Count <= LinksLookedThrough)
        {
            var cited = gathered
                .Links.SelectMany(link => records.Link(link.Key).Evidence)
                .Select(evidence => evidence.SourceId)
                .ToHashSet(StringComparer.Ordinal);
            dataset = dataset with { Sources = dataset.Sources.RemoveAll(one => !cited.Contains(one.Id)) };
        }
        var (scope, heading) = await ScopeText.OfAsync(question, source, id => records.Body(id).Name, cancellation);
        return new Extract(dataset, scope, part.Projection, bodies, ties, measures?.Modularity)
        {
            Heading = heading,
            At = part.ActiveAt?.Days,
        };
    }

    private static Dictionary<string, LinkChange> ChangesOf(GatheredNetwork gathered, DaySpan earlier, DaySpan later)
    {
        var changes = new Dictionary<string, LinkChange>(StringComparer.Ordinal);
        foreach (var link in gathered.Links)
        {
            if (NetworkChangeAnswer.ChangeOf(link.Period.At(earlier), link.Period.At(later)) is { } what)
                changes.TryAdd(link.Key, what);
        }
        return changes;
    }

    /// <summary>Makes each element when it is asked for, and again when it is asked for again.</summary>
    private sealed class Lazily<T>(int count, Func<int, T> make) : IReadOnlyCollection<T>
    {
        public int Count => count;

        public IEnumerator<T> GetEnumerator()
        {
            for (var place = 0; place < count; place++)
                yield return make(place);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
