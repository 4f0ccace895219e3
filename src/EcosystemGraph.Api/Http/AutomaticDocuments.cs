using System.Diagnostics.CodeAnalysis;

namespace EcosystemGraph.Api.Http;

/// <summary>
/// Documents that clients have registered by their hash (Apollo's automatic persisted queries), bounded in number and
/// size: those that were not asked for longest are forgotten first.
/// </summary>
/// <param name="most">How many are kept.</param>
/// <param name="mostBytes">How large they may be together, in bytes.</param>
internal sealed class AutomaticDocuments(int most, int mostBytes)
{
    // What a document takes beside its characters: hash, node, entry.
    private const int Overhead = 400;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Hash, string Text)>> _byHash = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Hash, string Text)> _byUse = new();
    private long _bytes;

    public bool TryFind(string hash, [NotNullWhen(true)] out string? text)
    {
        lock (_lock)
        {
            text = null;
            if (!_byHash.TryGetValue(hash, out var found)) return false;
            _byUse.Remove(found);
            _byUse.AddFirst(found);
            text = found.Value.Text;
            return true;
        }
    }

    public void Keep(string hash, string text)
    {
        lock (_lock)
        {
            if (SizeOf(text) > mostBytes || _byHash.ContainsKey(hash)) return;
            _byHash.Add(hash, _byUse.AddFirst((hash, text)));
            _bytes += SizeOf(text);
            while (_byHash.Count > most || _bytes > mostBytes)
            {
                var oldest = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _byHash.Remove(oldest.Hash);
                _bytes -= SizeOf(oldest.Text);
            }
        }
    }

    private static int SizeOf(string text) => text.Length * sizeof(char) + Overhead;
}
