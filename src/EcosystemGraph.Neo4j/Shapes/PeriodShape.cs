using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Shapes;

/// <summary>When a record was active: written as whether it was on certain days.</summary>
internal sealed class PeriodShape(DaySpan days) : Shape
{
    /// <summary>The values of a period of <paramref name="x"/>, one after the other: a bound that is not kept is infinite.</summary>
    public static string Values(string x) =>
        $"{x}.earliestStart, {x}.latestStart, {x}.earliestEnd, {x}.latestEnd, {x}.status = 'PLANNED'";

    /// <summary>Reads them.</summary>
    public static Period Read(IValues values) =>
        new(
            values.WholeOrNull() ?? DaySpan.Beginning,
            values.WholeOrNull() ?? DaySpan.End,
            values.WholeOrNull() ?? DaySpan.Beginning,
            values.WholeOrNull() ?? DaySpan.End,
            values.FlagOrNull() ?? false
        );

    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        values.StartList();
        writer.Text(Read(values).At(days).ToString());
        values.End();
    }
}
