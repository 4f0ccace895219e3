using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Shapes;

/// <summary>Records that an answer shows in one way: a list of them, each after its id.</summary>
/// <param name="Projection">The way.</param>
/// <param name="Kind">What stands before an id in the record's key: nothing for bodies, "m:" or "p:" for links.</param>
/// <param name="Record">What each looks like.</param>
internal readonly record struct ShownRecords(Projection Projection, string Kind, Shape Record);

/// <summary>An answer that was computed: the records that it shows come, and it is written with them.</summary>
/// <param name="answer">The answer; null where there is none to write.</param>
/// <param name="lists">The records, list by list.</param>
internal sealed class ComputedShape(ComputedAnswer? answer, ImmutableArray<ShownRecords> lists) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        using var records = new Records(writer);
        values.StartList();
        foreach (var list in lists)
            records.Read(list, values);
        values.End();
        if (answer is null)
            writer.Null();
        else
            answer.Write(writer, records);
    }

    /// <summary>The records, each written down once, wherever and how often it will be shown.</summary>
    private sealed class Records(AnswerWriter writer) : IRecordWriter, IDisposable
    {
        private readonly Dictionary<Projection, Dictionary<string, Range>> _places = new(
            ReferenceEqualityComparer.Instance
        );
        private readonly AnswerWriter _records = new(int.MaxValue);

        public void Read(ShownRecords list, IValues values)
        {
            if (!_places.TryGetValue(list.Projection, out var places))
                _places.Add(list.Projection, places = new(StringComparer.Ordinal));
            values.StartList();
            while (values.Next != ValueKind.End)
            {
                values.StartList();
                var key = list.Kind + values.Text();
                var start = _records.StartPiece();
                list.Record.Write(values, _records);
                places[key] = start.._records.Place.Length;
                values.End();
            }
            values.End();
        }

        public void Write(Projection projection, string key)
        {
            if (_places[projection].TryGetValue(key, out var place))
                writer.Raw(_records.Written.Span[place]);
            else
                writer.Null();
        }

        public void Dispose() => _records.Dispose();
    }
}
