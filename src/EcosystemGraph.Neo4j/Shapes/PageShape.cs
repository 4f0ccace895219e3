using System.Buffers;
using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Shapes;

/// <summary>
/// A page: a list of its rows, whether there are records before and after it, how many there are in all, and for each
/// <see cref="Counting"/> how many have each value.
/// </summary>
/// <remarks>
/// A row is a list of what is asked of its record, in as many ways as it is asked, and of its place in the order where
/// cursors are. The answer wants the parts of a page in an order of its own: each is written as it comes, a piece for itself;
/// then all are put where they belong.
/// </remarks>
internal sealed class PageShape : Shape
{
    private readonly Pages _pages;
    private readonly ImmutableArray<Shape> _columns;
    private readonly ImmutableArray<Counting> _countings;
    private readonly bool _hasPlaces;

    // Whether a row's cursor is a piece, after those of its columns.
    private readonly bool _hasCursors;

    /// <param name="pages">What is asked.</param>
    /// <param name="columns">What a row has of its record, for each of <see cref="ColumnsOf"/>.</param>
    public PageShape(Pages pages, ImmutableArray<Shape> columns)
    {
        _pages = pages;
        _columns = columns;
        _countings = [.. pages.Countings];
        _hasCursors = pages.Parts.Any(part => part is EdgesPart edges && edges.Parts.Any(IsCursor));
        _hasPlaces = HasPlaces(pages);
    }

    /// <summary>The ways in which the page's records are asked for, in the order in which a row has them.</summary>
    public static IEnumerable<Projection> ColumnsOf(Pages pages) => pages.Parts.SelectMany(part => part switch
    {
        NodesPart nodes => [nodes.Projection],
        EdgesPart edges => edges.Parts.Select(edge => edge.Node).OfType<Projection>(),
        _ => [],
    });

