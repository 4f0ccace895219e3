using System.Collections.Immutable;
using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Writes down what a compiled plan brought back: the values stand where <see cref="CypherCompiler"/> put them.</summary>
internal sealed class AnswerDecoder(AnswerWriter writer)
{
    public void Write(Root root, JsonElement value)
    {
        switch (root)
        {
            case LookupRoot lookup: Write(lookup.Projection, value); break;
            case NodesRoot { IsList: false } node: Write(node.Projection, value[0][0]); break;
            case NodesRoot nodes:
                writer.StartList();
                foreach (var found in value.EnumerateArray()) Write(nodes.Projection, found[0]);
                writer.EndList();
                break;
            case ListRoot list: Write(list.Projection, value.EnumerateArray()); break;
            case PagesRoot pages: Write(pages.Pages, value, Write); break;
            case CoAccompaniersRoot question: Write(question.Pages, value, WriteComputed); break;
            case SearchRoot search:
                writer.StartList();
                foreach (var hit in value.EnumerateArray()) WriteComputed(search.Projection, hit);
                writer.EndList();
                break;
            case DatasetRoot dataset:
                writer.StartObject();
                var facts = value.EnumerateArray();
                foreach (var part in dataset.Fields)
                {
                    writer.Name(part.Name);
                    if (part.Fact == DatasetFact.TypeName) writer.Text("Dataset");
                    else if (part.Findings is not null) Write(part.Findings, Next(ref facts).EnumerateArray());
                    else Scalar(Next(ref facts));
                }
                writer.EndObject();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(root), root.GetType().Name, "a root without an answer");
        }
    }

    public void Write(Projection projection, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.Null();
            return;
        }
        var values = value.EnumerateArray();
        var selection = projection.ByType.Length == 1 ? projection.ByType[0] : projection.ByType[Next(ref values).GetInt32()];
        writer.StartObject();
        foreach (var field in selection.Fields)
        {
            writer.Name(field.Name);
            if (field is SelectedTypeName type) writer.Text(type.TypeName);
            else Write(field, Next(ref values));
        }
        writer.EndObject();
    }

    private void Write(Selected field, JsonElement value)
    {
        switch (field)
        {
            case SelectedOne one: Write(one.Projection, value); break;
            case SelectedList list: Write(list.Projection, value.EnumerateArray()); break;
            case SelectedEvidence evidence: WriteEvidence(evidence.Parts, value); break;
            case SelectedPages pages: Write(pages.Pages, value, Write); break;
            case SelectedCoMembers question: Write(question.Pages, value, WriteComputed); break;
            case SelectedTexts:
                writer.StartList();
                foreach (var text in value.EnumerateArray()) Scalar(text);
                writer.EndList();
                break;
            case SelectedActivity activity: writer.Text(PeriodOf(value).At(activity.Days).ToString()); break;
            default: Scalar(value); break;
        }
    }

    private void Write(Projection projection, JsonElement.ArrayEnumerator values)
    {
        writer.StartList();
        foreach (var value in values) Write(projection, value);
        writer.EndList();
    }

    private void WriteEvidence(ImmutableArray<Selected> parts, JsonElement value)
    {
        writer.StartList();
        foreach (var item in value.EnumerateArray())
        {
            var values = item.EnumerateArray();
            writer.StartObject();
            foreach (var part in parts)
            {
                writer.Name(part.Name);
                if (part is SelectedTypeName type) writer.Text(type.TypeName);
                else if (part is SelectedComputed { Projection: { } passage }) Write(passage, Next(ref values));
                else Scalar(Next(ref values));
            }
            writer.EndObject();
        }
        writer.EndList();
    }

    private void WriteComputed(Projection projection, JsonElement value)
    {
        var values = value.EnumerateArray();
        writer.StartObject();
        foreach (var field in projection.ByType[0].Fields)
        {
            writer.Name(field.Name);
            if (field is SelectedTypeName type)
            {
                writer.Text(type.TypeName);
                continue;
            }
            var computed = (SelectedComputed)field;
            var next = Next(ref values);
            if (computed.Field.Value == ComputedValue.Record) Write(computed.Projection!, next);
            else if (computed.Field.Value != ComputedValue.Records) Scalar(next);
            else if (computed.Projection is null) WriteEvidence(computed.Parts, next);
            else Write(computed.Projection, next.EnumerateArray());
        }
        writer.EndObject();
    }

    private void Write(Pages pages, JsonElement value, Action<Projection, JsonElement> writeNode)
    {
        var rows = value[0];
        var count = rows.GetArrayLength();
        var column = 0;
        Counting[]? countings = null;
        writer.StartObject();
        foreach (var part in pages.Parts)
        {
            writer.Name(part.Name);
            switch (part)
            {
                case NodesPart nodes:
                    writer.StartList();
                    foreach (var row in rows.EnumerateArray()) writeNode(nodes.Projection, row[column]);
                    writer.EndList();
                    column++;
                    break;
                case EdgesPart edges:
                    writer.StartList();
                    foreach (var row in rows.EnumerateArray())
                    {
                        var node = column;
                        writer.StartObject();
                        foreach (var edge in edges.Parts)
                        {
                            writer.Name(edge.Name);
                            if (edge.Node is not null) writeNode(edge.Node, row[node++]);
                            else writer.Text(edge.TypeName ?? CursorOf(pages, row));
                        }
                        writer.EndObject();
                    }
                    writer.EndList();
                    column += edges.Parts.Count(edge => edge.Node is not null);
                    break;
                case TotalCountPart: Scalar(value[3]); break;
                case FacetsPart facets:
                    countings ??= [.. pages.Countings];
                    var place = Array.FindIndex(countings, counting => counting.Field == facets.Field);
                    Write(facets, countings[place], value[4 + place]);
                    break;
                case PageInfoPart info:
                    writer.StartObject();
                    foreach (var item in info.Parts)
                    {
                        writer.Name(item.Name);
                        switch (item.Fact)
                        {
                            case PageFact.HasPreviousPage: Scalar(value[1]); break;
                            case PageFact.HasNextPage: Scalar(value[2]); break;
                            case PageFact.StartCursor: writer.Text(count == 0 ? null : CursorOf(pages, rows[0])); break;
                            case PageFact.EndCursor: writer.Text(count == 0 ? null : CursorOf(pages, rows[count - 1])); break;
                            default: writer.Text("PageInfo"); break;
                        }
                    }
                    writer.EndObject();
                    break;
                case PageTypeName type: writer.Text(type.TypeName); break;
                default: throw new ArgumentOutOfRangeException(nameof(pages), part.GetType().Name, "a part without an answer");
            }
        }
        writer.EndObject();
    }

    private void Write(FacetsPart facets, Counting counting, JsonElement counted)
    {
        writer.StartList();
        foreach (var row in counted.EnumerateArray().Take(facets.First))
        {
            writer.StartObject();
            foreach (var field in facets.Projection.ByType[0].Fields)
            {
                writer.Name(field.Name);
                if (field is SelectedTypeName type) writer.Text(type.TypeName);
                else if (field is SelectedValue value) Scalar(row[value.Column.Name == "count" ? 1 : 0]);
                else Label(((SelectedText)field).Language, counting, row);
            }
            writer.EndObject();
        }
        writer.EndList();
    }

    private void Label(Language language, Counting counting, JsonElement row)
    {
        if (counting.Field is Relation) Scalar(row[2 + counting.Languages.IndexOf(language)]);
        else writer.Text(row[0].GetString() is { } value ? ChoiceLabels.Of(counting.Field, value, language) : null);
    }

    private static string CursorOf(Pages pages, JsonElement row)
    {
        var values = row[row.GetArrayLength() - 1].EnumerateArray();
        var keys = ImmutableArray.CreateBuilder<KeyValue>(pages.Order.Keys.Length);
        foreach (var key in pages.Order.Keys)
        {
            var value = Next(ref values);
            if (key.Column is DateColumn)
            {
                var last = Next(ref values);
                keys.Add(value.ValueKind == JsonValueKind.Null ? KeyValue.None : KeyValue.Of(new DaySpan(value.GetInt32(), last.GetInt32())));
            }
            else
            {
                keys.Add(value.ValueKind switch
                {
                    JsonValueKind.Null => KeyValue.None,
                    JsonValueKind.String => KeyValue.Of(value.GetString()!),
                    _ => KeyValue.Of(value.GetDouble()),
                });
            }
        }
        return new Cursor(keys.MoveToImmutable(), Next(ref values).GetString()!).Write(pages.List, pages.Order);
    }

    private static Period PeriodOf(JsonElement value)
    {
        int Bound(int place, int infinite) => value[place].ValueKind == JsonValueKind.Null ? infinite : value[place].GetInt32();
        return new Period(Bound(0, DaySpan.Beginning), Bound(1, DaySpan.End), Bound(2, DaySpan.Beginning), Bound(3, DaySpan.End),
            value[4].ValueKind == JsonValueKind.True);
    }

    private void Scalar(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: writer.Text(value.GetString()); break;
            case JsonValueKind.True: writer.Flag(true); break;
            case JsonValueKind.False: writer.Flag(false); break;
            case JsonValueKind.Null: writer.Null(); break;
            default:
                if (value.TryGetInt64(out var whole)) writer.Whole(whole);
                else writer.Number(value.GetDouble());
                break;
        }
    }

    private static JsonElement Next(ref JsonElement.ArrayEnumerator values)
    {
        if (!values.MoveNext()) throw new InvalidOperationException("the answer has fewer values than the plan asks for");
        return values.Current;
    }
}
