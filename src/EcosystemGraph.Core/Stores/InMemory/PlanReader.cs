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
)
    : IAnswers,
        IRecordWriter,
        IRootVisitor<Nothing, AnswerWriter>,
        IRowVisitor<int, AnswerWriter>,
        IColumnVisitor<int, AnswerWriter>
{
    private readonly Dictionary<Field, Tally> _tallies = [];

    public Reference? Unknown(int root) => UnknownIds.Find(graph, plan.Roots[root]);

    public void Write(int root) => plan.Roots[root].Accept(this, default);

    public void Skip() { }

    public AnswerWriter Visit(LookupRoot root, Nothing about) =>
        root.Type.Find(graph, root.Id) is var found and not ResolvedGraph.None
            ? Write(root.Projection, found)
            : writer.Null();

    public AnswerWriter Visit(NodesRoot root, Nothing about)
    {
        if (root.IsList)
            writer.StartList();
        foreach (var id in root.Ids)
            WriteNode(root.Projection, id);
        return root.IsList ? writer.EndList() : writer;
    }

    public AnswerWriter Visit(PagesRoot root, Nothing about) =>
        Write(root.Type, root.Pages, RowList.All(root.Type.Count(graph)));

    public AnswerWriter Visit(ListRoot root, Nothing about) => WriteAll(root.Type, root.Projection);

    public AnswerWriter Visit(SearchRoot root, Nothing about)
    {
        writer.StartList();
        foreach (var row in names.Value.Find(root))
            Write(root.Projection, row);
        return writer.EndList();
    }

    public AnswerWriter Visit(TypeNameRoot root, Nothing about) => writer.Text(root.TypeName);

    public AnswerWriter Visit(ComputedRoot root, Nothing about)
    {
        computed[root].Write(writer, this);
        return writer;
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

    private AnswerWriter WriteAll(RecordType type, Projection projection)
    {
        writer.StartList();
        for (var row = 0; row < type.Count(graph); row++)
            Write(projection, row);
        return writer.EndList();
    }

    /// <summary>Writes a record of a computed answer.</summary>
    public void Write(Projection projection, string key)
    {
        if (projection.ByType[0].Type == Records.Actor)
            Write(projection, graph.FindEntity(key));
        else if (QuestionLink.KindOf(key) == LinkKind.MEMBERSHIP)
            Write(projection, graph.FindMembership(QuestionLink.IdOf(key)));
        else
            Write(projection, graph.Links.OfPartnership(graph.FindPartnership(QuestionLink.IdOf(key))));
    }

    private AnswerWriter Write(Projection projection, int number)
    {
        var selection = projection.ByType[0];
        if (projection.ByType.Length > 1)
        {
            (var type, number) = AbstractRow.Of(graph, selection.Type, number);
            selection = projection.ByType[type];
        }
        return Write(selection, number);
    }

    private AnswerWriter Write(Selection selection, int row)
    {
        writer.StartObject();
        foreach (var field in selection.Fields)
        {
            writer.Name(field.Name);
            ((SelectedOfRow)field).Accept(this, row);
        }
        return writer.EndObject();
    }

    public AnswerWriter Visit(SelectedValue field, int row) => field.Column.Accept(this, row);

    public AnswerWriter Visit(SelectedText field, int row) =>
        writer.Text(field.Column.Read(graph, row).In(field.Language));

    public AnswerWriter Visit(SelectedTexts field, int row)
    {
        writer.StartList();
        foreach (var text in field.Field.Read(graph, row))
            writer.Text(text);
        return writer.EndList();
    }

    public AnswerWriter Visit(SelectedActivity field, int row) =>
        writer.Text(field.Field.Read(graph, row).At(field.Days).ToString());

    public AnswerWriter Visit(SelectedEvidence field, int row) => Write(field.Parts, field.Field.Read(graph, row));

    public AnswerWriter Visit(SelectedOne field, int row) =>
        field.Relation.Read(graph, row) is var target and not ResolvedGraph.None
            ? Write(field.Projection, target)
            : writer.Null();

    public AnswerWriter Visit(SelectedList field, int row) => Write(field.Projection, field.Relation.Read(graph, row));

    public AnswerWriter Visit(SelectedPages field, int row) =>
        Write(
            field.Relation.Target,
            field.Pages,
            field.Pages.Through is { } through
                ? RowList.Of(Through(field.Relation.Through(), through, row))
                : RowList.Of(field.Relation.Read(graph, row))
        );

    public AnswerWriter Visit(SelectedTypeName field, int row) => writer.Text(field.TypeName);

    public AnswerWriter Visit(TextColumn column, int row) => writer.Text(column.Read(graph, row));

    public AnswerWriter Visit(MultilingualColumn column, int row) =>
        throw new InvalidOperationException($"{column} is asked for in no language");

    public AnswerWriter Visit(DateColumn column, int row) => writer.Text(column.Read(graph, row)?.ToString());

    public AnswerWriter Visit(ChoiceColumn column, int row) => writer.Text(column.Values[column.Read(graph, row)]);

    public AnswerWriter Visit(FlagColumn column, int row) => writer.Flag(column.Read(graph, row));

    public AnswerWriter Visit(NumberColumn column, int row) => writer.Number(column.Read(graph, row));

    public AnswerWriter Visit(WholeColumn column, int row) =>
        column.Read(graph, row) is { } value ? writer.Whole(value) : writer.Null();

    private AnswerWriter Write(Projection projection, ReadOnlySpan<int> rows)
    {
        writer.StartList();
        foreach (var row in rows)
            Write(projection, row);
        return writer.EndList();
    }

    private AnswerWriter Write(ImmutableArray<Selected> parts, ReadOnlySpan<EvidenceItem> items)
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
        return writer.EndList();
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

    private AnswerWriter Write(RecordType type, Pages pages, RowList list)
    {
        cancellation.ThrowIfCancellationRequested();
        var order = new RowOrder(graph, type, pages.Order);
        var where = pages.Where is null ? null : Matcher.Of(graph, pages.Where);
        var count = pages.Parts.Any(part => part is TotalCountPart);
        var countings = pages.Countings.ToArray();
        var tallies = Array.ConvertAll(countings, counting => TallyOf(counting.Field));
        var page = Pager.Find(list, where, order, pages.Order.IsDefault, pages.Page, count, tallies);
        // Taken before anything nested is written, which counts by the same fields.
        var counted = countings
            .Select((counting, i) => (counting.Field, Most: tallies[i].Take(counting.First)))
            .ToDictionary(one => one.Field, one => one.Most);
        return new PageWriter(
            writer,
            pages,
            page.Rows.Length,
            page.HasPrevious,
            page.HasNext,
            page.Total,
            (projection, place) => Write(projection, page.Rows[place]),
            place => order.PlaceOf(page.Rows[place]),
            facets => Write(facets, counted[facets.Field])
        ).Write();
    }

    private Tally TallyOf(Field field)
    {
        if (!_tallies.TryGetValue(field, out var tally))
            _tallies.Add(field, tally = new Tally(graph, field));
        return tally;
    }

    private AnswerWriter Write(FacetsPart facets, ValueCount[] counted)
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
        return writer.EndList();
    }

    public AnswerWriter Visit(CoAccompaniersRoot question, Nothing about)
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
        return new PageWriter(
            writer,
            question.Pages,
            end - start,
            start > 0,
            end < rows.Length,
            rows.Length,
            (projection, place) => Write(projection, rows[start + place]),
            place => PlaceOf(rows[start + place])
        ).Write();
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
                        Links.InOrder(graph, row.Memberships.Concat(row.Partnerships.Select(graph.Links.OfPartnership)))
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

    public AnswerWriter Visit(SelectedCoMembers question, int actor)
    {
        cancellation.ThrowIfCancellationRequested();
        var found = new CoMembers(graph, actor, question);
        var rows = found.Find();
        var (start, end) = Pager.Places(
            rows.Length,
            question.Pages.Page,
            (place, cursor) => found.PlaceOf(rows[place]).CompareTo(cursor, question.Pages.Order)
        );
        return new PageWriter(
            writer,
            question.Pages,
            end - start,
            start > 0,
            end < rows.Length,
            rows.Length,
            (projection, place) => Write(projection, rows[start + place], found),
            place => found.PlaceOf(rows[start + place])
        ).Write();
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
                    Write(field.Projection!, row.Entity);
                else
                    writer.Text(field.Field == FactFields.SearchHitMatched ? row.Matched : row.Rank.ToString());
            }
        );

    public AnswerWriter Visit(DatasetRoot dataset, Nothing about)
    {
        writer.StartObject();
        foreach (var part in dataset.Fields)
        {
            writer.Name(part.Name);
            _ = part.Fact switch
            {
                DatasetFact.Title => writer.Text(graph.Data.Title),
                DatasetFact.Version => writer.Text(graph.Data.Version),
                DatasetFact.Sha256 => writer.Text(graph.Data.Sha256),
                DatasetFact.ActorCount => writer.Whole(graph.Actors.Length),
                DatasetFact.GroupingCount => writer.Whole(graph.Groupings.Length),
                DatasetFact.MembershipCount => writer.Whole(graph.Memberships.Length),
                DatasetFact.PartnershipCount => writer.Whole(graph.Partnerships.Length),
                DatasetFact.Findings => WriteAll(Records.DataFinding, part.Findings!),
                DatasetFact.TypeName => writer.Text("Dataset"),
            };
        }
        return writer.EndObject();
    }
}
