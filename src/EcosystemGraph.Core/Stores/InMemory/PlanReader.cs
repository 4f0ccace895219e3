using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores.InMemory.Bindings;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Reads what a plan asks from a graph and writes it down as it goes.</summary>
internal sealed class PlanReader(
    ResolvedGraph graph,
    Lazy<NameIndex> names,
    Plan plan,
    IReadOnlyDictionary<ComputedRoot, ComputedAnswer> computed,
    AnswerWriter writer,
    CancellationToken cancellation
) : IAnswers, IRecordWriter, IRootVisitor<Nothing, Nothing>
{
    private readonly Dictionary<Field, Tally> _tallies = [];

    public Reference? Unknown(int root) => UnknownIds.Find(graph, plan.Roots[root]);

    public void Write(int root) => plan.Roots[root].Accept<Nothing, Nothing>(this, default);

    public void Skip() { }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(LookupRoot root, Nothing about)
    {
        if (root.Type.Find(graph, root.Id) is var found and not ResolvedGraph.None)
            Write(root.Projection, found);
        else
            writer.Null();
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(NodesRoot root, Nothing about)
    {
        if (root.IsList)
            writer.StartList();
        foreach (var id in root.Ids)
            WriteNode(root.Projection, id);
        if (root.IsList)
            writer.EndList();
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(PagesRoot root, Nothing about)
    {
        Write(root.Type, root.Pages, RowList.All(root.Type.Count(graph)));
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(ListRoot root, Nothing about)
    {
        WriteAll(root.Type, root.Projection);
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(DatasetRoot root, Nothing about)
    {
        WriteDataset(root);
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(CoAccompaniersRoot root, Nothing about)
    {
        WriteCoAccompaniers(root);
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(SearchRoot root, Nothing about)
    {
        writer.StartList();
        foreach (var row in names.Value.Find(root))
            Write(root.Projection, row);
        writer.EndList();
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(TypeNameRoot root, Nothing about)
    {
        writer.Text(root.TypeName);
        return default;
    }

    Nothing IRootVisitor<Nothing, Nothing>.Visit(ComputedRoot root, Nothing about)
    {
        computed[root].Write(writer, this);
        return default;
    }

    private void WriteNode(Projection projection, string id)
    {
        foreach (var selection in projection.ByType)
        {
            if (selection.Type.Find(graph, id) is not (var row and not ResolvedGraph.None))
                continue;
            Write(selection, row);
            return;
        }
        writer.Null();
    }

    private void WriteAll(RecordType type, Projection projection)
    {
        writer.StartList();
        for (var row = 0; row < type.Count(graph); row++)
            Write(projection, row);
        writer.EndList();
    }

    /// <summary>Writes a record of a computed answer.</summary>
    public void Write(Projection projection, string key)
    {
        if (projection.ByType[0].Type == Records.Actor)
            Write(projection, graph.FindEntity(key).Number);
        else if (GivenLink.KindOf(key) == LinkKind.MEMBERSHIP)
            Write(projection, Links.OfMembership(graph.FindMembership(GivenLink.IdOf(key))).Number);
        else
            Write(projection, graph.Links.OfPartnership(graph.FindPartnership(GivenLink.IdOf(key))).Number);
    }

    private void Write(Projection projection, int number)
    {
        var selection = projection.ByType[0];
        if (projection.ByType.Length > 1)
        {
            (var type, number) = AbstractRow.Of(graph, selection.Type, number);
            selection = projection.ByType[type];
        }
        Write(selection, number);
    }

    private void Write(Selection selection, int row)
    {
        writer.StartObject();
        foreach (var field in selection.Fields)
        {
            writer.Name(field.Name);
            Write(field, row);
        }
        writer.EndObject();
    }

    private void Write(Selected field, int row)
    {
        switch (field)
        {
            case SelectedValue value:
                Write(value.Column, row);
                break;
            case SelectedText text:
                writer.Text(text.Column.Read(graph, row).In(text.Language));
                break;
            case SelectedOne one:
                if (one.Relation.Read(graph, row) is var target and not ResolvedGraph.None)
                    Write(one.Projection, target);
                else
                    writer.Null();
                break;
            case SelectedPages pages:
                Write(pages.Relation, pages.Pages, row);
                break;
            case SelectedCoMembers question:
                WriteCoMembers(question, row);
                break;
            case SelectedList list:
                Write(list.Projection, list.Relation.Read(graph, row));
                break;
            case SelectedEvidence evidence:
                Write(evidence.Parts, evidence.Field.Read(graph, row));
                break;
            case SelectedTexts texts:
                writer.StartList();
                foreach (var text in texts.Field.Read(graph, row))
                    writer.Text(text);
                writer.EndList();
                break;
            case SelectedActivity activity:
                writer.Text(activity.Field.Read(graph, row).At(activity.Days).ToString());
                break;
            case SelectedTypeName type:
                writer.Text(type.TypeName);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(field),
                    field.GetType().Name,
                    "a field this store does not know"
                );
        }
    }

    private void Write(Column column, int row)
    {
        switch (column)
        {
            case TextColumn text:
                writer.Text(text.Read(graph, row));
                break;
            case DateColumn date:
                writer.Text(date.Read(graph, row)?.ToString());
                break;
            case ChoiceColumn choice:
                writer.Text(choice.Values[choice.Read(graph, row)]);
                break;
            case FlagColumn flag:
                writer.Flag(flag.Read(graph, row));
                break;
            case NumberColumn number:
                writer.Number(number.Read(graph, row));
                break;
            case WholeColumn whole:
                if (whole.Read(graph, row) is { } value)
                    writer.Whole(value);
                else
                    writer.Null();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column.Name, "a column this store does not know");
        }
    }

    private void Write(Projection projection, ReadOnlySpan<int> rows)
    {
        writer.StartList();
        foreach (var row in rows)
            Write(projection, row);
        writer.EndList();
    }

    private void Write(ImmutableArray<Selected> parts, ReadOnlySpan<EvidenceItem> items)
    {
        writer.StartList();
        foreach (var item in items)
        {
            writer.StartObject();
            foreach (var part in parts)
            {
                writer.Name(part.Name);
                if (part is SelectedComputed { Projection: { } passage })
                    Write(passage, item.Passage);
                else if (part is SelectedTypeName type)
                    writer.Text(type.TypeName);
                else
                    writer.Text(item.Mention);
            }
            writer.EndObject();
        }
        writer.EndList();
    }

    private void Write(ToPages relation, Pages pages, int row)
    {
        if (pages.Through is { } through)
            Write(relation.Target, pages, RowList.Of(Through(relation.Through(), through, row)));
        else
            Write(relation.Target, pages, RowList.Of(relation.Read(graph, row)));
    }

    // Only memberships whose role counts make members (semantics: Filters).
    private int[] Through(ThroughReader through, Filter filter, int row)
    {
        var fits = Matcher.Of(graph, filter);
        var far = new SortedSet<int>();
        foreach (var membership in through.Memberships(graph, row))
        {
            if (graph.Links.MembershipCounts[membership] && fits(membership))
                far.Add(through.Far(graph, membership));
        }
        return [.. far];
    }

    private void Write(RecordType type, Pages pages, RowList list)
    {
        cancellation.ThrowIfCancellationRequested();
        var order = new RowOrder(graph, type, pages.Order);
        var where = pages.Where is null ? null : Matcher.Of(graph, pages.Where);
        var count = pages.Parts.Any(part => part is TotalCountPart);
        var countings = pages.Countings;
        var tallies = countings.IsEmpty ? [] : countings.Select(counting => TallyOf(counting.Field)).ToArray();
        var page = Pager.Find(list, where, order, pages.Order.IsDefault, pages.Page, count, tallies);
        // Taken before anything nested is written, which counts by the same fields.
        var counted = countings.IsEmpty
            ? null
            : countings
                .Select((counting, i) => (counting.Field, Most: tallies[i].Take(counting.First)))
                .ToDictionary(one => one.Field, one => one.Most);
        Write(
            pages,
            page.Rows.Length,
            page.HasPrevious,
            page.HasNext,
            page.Total,
            (projection, place) => Write(projection, page.Rows[place]),
            place => order.PlaceOf(page.Rows[place]),
            counted is null ? null : facets => Write(facets, counted[facets.Field])
        );
    }

    private Tally TallyOf(Field field)
    {
        if (!_tallies.TryGetValue(field, out var tally))
            _tallies.Add(field, tally = new Tally(graph, field));
        return tally;
    }

    private void Write(FacetsPart facets, ValueCount[] counted)
    {
        var tally = _tallies[facets.Field];
        writer.StartList();
        foreach (var (place, count) in counted.AsSpan(0, Math.Min(facets.First, counted.Length)))
        {
            writer.StartObject();
            foreach (var field in facets.Projection.ByType[0].Fields)
            {
                writer.Name(field.Name);
                if (field is SelectedTypeName type)
                    writer.Text(type.TypeName);
                else if (field is SelectedText label)
                    writer.Text(tally.LabelAt(place, label.Language));
                else if (((SelectedValue)field).Column == FactFields.FacetSize)
                    writer.Whole(count);
                else
                    writer.Text(tally.ValueAt(place));
            }
            writer.EndObject();
        }
        writer.EndList();
    }

    private void Write(
        Pages pages,
        int length,
        bool hasPrevious,
        bool hasNext,
        int total,
        Action<Projection, int> writeNode,
        Func<int, Cursor> placeOf,
        Action<FacetsPart>? writeFacets = null
    )
    {
        string CursorOf(int place) => placeOf(place).Write(pages.List, pages.Order);

        writer.StartObject();
        foreach (var part in pages.Parts)
        {
            writer.Name(part.Name);
            switch (part)
            {
                case NodesPart nodes:
                    writer.StartList();
                    for (var place = 0; place < length; place++)
                        writeNode(nodes.Projection, place);
                    writer.EndList();
                    break;
                case EdgesPart edges:
                    writer.StartList();
                    for (var place = 0; place < length; place++)
                    {
                        writer.StartObject();
                        foreach (var edge in edges.Parts)
                        {
                            writer.Name(edge.Name);
                            if (edge.Node is not null)
                                writeNode(edge.Node, place);
                            else
                                writer.Text(edge.TypeName ?? CursorOf(place));
                        }
                        writer.EndObject();
                    }
                    writer.EndList();
                    break;
                case TotalCountPart:
                    writer.Whole(total);
                    break;
                case FacetsPart facets:
                    writeFacets!(facets);
                    break;
                case PageInfoPart info:
                    writer.StartObject();
                    foreach (var item in info.Parts)
                    {
                        writer.Name(item.Name);
                        switch (item.Fact)
                        {
                            case PageFact.HasNextPage:
                                writer.Flag(hasNext);
                                break;
                            case PageFact.HasPreviousPage:
                                writer.Flag(hasPrevious);
                                break;
                            case PageFact.StartCursor:
                                writer.Text(length == 0 ? null : CursorOf(0));
                                break;
                            case PageFact.EndCursor:
                                writer.Text(length == 0 ? null : CursorOf(length - 1));
                                break;
                            default:
                                writer.Text("PageInfo");
                                break;
                        }
                    }
                    writer.EndObject();
                    break;
                case PageTypeName type:
                    writer.Text(type.TypeName);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(
                        nameof(pages),
                        part.GetType().Name,
                        "a part this store does not know"
                    );
            }
        }
        writer.EndObject();
    }

    private void WriteCoAccompaniers(CoAccompaniersRoot question)
    {
        var rows = CoAccompaniers.Find(graph, question);
        if (question.Pages.Where is { } where)
        {
            var fits = Matcher.Of(graph, where);
            rows = Array.FindAll(rows, row => fits(row.Actor));
        }
        var (start, end) = Pager.Places(
            rows.Length,
            question.Pages.Page,
            (place, cursor) => PlaceOf(rows[place]).CompareTo(cursor, ComputedOrders.CoAccompaniers)
        );
        Write(
            question.Pages,
            end - start,
            start > 0,
            end < rows.Length,
            rows.Length,
            (projection, place) => Write(projection, rows[start + place]),
            place => PlaceOf(rows[start + place])
        );
    }

    private Cursor PlaceOf(CoAccompanierRow row) =>
        new([KeyValue.Of(row.SharedCount), KeyValue.Of(graph.ActorKeys[row.Actor])], graph.Actors[row.Actor].Id);

    // A row that is no record of the graph: its fields are computed with the answer.
    private void WriteComputed(Projection projection, Action<SelectedComputed> write)
    {
        writer.StartObject();
        foreach (var field in projection.ByType[0].Fields)
        {
            writer.Name(field.Name);
            if (field is SelectedTypeName type)
                writer.Text(type.TypeName);
            else
                write((SelectedComputed)field);
        }
        writer.EndObject();
    }

    private void Write(Projection projection, CoAccompanierRow row) =>
        WriteComputed(
            projection,
            field =>
            {
                if (field.Field == FactFields.CoAccompanierActor)
                    Write(field.Projection!, row.Actor);
                else if (field.Field == FactFields.CoAccompanierSharedCount)
                    writer.Whole(row.SharedCount);
                else if (field.Field == FactFields.CoAccompanierConfidence)
                    writer.Text(row.Confidence(graph).ToString());
                else if (field.Field == FactFields.CoAccompanierGroupings)
                    Write(field.Projection!, row.Groupings);
                else if (field.Field == FactFields.CoAccompanierPartnerships)
                    Write(field.Projection!, row.Partnerships);
                else if (field.Field == FactFields.CoAccompanierLinks)
                    Write(
                        field.Projection!,
                        RowNumbers.Of(
                            Links.InOrder(
                                graph,
                                row.Memberships.Select(Links.OfMembership)
                                    .Concat(row.Partnerships.Select(graph.Links.OfPartnership))
                            )
                        )
                    );
                else
                    Write(field.Parts, EvidenceOf(row));
            }
        );

    private EvidenceItem[] EvidenceOf(CoAccompanierRow row)
    {
        var items = new List<EvidenceItem>();
        foreach (var membership in row.Memberships)
            items.AddRange(graph.Citations.Memberships.Of(membership));
        foreach (var partnership in row.Partnerships)
            items.AddRange(graph.Citations.Partnerships.Of(partnership));
        return [.. EvidenceLists.InOrder(items)];
    }

    private void WriteCoMembers(SelectedCoMembers question, int actor)
    {
        cancellation.ThrowIfCancellationRequested();
        var found = new CoMembers(graph, actor, question);
        var rows = found.Find();
        var (start, end) = Pager.Places(
            rows.Length,
            question.Pages.Page,
            (place, cursor) => found.PlaceOf(rows[place]).CompareTo(cursor, question.Pages.Order)
        );
        Write(
            question.Pages,
            end - start,
            start > 0,
            end < rows.Length,
            rows.Length,
            (projection, place) => Write(projection, rows[start + place], found),
            place => found.PlaceOf(rows[start + place])
        );
    }

    private void Write(Projection projection, CoMemberRow row, CoMembers found) =>
        WriteComputed(
            projection,
            field =>
            {
                if (field.Field == FactFields.CoMemberActor)
                    Write(field.Projection!, row.Actor);
                else if (field.Field == FactFields.CoMemberSharedCount)
                    writer.Whole(row.SharedCount);
                else
                    Write(field.Projection!, found.SharedWith(row.Actor));
            }
        );

    private void Write(Projection projection, SearchRow row) =>
        WriteComputed(
            projection,
            field =>
            {
                if (field.Field == FactFields.SearchHitEntity)
                    Write(field.Projection!, row.Entity.Number);
                else
                    writer.Text(field.Field == FactFields.SearchHitMatched ? row.Matched : row.Rank.ToString());
            }
        );

    private void WriteDataset(DatasetRoot dataset)
    {
        writer.StartObject();
        foreach (var part in dataset.Fields)
        {
            writer.Name(part.Name);
            switch (part.Fact)
            {
                case DatasetFact.Title:
                    writer.Text(graph.Data.Title);
                    break;
                case DatasetFact.Version:
                    writer.Text(graph.Data.Version);
                    break;
                case DatasetFact.Sha256:
                    writer.Text(graph.Data.Sha256);
                    break;
                case DatasetFact.ActorCount:
                    writer.Whole(graph.Actors.Length);
                    break;
                case DatasetFact.GroupingCount:
                    writer.Whole(graph.Groupings.Length);
                    break;
                case DatasetFact.MembershipCount:
                    writer.Whole(graph.Memberships.Length);
                    break;
                case DatasetFact.PartnershipCount:
                    writer.Whole(graph.Partnerships.Length);
                    break;
                case DatasetFact.Findings:
                    WriteAll(Records.DataFinding, part.Findings!);
                    break;
                default:
                    writer.Text("Dataset");
                    break;
            }
        }
        writer.EndObject();
    }
}
