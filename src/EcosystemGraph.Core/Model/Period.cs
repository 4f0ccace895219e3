using EcosystemGraph.Core.Dates;

namespace EcosystemGraph.Core.Model;

/// <summary>
/// When a link or a grouping was active, as far as its dates tell: it starts on some day of
/// [<paramref name="EarliestStart"/>, <paramref name="LatestStart"/>] and ends on some day of
/// [<paramref name="EarliestEnd"/>, <paramref name="LatestEnd"/>]. Day numbers as in <see cref="DaySpan"/>.
/// </summary>
/// <param name="EarliestStart">The first day it may start; <see cref="DaySpan.Beginning"/> where unknown.</param>
/// <param name="LatestStart">The last day it may start; <see cref="DaySpan.End"/> where unknown.</param>
/// <param name="EarliestEnd">The first day it may end; <see cref="DaySpan.Beginning"/> where unknown.</param>
/// <param name="LatestEnd">The last day it may end; <see cref="DaySpan.End"/> where unknown.</param>
/// <param name="Planned">Whether it was only planned: then nothing about it is certain.</param>
public readonly record struct Period(int EarliestStart, int LatestStart, int EarliestEnd, int LatestEnd, bool Planned)
{
    /// <summary>
    /// The period that dates and status give. Status fills only an absent bound, and only where a source is dated:
    /// what is CURRENT at its source's date had started by the source's first day and ends no earlier than its last,
    /// what is PAST had ended by its last day, what is PLANNED starts no earlier than its first.
    /// </summary>
    /// <param name="from">When it starts; null where no source says.</param>
    /// <param name="to">When it ends; null where no source says.</param>
    /// <param name="status">As its source puts it.</param>
    /// <param name="source">The date of the latest source cited that has one; null where none has.</param>
    public static Period Of(PartialDate? from, PartialDate? to, Status status, PartialDate? source)
    {
        var start = from?.Span ?? DaySpan.Always;
        var end = to?.Span ?? DaySpan.Always;
        if (source is { } dated)
        {
            var at = dated.Span;
            switch (status)
            {
                case Status.CURRENT:
                    if (from is null)
                        start = start with { Last = at.First };
                    if (to is null)
                        end = end with { First = at.Last };
                    break;
                case Status.PAST when to is null:
                    end = end with { Last = at.Last };
                    break;
                case Status.PLANNED when from is null:
                    start = start with { First = at.First };
                    break;
            }
        }
        return new Period(start.First, start.Last, end.First, end.Last, status == Status.PLANNED);
    }

    /// <summary>Whether it was active throughout the days asked for: surely, perhaps, or surely not on any of them.</summary>
    public Activity At(DaySpan days)
    {
        if (days.Last < EarliestStart || LatestEnd < days.First)
            return Activity.NO;
        return !Planned && LatestStart <= days.First && days.Last <= EarliestEnd ? Activity.CERTAIN : Activity.POSSIBLE;
    }

    /// <summary>Whether the two were active on one day at least: surely, perhaps, or surely not.</summary>
    public Activity Overlap(Period other)
    {
        if (LatestEnd < other.EarliestStart || other.LatestEnd < EarliestStart)
            return Activity.NO;
        return !Planned && !other.Planned && LatestStart <= other.EarliestEnd && other.LatestStart <= EarliestEnd
            ? Activity.CERTAIN
            : Activity.POSSIBLE;
    }
}
