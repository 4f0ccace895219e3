using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>Nothing is broader than itself, lies within itself or is part of itself, however many steps away.</summary>
internal sealed class LoopRule : IDatasetRule
{
    public string Name => "loop";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        Search(data.Concepts, row => row.Broader, row => row.Place, "broader", issues);
        Search(data.Territories, row => row.Within is { } id ? [id] : [], row => row.Place, "within", issues);
        Search(data.Groupings, row => row.PartOf, row => row.Place, "part_of", issues);
    }

    // Depth first, with a stack of its own: an imported tree may be deeper than the thread's.
    private void Search<T>(
        IReadOnlyDictionary<string, T> rows,
        Func<T, IReadOnlyList<string>> parents,
        Func<T, RowPlace> place,
        string column,
        IssueLog issues
    )
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<(string Id, int Next)>();
        foreach (var start in rows.Keys)
        {
            if (done.Contains(start))
                continue;
            Enter(start);
            while (path.Count > 0)
            {
                var (id, next) = path[^1];
                var above = parents(rows[id]);
                if (next == above.Count)
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(id);
                    done.Add(id);
                    continue;
                }
                path[^1] = (id, next + 1);
                var parent = above[next];
                if (onPath.Contains(parent))
                    Report(parent);
                else if (rows.ContainsKey(parent) && !done.Contains(parent))
                    Enter(parent);
            }
        }

        void Enter(string id)
        {
            path.Add((id, 0));
            onPath.Add(id);
        }

        void Report(string first)
        {
            var loop = path.SkipWhile(step => step.Id != first).Select(step => step.Id).ToList();
            var shown = loop.Count <= 6 ? loop : [.. loop.Take(5), "…"];
            issues.Error(
                Name,
                place(rows[first]),
                column,
                $"{column} goes round in a loop: {string.Join(" → ", shown)} → {first}",
                $"one of them has another {column}, or none",
                first
            );
        }
    }
}
