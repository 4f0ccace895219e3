using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>
/// Shortest paths over a source that gives links body by body: it is asked in rounds, from both ends, always at the end
/// that has reached fewer bodies, until the two meet. What was read by then holds every shortest path.
/// </summary>
public static class PathSearch
{
    /// <summary>Finds the paths.</summary>
    public static async ValueTask<IReadOnlyList<FoundPath>> FindAsync(
        ILinkSource source,
        PathsRoot question,
        CancellationToken cancellation
    )
    {
        if (question.First == 0)
            return [];
        if (question.From == question.To)
            return [new FoundPath([question.From], [])];
        var read = new Dictionary<string, GivenLink>(StringComparer.Ordinal);
        var (near, far) = (new Side(question.From), new Side(question.To));
        while (true)
        {
            if (near.Depth + far.Depth == question.MaxLength || near.Frontier.Count == 0 || far.Frontier.Count == 0)
                return [];
            var (side, other) = near.Frontier.Count <= far.Frontier.Count ? (near, far) : (far, near);
            var links = await source.LinksAsync(question.Links, side.Frontier, cancellation);
            if (side.Widen(links.Where(link => MayBeWalked(link, question)), read, other))
                break;
        }
        return Named(question, [.. read.Values]);
    }

    /// <summary>The shortest paths in a network of these links.</summary>
    /// <param name="question">The question.</param>
    /// <param name="links">Links that hold every shortest path.</param>
    private static FoundPath[] Named(PathsRoot question, GivenLink[] links)
    {
        Array.Sort(links, GivenLink.CompareNamed);
        var ids = links
            .SelectMany(link => new[] { link.Source, link.Target })
            .Append(question.From)
            .Append(question.To)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
            place.Add(id, place.Count);
        var builder = new NetworkBuilder(ids);
        foreach (var link in links)
            builder.Add(place[link.Source], place[link.Target]);
        var network = builder.Build();
        return
        [
            .. ShortestPaths
                .Between(
                    network,
                    network.IndexOf(question.From),
                    network.IndexOf(question.To),
                    question.MaxLength,
                    question.First
                )
                .Select(path => new FoundPath(
                    [.. path.Nodes.Select(node => network.Ids[node])],
                    [.. path.Links.Select(link => links[link].Key)]
                )),
        ];
    }

    // A category may be an end, but stands between others only where categories are meant.
    private static bool MayBeWalked(GivenLink link, PathsRoot question) =>
        question.IncludeCategories
        || (
            IsOpen(link.Source, link.SourceIsCategory, question) && IsOpen(link.Target, link.TargetIsCategory, question)
        );

    private static bool IsOpen(string id, bool isCategory, PathsRoot question) =>
        !isCategory || id == question.From || id == question.To;

    /// <summary>What is known from one of the two ends.</summary>
    private sealed class Side(string end)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { end };

        public List<string> Frontier { get; private set; } = [end];

        public int Depth { get; private set; }

        /// <summary>Goes one step further; whether it met the other side.</summary>
        public bool Widen(IEnumerable<GivenLink> links, Dictionary<string, GivenLink> read, Side other)
        {
            var reached = new List<string>();
            foreach (var link in links)
            {
                read.TryAdd(link.Key, link);
                if (_seen.Add(link.Source))
                    reached.Add(link.Source);
                if (_seen.Add(link.Target))
                    reached.Add(link.Target);
            }
            Frontier = reached;
            Depth++;
            return reached.Exists(other._seen.Contains);
        }
    }
}
