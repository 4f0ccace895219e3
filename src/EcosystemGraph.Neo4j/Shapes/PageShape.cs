using System.Buffers;
using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
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
    private readonly int _width;

    /// <param name="pages">What is asked.</param>
    /// <param name="columns">What a row has of its record, for each of <see cref="ColumnsOf"/>.</param>
    public PageShape(Pages pages, ImmutableArray<Shape> columns)
    {
        _pages = pages;
        _columns = columns;
        _countings = [.. pages.Countings];
        _hasCursors = pages.Parts.Any(part => part is EdgesPart edges && edges.Parts.Any(IsCursor));
        _hasPlaces = HasPlaces(pages);
        _width = columns.Length + (_hasCursors ? 1 : 0);
    }

    /// <summary>The ways in which the page's records are asked for, in the order in which a row has them.</summary>
    public static IEnumerable<Projection> ColumnsOf(Pages pages) =>
        pages.Parts.SelectMany(part =>
            part switch
            {
                NodesPart nodes => [nodes.Projection],
                EdgesPart edges => edges.Parts.Select(edge => edge.Node).OfType<Projection>(),
                _ => [],
            }
        );

    /// <summary>Whether a row ends with its place in the order.</summary>
    public static bool HasPlaces(Pages pages) =>
        pages.Parts.Any(part =>
            part switch
            {
                PageInfoPart info => info.Parts.Any(item => item.Fact is PageFact.StartCursor or PageFact.EndCursor),
                EdgesPart edges => edges.Parts.Any(IsCursor),
                _ => false,
            }
        );

    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        var start = writer.Place;
        using var page = new Pieces(writer, _width, _pages.Page.Size);
        values.StartList();
        values.StartList();
        for (; values.Next != ValueKind.End; page.Rows++)
            ReadRow(values, page);
        values.End();
        page.Add(Flag, values);
        page.Add(Flag, values);
        page.Add(Whole, values);
        var counts = _countings.Select(_ => values.List(ReadCount)).ToArray();
        values.End();
        page.Take(start);
        var parts = new PartWriter(this, page, counts, writer);
        writer.StartObject();
        foreach (var part in _pages.Parts)
        {
            writer.Name(part.Name);
            part.Accept(parts, default);
        }
        writer.EndObject();
    }

    private void ReadRow(IValues values, Pieces page)
    {
        if (page.Rows == _pages.Page.Size)
            throw values.Otherwise(ValueKind.End);
        values.StartList();
        foreach (var column in _columns)
            page.Add(column, values);
        if (_hasPlaces)
        {
            page.Last = ReadPlace(values);
            page.First ??= page.Last;
        }
        if (_hasCursors)
            page.Add(CursorOf(page.Last)!);
        values.End();
    }

    private Cursor ReadPlace(IValues values)
    {
        var keys = ImmutableArray.CreateBuilder<KeyValue>(_pages.Order.Keys.Length);
        values.StartList();
        foreach (var key in _pages.Order.Keys)
            keys.Add(key.Column is DateColumn ? ReadDays(values) : ReadKey(values));
        var place = new Cursor(keys.MoveToImmutable(), values.Text());
        values.End();
        return place;
    }

    private static KeyValue ReadDays(IValues values)
    {
        var (first, last) = (values.WholeOrNull(), values.WholeOrNull());
        return first is null ? KeyValue.None : KeyValue.Of(new DaySpan(first.Value, last ?? first.Value));
    }

    private static KeyValue ReadKey(IValues values) =>
        values.IsNull() ? KeyValue.None
        : values.Next == ValueKind.Text ? KeyValue.Of(values.Text())
        : KeyValue.Of(values.Number());

    private static Count ReadCount(IValues values)
    {
        values.StartList();
        var (value, records) = (values.TextOrNull(), values.Whole());
        var labels = new List<string?>();
        while (values.Next != ValueKind.End)
            labels.Add(values.TextOrNull());
        values.End();
        return new Count(value, records, labels);
    }

    private static string? LabelOf(Count count, Counting counting, Language language) =>
        counting.Field is Relation ? count.Labels[counting.Languages.IndexOf(language)]
        : count.Value is null ? null
        : ChoiceLabels.Of(counting.Field, count.Value, language);

    private string? CursorOf(Cursor? place) => place?.Write(_pages.List, _pages.Order);

    private static bool IsCursor(EdgePart edge) => edge.Node is null && edge.TypeName is null;

    /// <summary>Writes the parts of a page, once each and in their order, from what was read of it.</summary>
    private sealed class PartWriter(PageShape shape, Pieces page, List<Count>[] counts, AnswerWriter writer)
        : IPageVisitor<Nothing, AnswerWriter>
    {
        // Of those in a row that stand for projections: the next.
        private int _column;

        public AnswerWriter Visit(NodesPart part, Nothing about)
        {
            writer.StartList();
            for (var row = 0; row < page.Rows; row++)
                writer.Raw(page[row, _column]);
            _column++;
            return writer.EndList();
        }

        public AnswerWriter Visit(EdgesPart part, Nothing about)
        {
            writer.StartList();
            for (var row = 0; row < page.Rows; row++)
            {
                var column = _column;
                writer.StartObject();
                foreach (var edge in part.Parts)
                {
                    writer.Name(edge.Name);
                    if (edge.Node is not null)
                        writer.Raw(page[row, column++]);
                    else if (edge.TypeName is not null)
                        writer.Text(edge.TypeName);
                    else
                        writer.Raw(page[row, shape._width - 1]);
                }
                writer.EndObject();
            }
            _column += part.Parts.Count(edge => edge.Node is not null);
            return writer.EndList();
        }

        public AnswerWriter Visit(TotalCountPart part, Nothing about) => writer.Raw(page.Total);

        public AnswerWriter Visit(FacetsPart part, Nothing about)
        {
            var place = 0;
            while (shape._countings[place].Field != part.Field)
                place++;
            var counting = shape._countings[place];
            writer.StartList();
            foreach (var count in counts[place].Take(part.First))
            {
                writer.StartObject();
                foreach (var field in part.Projection.ByType[0].Fields)
                {
                    writer.Name(field.Name);
                    if (field is SelectedTypeName type)
                        writer.Text(type.TypeName);
                    else if (field is SelectedText text)
                        writer.Text(LabelOf(count, counting, text.Language));
                    else if (((SelectedValue)field).Column.Name == "count")
                        writer.Whole(count.Records);
                    else
                        writer.Text(count.Value);
                }
                writer.EndObject();
            }
            return writer.EndList();
        }

        public AnswerWriter Visit(PageInfoPart part, Nothing about)
        {
            writer.StartObject();
            foreach (var item in part.Parts)
            {
                writer.Name(item.Name);
                _ = item.Fact switch
                {
                    PageFact.HasPreviousPage => writer.Raw(page.HasPrevious),
                    PageFact.HasNextPage => writer.Raw(page.HasNext),
                    PageFact.StartCursor => writer.Text(shape.CursorOf(page.First)),
                    PageFact.EndCursor => writer.Text(shape.CursorOf(page.Last)),
                    PageFact.TypeName => writer.Text("PageInfo"),
                };
            }
            return writer.EndObject();
        }

        public AnswerWriter Visit(PageTypeName part, Nothing about) => writer.Text(part.TypeName);
    }

    /// <summary>How many records have a value, and its labels in the languages that are asked for.</summary>
    private readonly record struct Count(string? Value, long Records, IReadOnlyList<string?> Labels);

    /// <summary>What came of a page: of each row its pieces, then the three that are about all of it.</summary>
    /// <param name="writer">Writes the pieces.</param>
    /// <param name="width">How many a row has.</param>
    /// <param name="size">How many rows there are at most.</param>
    private sealed class Pieces(AnswerWriter writer, int width, int size) : IDisposable
    {
        // Where each begins, and the last ends.
        private readonly int[] _starts = ArrayPool<int>.Shared.Rent(size * width + 4);
        private byte[] _bytes = [];
        private int _count;

        public int Rows { get; set; }

        public Cursor? First { get; set; }

        public Cursor? Last { get; set; }

        public ReadOnlySpan<byte> HasPrevious => Piece(Rows * width);

        public ReadOnlySpan<byte> HasNext => Piece(Rows * width + 1);

        public ReadOnlySpan<byte> Total => Piece(Rows * width + 2);

        public ReadOnlySpan<byte> this[int row, int column] => Piece(row * width + column);

        public void Add(Shape shape, IValues values)
        {
            _starts[_count++] = writer.StartPiece();
            shape.Write(values, writer);
        }

        public void Add(string text)
        {
            _starts[_count++] = writer.StartPiece();
            writer.Text(text);
        }

        /// <summary>Takes the pieces out of the answer, which goes back to where the first began.</summary>
        public void Take(WriterPlace place)
        {
            _starts[_count] = writer.Place.Length;
            _bytes = ArrayPool<byte>.Shared.Rent(writer.Place.Length - place.Length);
            writer.Written.Span[place.Length..].CopyTo(_bytes);
            writer.Return(place);
        }

        public void Dispose()
        {
            ArrayPool<int>.Shared.Return(_starts);
            if (_bytes.Length > 0)
                ArrayPool<byte>.Shared.Return(_bytes);
        }

        private ReadOnlySpan<byte> Piece(int piece) =>
            _bytes.AsSpan(_starts[piece] - _starts[0], _starts[piece + 1] - _starts[piece]);
    }
}
