using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Rows in their default order: those listed, or, where no list is given, all of a type.</summary>
internal readonly ref struct RowList
{
    private readonly ReadOnlySpan<int> _rows;
    private readonly bool _all;

    private RowList(ReadOnlySpan<int> rows, int count, bool all)
    {
        _rows = rows;
        _all = all;
        Count = count;
    }

    public int Count { get; }

    public int this[int place] => _all ? place : _rows[place];

    public static RowList Of(ReadOnlySpan<int> rows) => new(rows, rows.Length, false);

    public static RowList All(int count) => new([], count, true);
}

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its rows, in the order asked for.</param>
/// <param name="HasPrevious">Whether rows come before it.</param>
/// <param name="HasNext">Whether rows come after it.</param>
/// <param name="Total">How many rows the list has; -1 where that was not asked for.</param>
internal readonly record struct PageRows(int[] Rows, bool HasPrevious, bool HasNext, int Total);

/// <summary>Finds pages: nothing is sorted where the default order is asked for, and else no more than the page is kept.</summary>
internal static class Pager
{
    /// <summary>A page of a list, in the order asked for; each row that fits the filter is added to each tally.</summary>
    public static PageRows Find(
        RowList list,
        Predicate<int>? where,
        RowOrder order,
        bool isDefault,
        Page page,
        bool count,
        Tally[] tallies
    )
    {
        if (!isDefault)
            return Select(list, where, order, page, tallies);
        if (where is not null)
            return Scan(list, where, order, page, count, tallies);
        foreach (var tally in tallies)
        {
            for (var place = 0; place < list.Count; place++)
                tally.Add(list[place]);
        }
        return Slice(list, order, page);
    }

    /// <summary>The places of a page in a sorted list of <paramref name="count"/>.</summary>
    /// <param name="count">How many the list has.</param>
    /// <param name="page">Which page.</param>
    /// <param name="compare">Where the record at a place stands to a cursor.</param>
    public static (int Start, int End) Places(int count, Page page, Func<int, Cursor, int> compare)
    {
        var low = page.After is { } after ? FirstAfter(count, place => compare(place, after) > 0) : 0;
        var high = page.Before is { } before ? FirstAfter(count, place => compare(place, before) >= 0) : count;
        (low, high) = Bounds(low, high, page);
        return page.Backward ? (Math.Max(low, high - page.Size), high) : (low, Math.Min(high, low + page.Size));
    }

    // Where a page would begin after it ends it is empty, and lies where it is read from.
    private static (int Low, int High) Bounds(int low, int high, Page page) =>
        page.Backward ? (Math.Min(low, high), high) : (low, Math.Max(low, high));

    // The list is the answer already: only where it is cut must be found.
    private static PageRows Slice(RowList list, RowOrder order, Page page)
    {
        var low = page.After is { } after ? FirstOf(list, order, after, inclusive: false) : 0;
        var high = page.Before is { } before ? FirstOf(list, order, before, inclusive: true) : list.Count;
        (low, high) = Bounds(low, high, page);
        var start = page.Backward ? Math.Max(low, high - page.Size) : low;
        var end = page.Backward ? high : Math.Min(high, low + page.Size);
        var rows = new int[end - start];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = list[start + i];
        return new PageRows(rows, start > 0, end < list.Count, list.Count);
    }

    // In the default order a filtered page is the first (or last) that match; one match beyond either end tells whether there are more.
    private static PageRows Scan(
        RowList list,
        Predicate<int> where,
        RowOrder order,
        Page page,
        bool count,
        Tally[] tallies
    )
    {
        var low = page.After is { } after ? FirstOf(list, order, after, inclusive: false) : 0;
        var high = page.Before is { } before ? FirstOf(list, order, before, inclusive: true) : list.Count;
        (low, high) = Bounds(low, high, page);
        var found = new List<int>(Math.Min(page.Size, 64));
        int start = low,
            end = high;
        if (page.Backward)
        {
            for (start = high; start > low && found.Count < page.Size; start--)
            {
                if (where(list[start - 1]))
                    found.Add(list[start - 1]);
            }
            found.Reverse();
        }
        else
        {
            for (end = low; end < high && found.Count < page.Size; end++)
            {
                if (where(list[end]))
                    found.Add(list[end]);
            }
        }

        var total = -1;
        if (count || tallies.Length > 0)
        {
            total = 0;
            for (var place = 0; place < list.Count; place++)
            {
                if (!where(list[place]))
                    continue;
                total++;
                foreach (var tally in tallies)
                    tally.Add(list[place]);
            }
        }
        var hasPrevious = false;
        for (var place = start - 1; place >= 0 && !hasPrevious; place--)
            hasPrevious = where(list[place]);
        var hasNext = false;
        for (var place = end; place < list.Count && !hasNext; place++)
            hasNext = where(list[place]);
        return new PageRows([.. found], hasPrevious, hasNext, total);
    }

    // Another order: one pass that keeps the best rows so far, no more than the page has.
    private static PageRows Select(RowList list, Predicate<int>? where, RowOrder order, Page page, Tally[] tallies)
    {
        var worstFirst = Comparer<int>.Create((a, b) => page.Backward ? order.Compare(a, b) : order.Compare(b, a));
        var best = new PriorityQueue<int, int>(worstFirst);
        var total = 0;
        var before = 0;
        var after = 0;
        for (var place = 0; place < list.Count; place++)
        {
            var row = list[place];
            if (where is not null && !where(row))
                continue;
            total++;
            foreach (var tally in tallies)
                tally.Add(row);
            var isBefore = page.After is { } low && order.Compare(row, low) <= 0;
            var isAfter = page.Before is { } high && order.Compare(row, high) >= 0;
            if (isBefore && (!isAfter || !page.Backward))
            {
                before++;
                continue;
            }
            if (isAfter)
            {
                after++;
                continue;
            }
            if (best.Count < page.Size)
            {
                best.Enqueue(row, row);
                continue;
            }
            if (page.Backward)
                before++;
            else
                after++;
            if (page.Size > 0 && worstFirst.Compare(row, best.Peek()) > 0)
                best.DequeueEnqueue(row, row);
        }
        var rows = new int[best.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[page.Backward ? i : rows.Length - 1 - i] = best.Dequeue();
        return new PageRows(rows, before > 0, after > 0, total);
    }

    private static int FirstOf(RowList list, RowOrder order, Cursor place, bool inclusive)
    {
        int low = 0,
            high = list.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = order.Compare(list[middle], place);
            if (compared > 0 || (inclusive && compared == 0))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private static int FirstAfter(int count, Func<int, bool> beyond)
    {
        int low = 0,
            high = count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (beyond(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
