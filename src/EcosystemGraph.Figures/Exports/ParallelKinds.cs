namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// The kinds of edges: their sort and role or type, and a number where two bodies have several such links. Gephi, which
/// adds up parallel edges of one kind, then keeps them all. Ask in the order of edges.
/// </summary>
internal sealed class ParallelKinds
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private object? _tie;

    public string Of(Edge edge)
    {
        var kind = $"{edge.Sort}:{edge.Link!.Type.Id}";
        if (edge.Tie.Links.Length == 1)
            return kind;
        if (!ReferenceEquals(_tie, edge.Tie))
            _seen.Clear();
        _tie = edge.Tie;
        var before = _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
        return before == 1 ? kind : $"{kind} {before}";
    }
}
