using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>The shortest chains between two bodies.</summary>
internal sealed class PathsAnswer : ComputedAnswer
{
    private readonly PathsRoot _question;
    private readonly IReadOnlyList<FoundPath> _paths;

    public PathsAnswer(PathsRoot question, IReadOnlyList<FoundPath> paths)
    {
        _question = question;
        _paths = paths;
        foreach (var entities in Asked(question.Projection, NetworkFields.PathEntities))
            Request(entities.Projection!, Records.Entity, paths.SelectMany(path => path.Bodies));
        foreach (var links in Asked(question.Projection, NetworkFields.PathLinks))
            Request(links.Projection!, Records.Link, paths.SelectMany(path => path.Links));
    }

    public override void Write(AnswerWriter writer, IRecordWriter records)
    {
        writer.StartList();
        foreach (var path in _paths)
        {
            WriteObject(
                writer,
                _question.Projection,
                selected =>
                {
                    var computed = (SelectedComputed)selected;
                    if (computed.Field == NetworkFields.PathLength)
                        writer.Whole(path.Links.Count);
                    else
                        WriteRecords(
                            writer,
                            records,
                            computed.Projection!,
                            computed.Field == NetworkFields.PathEntities ? path.Bodies : path.Links
                        );
                }
            );
        }
        writer.EndList();
    }
}
