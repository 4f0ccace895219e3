using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Writes a page that was found.</summary>
/// <param name="writer">Takes it.</param>
/// <param name="pages">What is asked of it.</param>
/// <param name="length">How many records it has.</param>
/// <param name="hasPrevious">Whether there are records before it.</param>
/// <param name="hasNext">Whether there are records after it.</param>
/// <param name="total">How many there are in all.</param>
/// <param name="writeNode">Writes the record at a place of the page.</param>
/// <param name="placeOf">Where in the list that record is.</param>
/// <param name="writeFacets">Writes how many have each value; null where it is not asked.</param>
internal sealed class PageWriter(
    AnswerWriter writer,
    Pages pages,
    int length,
    bool hasPrevious,
    bool hasNext,
    int total,
    Action<Projection, int> writeNode,
    Func<int, Cursor> placeOf,
    Action<FacetsPart>? writeFacets = null
) : IPageVisitor<Nothing, AnswerWriter>
{
    public AnswerWriter Write()
    {
        writer.StartObject();
        foreach (var part in pages.Parts)
        {
            writer.Name(part.Name);
            part.Accept(this, default);
        }
        return writer.EndObject();
    }

    public AnswerWriter Visit(NodesPart part, Nothing about)
    {
        writer.StartList();
        for (var place = 0; place < length; place++)
            writeNode(part.Projection, place);
        return writer.EndList();
    }

    public AnswerWriter Visit(EdgesPart part, Nothing about)
    {
        writer.StartList();
        for (var place = 0; place < length; place++)
        {
            writer.StartObject();
            foreach (var edge in part.Parts)
            {
                writer.Name(edge.Name);
                if (edge.Node is not null)
                    writeNode(edge.Node, place);
                else
                    writer.Text(edge.TypeName ?? CursorOf(place));
            }
            writer.EndObject();
        }
        return writer.EndList();
    }

    public AnswerWriter Visit(TotalCountPart part, Nothing about) => writer.Whole(total);

    public AnswerWriter Visit(FacetsPart part, Nothing about)
    {
        writeFacets!(part);
        return writer;
    }

    public AnswerWriter Visit(PageInfoPart part, Nothing about)
    {
        writer.StartObject();
        foreach (var item in part.Parts)
        {
            writer.Name(item.Name);
            _ = item.Fact switch
            {
                PageFact.HasNextPage => writer.Flag(hasNext),
                PageFact.HasPreviousPage => writer.Flag(hasPrevious),
                PageFact.StartCursor => writer.Text(length == 0 ? null : CursorOf(0)),
                PageFact.EndCursor => writer.Text(length == 0 ? null : CursorOf(length - 1)),
                PageFact.TypeName => writer.Text("PageInfo"),
            };
        }
        return writer.EndObject();
    }

    public AnswerWriter Visit(PageTypeName part, Nothing about) => writer.Text(part.TypeName);

    private string CursorOf(int place) => placeOf(place).Write(pages.List, pages.Order);
}
