using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>Bodies and links by their ids.</summary>
internal sealed class RecordsAnswer : ComputedAnswer
{
    private readonly RecordsRoot _question;

    public RecordsAnswer(RecordsRoot question)
    {
        _question = question;
        Request(question.OfBodies, Records.Entity, question.Bodies);
        Request(question.OfLinks, Records.Link, question.Links);
    }

    public override void Write(AnswerWriter writer, IRecordWriter records)
    {
        writer.StartObject();
        writer.Name("bodies");
        WriteRecords(writer, records, _question.OfBodies, _question.Bodies);
        writer.Name("links");
        WriteRecords(writer, records, _question.OfLinks, _question.Links);
        writer.EndObject();
    }
}
