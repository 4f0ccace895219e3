using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>Records that a computed answer shows, by the way in which it shows them.</summary>
/// <param name="Projection">What of each.</param>
/// <param name="Type">Entity or Link.</param>
/// <param name="Keys">Ids of bodies, or keys of links (<see cref="QuestionLink.Key"/>); each once.</param>
public sealed record RecordRequest(Projection Projection, RecordType Type, IReadOnlyCollection<string> Keys);

/// <summary>Writes records of the graph into a computed answer.</summary>
public interface IRecordWriter
{
    /// <summary>Writes a record that was requested.</summary>
    /// <param name="projection">What of it: the request's own.</param>
    /// <param name="key">The body's id or the link's key.</param>
    void Write(Projection projection, string key);
}

/// <summary>A computed question that makes its own answer.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Projection">What of it.</param>
public abstract record AnsweredRoot(string Name, Projection Projection) : ComputedRoot(Name, Projection)
{
    /// <summary>Makes the answer.</summary>
    /// <param name="source">Gives links.</param>
    /// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">It asks for more than <see cref="NetworkLimits"/> allow.</exception>
    /// <exception cref="DrawingException">A figure or file cannot be made as it is asked.</exception>
    internal abstract ValueTask<ComputedAnswer> AnswerAsync(
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    );
}

/// <summary>
/// The answer to a question that is computed from the links a store gives. First it is made; then the store is asked for
/// the records that it shows, all at once; then it is written. What is computed here is the same on every store.
/// </summary>
public abstract class ComputedAnswer
{
    private readonly Dictionary<Projection, (RecordType Type, HashSet<string> Keys)> _requests = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The records that the answer shows.</summary>
    public IEnumerable<RecordRequest> Requests =>
        _requests.Select(request => new RecordRequest(request.Key, request.Value.Type, request.Value.Keys));

    /// <summary>Writes the answer.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="records">Writes the records that were requested.</param>
    public abstract void Write(AnswerWriter writer, IRecordWriter records);

    /// <summary>Makes the figures and files that are asked for of one extract, which is made only where there is one.</summary>
    private protected static async ValueTask<
        Dictionary<SelectedDrawing, IReadOnlyDictionary<string, object?>>
    > DrawAsync(Projection asked, Func<ValueTask<Extract>> extract, IDrawings? drawings, CancellationToken cancellation)
    {
        var made = new Dictionary<SelectedDrawing, IReadOnlyDictionary<string, object?>>(
            ReferenceEqualityComparer.Instance
        );
        Extract? of = null;
        foreach (var drawing in FieldsOf(asked).OfType<SelectedDrawing>())
        {
            if (drawings is null)
                throw new DrawingException("this server makes no figures and files");
            of ??= await extract();
            var fields = FieldsOf(drawing.Projection)
                .OfType<SelectedComputed>()
                .Select(field => field.Field.Name)
                .ToHashSet(StringComparer.Ordinal);
            made.Add(drawing, await drawings.MakeAsync(of, drawing.Request, fields, cancellation));
        }
        return made;
    }

    /// <summary>Writes a figure or a file.</summary>
    private protected static void WriteDrawing(
        AnswerWriter writer,
        SelectedDrawing drawing,
        IReadOnlyDictionary<string, object?> values
    ) =>
        WriteObject(
            writer,
            drawing.Projection,
            field =>
            {
                var value = values[((SelectedComputed)field).Field.Name];
                if (value is not IEnumerable<string> texts)
                {
                    writer.Text((string?)value);
                    return;
                }
                writer.StartList();
                foreach (var text in texts)
                    writer.Text(text);
                writer.EndList();
            }
        );

    /// <summary>Asks for records.</summary>
    private protected void Request(Projection projection, RecordType type, IEnumerable<string> keys)
    {
        if (!_requests.TryGetValue(projection, out var request))
            _requests.Add(projection, request = (type, new HashSet<string>(StringComparer.Ordinal)));
        request.Keys.UnionWith(keys);
    }

    /// <summary>What is asked of an object that is part of the answer.</summary>
    private protected static ImmutableArray<Selected> FieldsOf(Projection projection) => projection.ByType[0].Fields;

    /// <summary>The part of a selection that is about one field, in the order of the answer.</summary>
    private protected static IEnumerable<SelectedComputed> Asked(Projection projection, ComputedField field) =>
        FieldsOf(projection).OfType<SelectedComputed>().Where(selected => selected.Field == field);

    /// <summary>Writes an object field by field.</summary>
    private protected static void WriteObject(AnswerWriter writer, Projection projection, Action<Selected> write)
    {
        writer.StartObject();
        foreach (var field in FieldsOf(projection))
        {
            writer.Name(field.Name);
            if (field is SelectedTypeName type)
                writer.Text(type.TypeName);
            else
                write(field);
        }
        writer.EndObject();
    }

    /// <summary>Writes a list of records.</summary>
    private protected static void WriteRecords(
        AnswerWriter writer,
        IRecordWriter records,
        Projection projection,
        IEnumerable<string> keys
    )
    {
        writer.StartList();
        foreach (var key in keys)
            records.Write(projection, key);
        writer.EndList();
    }
}