    /// <summary>Whether a row ends with its place in the order.</summary>
    public static bool HasPlaces(Pages pages) => pages.Parts.Any(part => part switch
    {
        PageInfoPart info => info.Parts.Any(item => item.Fact is PageFact.StartCursor or PageFact.EndCursor),
        EdgesPart edges => edges.Parts.Any(IsCursor),
        _ => false,
    });

    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        var width = _columns.Length + (_hasCursors ? 1 : 0);
        var place = writer.Place;
        var ends = ArrayPool<int>.Shared.Rent(_pages.Page.Size * width);
        byte[] pieces = [];
        try
        {
            values.StartList();
            var page = new Came(ends, width, place.Length);
            values.StartList();
            for (; values.Next != ValueKind.End; page.Rows++) ReadRow(values, writer, page);
            values.End();
            page.HasPrevious = values.FlagOrNull();
            page.HasNext = values.FlagOrNull();
            page.Total = values.WholeOrNull();
            page.Counts = [.. _countings.Select(_ => values.List(ReadCount))];
            values.End();

            var written = writer.Written.Span[place.Length..];
            pieces = ArrayPool<byte>.Shared.Rent(written.Length);
            written.CopyTo(pieces);
            writer.Return(place);
            page.Pieces = pieces;
            Write(page, writer);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ends);
            if (pieces.Length > 0) ArrayPool<byte>.Shared.Return(pieces);
        }
    }

    private void ReadRow(IValues values, AnswerWriter writer, Came page)
    {
        if (page.Rows == _pages.Page.Size) throw values.Otherwise(ValueKind.End);
        values.StartList();
        var piece = page.Rows * page.Width;
        foreach (var column in _columns)
        {
            writer.StartPiece();
            column.Write(values, writer);
            page.Ends[piece++] = writer.Place.Length - page.Start;
        }
        if (_hasPlaces)
        {
            page.Last = ReadPlace(values);
            page.First ??= page.Last;
        }
        if (_hasCursors)
        {
            writer.StartPiece();
            writer.Text(CursorOf(page.Last!));
            page.Ends[piece] = writer.Place.Length - page.Start;
        }
        values.End();
    }

    private Cursor ReadPlace(IValues values)
    {
        var keys = ImmutableArray.CreateBuilder<KeyValue>(_pages.Order.Keys.Length);
        values.StartList();
        foreach (var key in _pages.Order.Keys) keys.Add(key.Column is DateColumn ? ReadDays(values) : ReadKey(values));
        var place = new Cursor(keys.MoveToImmutable(), values.Text());
        values.End();
        return place;
    }

    private static KeyValue ReadDays(IValues values)
    {
        var (first, last) = (values.WholeOrNull(), values.WholeOrNull());
        return first is null ? KeyValue.None : KeyValue.Of(new DaySpan(first.Value, last ?? first.Value));
    }

    private static KeyValue ReadKey(IValues values) => values.Next switch
    {
        ValueKind.Null => KeyOfNone(values),
        ValueKind.Text => KeyValue.Of(values.Text()),
        _ => KeyValue.Of(values.Number()),
    };

    private static KeyValue KeyOfNone(IValues values)
    {
        values.Null();
        return KeyValue.None;
    }

    private static Count ReadCount(IValues values)
    {
        values.StartList();
        var (value, records) = (values.TextOrNull(), values.Whole());
        var labels = new List<string?>();
        while (values.Next != ValueKind.End) labels.Add(values.TextOrNull());
        values.End();
        return new Count(value, records, labels);
    }

    private void Write(Came page, AnswerWriter writer)
    {
        var column = 0;
        writer.StartObject();
        foreach (var part in _pages.Parts)
        {
            writer.Name(part.Name);
            switch (part)
            {
                case NodesPart:
                    writer.StartList();
                    for (var row = 0; row < page.Rows; row++) writer.Raw(page.Piece(row, column));
                    writer.EndList();
                    column++;
                    break;
                case EdgesPart edges:
                    writer.StartList();
                    for (var row = 0; row < page.Rows; row++) Write(edges, page, row, column, writer);
                    writer.EndList();
                    column += edges.Parts.Count(edge => edge.Node is not null);
                    break;
                case TotalCountPart:
                    if (page.Total is { } total) writer.Whole(total);
                    else writer.Null();
                    break;
                case FacetsPart facets: Write(facets, page, writer); break;
                case PageInfoPart info: Write(info, page, writer); break;
                case PageTypeName type: writer.Text(type.TypeName); break;
                default: throw new ArgumentOutOfRangeException(part.Name, part.GetType().Name, "a part without an answer");
            }
        }
        writer.EndObject();
    }

    private static void Write(EdgesPart edges, Came page, int row, int column, AnswerWriter writer)
    {
        writer.StartObject();
        foreach (var edge in edges.Parts)
        {
            writer.Name(edge.Name);
            if (edge.Node is not null) writer.Raw(page.Piece(row, column++));
            else if (edge.TypeName is not null) writer.Text(edge.TypeName);
            else writer.Raw(page.Piece(row, page.Width - 1));
        }
        writer.EndObject();
    }

    private void Write(FacetsPart facets, Came page, AnswerWriter writer)
    {
        var place = 0;
        while (_countings[place].Field != facets.Field) place++;
        var counting = _countings[place];
        writer.StartList();
        foreach (var count in page.Counts[place].Take(facets.First))
        {
            writer.StartObject();
            foreach (var field in facets.Projection.ByType[0].Fields)
            {
                writer.Name(field.Name);
                if (field is SelectedTypeName type) writer.Text(type.TypeName);
                else if (field is SelectedText text) writer.Text(LabelOf(count, counting, text.Language));
                else if (((SelectedValue)field).Column.Name == "count") writer.Whole(count.Records);
                else writer.Text(count.Value);
            }
            writer.EndObject();
        }
        writer.EndList();
    }

    private static string? LabelOf(Count count, Counting counting, Language language) =>
        counting.Field is Relation ? count.Labels[counting.Languages.IndexOf(language)]
        : count.Value is null ? null : ChoiceLabels.Of(counting.Field, count.Value, language);

    private void Write(PageInfoPart info, Came page, AnswerWriter writer)
    {
        writer.StartObject();
        foreach (var item in info.Parts)
        {
            writer.Name(item.Name);
            switch (item.Fact)
            {
                case PageFact.HasPreviousPage: Write(page.HasPrevious, writer); break;
                case PageFact.HasNextPage: Write(page.HasNext, writer); break;
                case PageFact.StartCursor: writer.Text(CursorOf(page.First)); break;
                case PageFact.EndCursor: writer.Text(CursorOf(page.Last)); break;
                default: writer.Text("PageInfo"); break;
            }
        }
        writer.EndObject();
    }

    private static void Write(bool? flag, AnswerWriter writer)
    {
        if (flag is { } known) writer.Flag(known);
        else writer.Null();
    }

    private string? CursorOf(Cursor? place) => place?.Write(_pages.List, _pages.Order);

    private static bool IsCursor(EdgePart edge) => edge.Node is null && edge.TypeName is null;

    /// <summary>How many records have a value, and its labels in the languages that are asked for.</summary>
    private readonly record struct Count(string? Value, long Records, IReadOnlyList<string?> Labels);

    /// <summary>What came of a page.</summary>
    /// <param name="ends">Takes where each piece ends: row by row, <paramref name="width"/> a row.</param>
    /// <param name="width">How many pieces a row has.</param>
    /// <param name="start">Where the first begins in the answer.</param>
    private sealed class Came(int[] ends, int width, int start)
    {
        public int[] Ends => ends;

        public int Width => width;

        public int Start => start;

        public int Rows { get; set; }

        public byte[] Pieces { get; set; } = [];

        public Cursor? First { get; set; }

        public Cursor? Last { get; set; }

        public bool? HasPrevious { get; set; }

        public bool? HasNext { get; set; }

        public int? Total { get; set; }

        public List<Count>[] Counts { get; set; } = [];

        public ReadOnlySpan<byte> Piece(int row, int column)
        {
            var piece = row * width + column;
            var begin = piece == 0 ? 0 : ends[piece - 1];
            return Pieces.AsSpan(begin, ends[piece] - begin);
        }
    }
}
