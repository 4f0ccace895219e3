using System.Runtime.InteropServices;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>A body that is found, by which form of its name, and how well that holds what was searched for.</summary>
/// <param name="Entity">The body.</param>
/// <param name="Matched">The form.</param>
/// <param name="Rank">How well.</param>
internal readonly record struct SearchRow(BodyRow Entity, string Matched, SearchRank Rank);

/// <summary>
/// All forms of all names, folded, with the list of forms that hold each run of three characters, their spaces left out: a
/// word is only looked for in the forms that hold all its runs.
/// </summary>
/// <remarks>
/// Forms stand in the order of their bodies (folded name, then id), those of one body by folded, then exact text. Of two
/// forms of equal rank the earlier one wins, so nothing is sorted when a question comes.
/// </remarks>
internal sealed class NameIndex
{
    private const int RunLength = 3;

    // Beyond a few lists, looking into the names left costs less than another list.
    private const int ListsJoined = 4;

    private readonly BodyRow[] _entities;
    private readonly int[] _bodyOfForm;
    private readonly string[] _texts;
    private readonly string[] _folded;
    private readonly Dictionary<ulong, int> _runs = [];
    private readonly int[] _offsets;
    private readonly int[] _forms;

    public NameIndex(ResolvedGraph graph)
    {
        _entities = Bodies(graph);
        var bodies = new List<int>();
        var texts = new List<string>();
        var folded = new List<string>();
        for (var body = 0; body < _entities.Length; body++)
        {
            var forms = graph.Bodies.NamesOf(_entities[body]).Select(text => (Text: text, Folded: FoldedText.Of(text)));
            foreach (
                var form in forms
                    .OrderBy(f => OrderKey.Of(f.Folded), StringComparer.Ordinal)
                    .ThenBy(f => OrderKey.Of(f.Text), StringComparer.Ordinal)
            )
            {
                bodies.Add(body);
                texts.Add(form.Text);
                folded.Add(form.Folded);
            }
        }
        (_bodyOfForm, _texts, _folded) = ([.. bodies], [.. texts], [.. folded]);
        (_offsets, _forms) = Runs();
    }

    /// <summary>The bodies that a text finds, the best first.</summary>
    public List<SearchRow> Find(SearchRoot search)
    {
        var words = search.Words;
        var byRank = Array.ConvertAll(Enum.GetValues<SearchRank>(), _ => new List<SearchRow>());
        if (words.Length == 0 || search.First == 0)
            return [];
        var (body, best, at) = (-1, SearchRank.EXACT, -1);
        void Keep()
        {
            if (at >= 0 && byRank[(int)best].Count < search.First)
                byRank[(int)best].Add(new SearchRow(_entities[body], _texts[at], best));
        }
        // What has no letter or digit is rarely asked for, and no run of a folded form is one of its.
        var candidates = search.Text.IsExact ? null : Candidates(words);
        var count = candidates?.Length ?? _folded.Length;
        for (var i = 0; i < count; i++)
        {
            var form = candidates is null ? i : candidates[i];
            var rank = search.Text.IsExact
                ? RankOf(ExactText.Of(_texts[form]), search.Text.Text, words)
                : RankOfFolded(_folded[form], search.Text.Text, words);
            if (rank is not { } found)
                continue;
            if (_bodyOfForm[form] == body)
            {
                if (found < best)
                    (best, at) = (found, form);
                continue;
            }
            Keep();
            (body, best, at) = (_bodyOfForm[form], found, form);
        }
        Keep();
        return [.. byRank.SelectMany(rows => rows).Take(search.First)];
    }

    /// <summary>How well a folded form holds what is searched for, also across the spaces of the form; null where it lacks a word.</summary>
    private static SearchRank? RankOfFolded(string form, string searched, string[] words) =>
        RankOf(form, searched, words)
        ?? (
            Array.TrueForAll(words, word => form.Contains(word, StringComparison.Ordinal) || BeginsAcross(form, word))
                ? SearchRank.JOINED
                : null
        );

    /// <summary>Whether a word begins where one of a form's words does and goes on into the next: "plateforme" in "plate forme".</summary>
    private static bool BeginsAcross(string form, string word)
    {
        for (var start = 0; start < form.Length; start++)
        {
            if (start > 0 && form[start - 1] != ' ')
                continue;
            var (at, same) = (start, 0);
            for (; at < form.Length && same < word.Length; at++)
            {
                if (form[at] == ' ')
                    continue;
                if (form[at] != word[same])
                    break;
                same++;
            }
            if (same == word.Length)
                return true;
        }
        return false;
    }

