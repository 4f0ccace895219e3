using System.Diagnostics.CodeAnalysis;
using BitFaster.Caching.Lru;

namespace EcosystemGraph.Api.Http;

/// <summary>
/// Documents that clients have registered by their hash (Apollo's automatic persisted queries), bounded in number and
/// size: those that were not asked for longest are forgotten first.
/// </summary>
internal sealed class AutomaticDocuments
{
    // What a document takes beside its characters: hash, entry.
    private const int Overhead = 400;

    // The library's caches have room for some at least.
    private const int LeastCapacity = 3;

    private readonly int _most;
    private readonly int _mostBytes;
    private readonly ConcurrentLru<string, string> _byHash;
    private long _bytes;

    /// <param name="most">How many are kept.</param>
    /// <param name="mostBytes">How large they may be together, in bytes.</param>
    public AutomaticDocuments(int most, int mostBytes)
    {
        (_most, _mostBytes) = (most, mostBytes);
        _byHash = new ConcurrentLru<string, string>(1, Math.Max(most, LeastCapacity), StringComparer.Ordinal);
        _byHash.Events.Value!.ItemRemoved += (_, removed) => Interlocked.Add(ref _bytes, -SizeOf(removed.Value!));
    }

    public bool TryFind(string hash, [NotNullWhen(true)] out string? text) => _byHash.TryGet(hash, out text);

    public void Keep(string hash, string text)
    {
        if (SizeOf(text) > _mostBytes || _byHash.TryGet(hash, out _))
            return;
        Interlocked.Add(ref _bytes, SizeOf(text));
        if (_byHash.GetOrAdd(hash, _ => text) is { } kept && !ReferenceEquals(kept, text))
            Interlocked.Add(ref _bytes, -SizeOf(text));
        while (_byHash.Count > _most || Interlocked.Read(ref _bytes) > _mostBytes)
            _byHash.Policy.Eviction.Value!.Trim(1);
    }

    private static int SizeOf(string text) => text.Length * sizeof(char) + Overhead;
}
