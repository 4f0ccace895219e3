using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>How many rows have a value, which is told by its place (<see cref="Tally"/>).</summary>
internal readonly record struct ValueCount(int Place, int Count);

/// <summary>
/// Counts rows by the values of a field. A value is told by its place: the row of the record that it is, the place among an
/// enum's values, 0 for false and 1 for true; <see cref="ResolvedGraph.None"/> where a row has none.
/// </summary>
/// <remarks>One number for each value, whatever the number of rows; those counted are remembered, so that it is soon ready for the next list.</remarks>
internal sealed class Tally
{
    private readonly ResolvedGraph _graph;
    private readonly Field _field;
    private readonly Func<ResolvedGraph, int, int>? _read;
    private readonly ToList? _list;

    // Those without a value first.
    private readonly int[] _counts;
    private readonly List<int> _met = [];

    public Tally(ResolvedGraph graph, Field field)
    {
        _graph = graph;
        _field = field;
        switch (field)
        {
            case ToOne one:
                _read = one.Read;
                break;
            case ToList list:
                _list = list;
                break;
            case ChoiceColumn choice:
                _read = choice.Read;
                break;
            case FlagColumn flag:
                _read = (all, row) => flag.Read(all, row) ? 1 : 0;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.Name, "a field that nothing is counted by");
        }
        _counts = new int[
            1
                + field switch
                {
                    Relation relation => relation.Target.Count(graph),
                    ChoiceColumn choice => choice.Values.Length,
                    _ => 2,
                }
        ];
    }

    public void Add(int row)
    {
        if (_read is not null)
        {
            Count(_read(_graph, row));
            return;
        }
        var rows = _list!.Read(_graph, row);
        if (rows.IsEmpty)
            Count(ResolvedGraph.None);
        foreach (var place in rows)
            Count(place);
    }

    /// <summary>The values met, the most frequent first, then by value, what is absent last among as many; and counts anew.</summary>
    public ValueCount[] Take(int first)
    {
        _met.Sort(Compare);
        var taken = new ValueCount[Math.Min(first, _met.Count)];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = new ValueCount(_met[i], _counts[_met[i] + 1]);
        foreach (var place in _met)
            _counts[place + 1] = 0;
        _met.Clear();
        return taken;
    }

    /// <summary>The value at a place: an id, an enum's name, "true" or "false"; null for none.</summary>
    public string? ValueAt(int place) =>
        place == ResolvedGraph.None
            ? null
            : _field switch
            {
                Relation relation => ((TextColumn)relation.Target.Column("id")).Read(_graph, place),
                ChoiceColumn choice => choice.Values[place],
                _ => place == 1 ? "true" : "false",
            };

    /// <summary>What people read for the value at a place.</summary>
    public string? LabelAt(int place, Language language)
    {
        if (ValueAt(place) is not { } value)
            return null;
        if (_field is not Relation { Target: var target })
            return ChoiceLabels.Of(_field, value, language);
        return target.Label is MultilingualColumn both
            ? both.Read(_graph, place).In(language)
            : ((TextColumn)target.Label!).Read(_graph, place);
    }

    private void Count(int place)
    {
        if (_counts[place + 1]++ == 0)
            _met.Add(place);
    }

    private int Compare(int one, int other)
    {
        var byCount = _counts[other + 1].CompareTo(_counts[one + 1]);
        if (byCount != 0)
            return byCount;
        if (one == ResolvedGraph.None || other == ResolvedGraph.None)
            return (one == ResolvedGraph.None).CompareTo(other == ResolvedGraph.None);
        return string.CompareOrdinal(ValueAt(one), ValueAt(other));
    }
}