    /// <summary>How well a form holds what is searched for; null where it lacks a word.</summary>
    private static SearchRank? RankOf(string form, string searched, string[] words)
    {
        foreach (var word in words)
        {
            if (!form.Contains(word, StringComparison.Ordinal))
                return null;
        }
        if (form.StartsWith(searched, StringComparison.Ordinal))
            return form.Length == searched.Length ? SearchRank.EXACT : SearchRank.PREFIX;
        return Array.TrueForAll(words, word => HasWhole(form, word)) ? SearchRank.WORD : SearchRank.PART;
    }

    private static bool HasWhole(string form, string word)
    {
        for (
            var at = form.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = form.IndexOf(word, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + word.Length;
            if ((at == 0 || form[at - 1] == ' ') && (end == form.Length || form[end] == ' '))
                return true;
        }
        return false;
    }

    // The forms that may hold all words, ascending; null where the words are too short to tell.
    private int[]? Candidates(string[] words)
    {
        var lists = new SortedSet<(int Length, int Run)>();
        foreach (var word in words)
        {
            for (var i = 0; i + RunLength <= word.Length; i++)
            {
                if (!_runs.TryGetValue(RunAt(word, i), out var run))
                    return [];
                lists.Add((_offsets[run + 1] - _offsets[run], run));
            }
        }
        if (lists.Count == 0)
            return null;
        int[]? found = null;
        foreach (var (length, run) in lists.Take(ListsJoined))
        {
            var list = _forms.AsSpan(_offsets[run], length);
            found = found is null ? list.ToArray() : Both(found, list);
        }
        return found;
    }

    // The second list is the longer one: it is walked by doubling steps.
    private static int[] Both(int[] few, ReadOnlySpan<int> many)
    {
        var both = new int[few.Length];
        var count = 0;
        var low = 0;
        foreach (var form in few)
        {
            var step = 1;
            while (low + step < many.Length && many[low + step] < form)
                step *= 2;
            var rest = many[(low + step / 2)..Math.Min(many.Length, low + step + 1)];
            var place = rest.BinarySearch(form);
            low += step / 2 + (place < 0 ? ~place : place);
            if (low >= many.Length)
                break;
            if (many[low] == form)
                both[count++] = form;
        }
        return both[..count];
    }

    // Each run with the forms that hold it, ascending, each once: counted first, then filled in.
    private (int[] Offsets, int[] Forms) Runs()
    {
        var counts = new List<int>();
        var last = new List<int>();
        for (var form = 0; form < _folded.Length; form++)
        {
            var joined = Joined(form);
            for (var i = 0; i + RunLength <= joined.Length; i++)
            {
                ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(_runs, RunAt(joined, i), out var known);
                if (!known)
                {
                    run = counts.Count;
                    counts.Add(0);
                    last.Add(-1);
                }
                if (last[run] == form)
                    continue;
                last[run] = form;
                counts[run]++;
            }
        }
        var offsets = new int[counts.Count + 1];
        for (var run = 0; run < counts.Count; run++)
            offsets[run + 1] = offsets[run] + counts[run];
        var next = offsets.AsSpan(0, counts.Count).ToArray();
        var forms = new int[offsets[^1]];
        for (var form = 0; form < _folded.Length; form++)
        {
            var joined = Joined(form);
            for (var i = 0; i + RunLength <= joined.Length; i++)
            {
                var run = _runs[RunAt(joined, i)];
                if (next[run] == offsets[run] || forms[next[run] - 1] != form)
                    forms[next[run]++] = form;
            }
        }
        return (offsets, forms);
    }

    // A word has no space, so its runs are found whether it stands in a form's word or across two.
    private string Joined(int form) => _folded[form].Replace(" ", "", StringComparison.Ordinal);

    private static ulong RunAt(string text, int at) => (ulong)text[at] << 32 | (ulong)text[at + 1] << 16 | text[at + 2];

    private static BodyRow[] Bodies(ResolvedGraph graph)
    {
        var keyed = new List<(string Key, string Id, BodyRow Entity)>();
        for (var grouping = 0; grouping < graph.Groupings.Length; grouping++)
        {
            keyed.Add((graph.GroupingKeys[grouping], graph.Groupings[grouping].Id, EntityRefs.OfGrouping(grouping)));
        }
        for (var actor = 0; actor < graph.Actors.Length; actor++)
        {
            if (graph.GroupingOfActor[actor] == ResolvedGraph.None)
                keyed.Add((graph.ActorKeys[actor], graph.Actors[actor].Id, graph.Entities.OfActor(actor)));
        }
        keyed.Sort(
            (a, b) =>
                string.CompareOrdinal(a.Key, b.Key) is var byKey and not 0 ? byKey : string.CompareOrdinal(a.Id, b.Id)
        );
        return [.. keyed.Select(body => body.Entity)];
    }
}
