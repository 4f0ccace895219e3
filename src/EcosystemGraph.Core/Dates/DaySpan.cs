namespace EcosystemGraph.Core.Dates;

/// <summary>
/// An inclusive span of days, each counted from 0001-01-01 = 0 as <see cref="DateOnly.DayNumber"/> does.
/// </summary>
/// <param name="First">The first day; <see cref="Beginning"/> where the span has no beginning.</param>
/// <param name="Last">The last day; <see cref="End"/> where the span has no end.</param>
public readonly record struct DaySpan(int First, int Last)
{
    /// <summary>Stands for "no first day known": before every day.</summary>
    public const int Beginning = int.MinValue;

    /// <summary>Stands for "no last day known": after every day.</summary>
    public const int End = int.MaxValue;

    /// <summary>The span of all days: nothing is known.</summary>
    public static readonly DaySpan Always = new(Beginning, End);
}
