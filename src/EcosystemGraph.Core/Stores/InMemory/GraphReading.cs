using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Reads for one question from a graph, which never changes.</summary>
internal sealed class GraphReading(ResolvedGraph graph, Lazy<NameIndex> names, Lazy<WholeNetwork> network) : IReading
{
    public ILinkSource LinksOf(ComputedRoot question) => new GraphLinks(graph, network);

    public ValueTask<Reference?> UnknownAsync(ComputedRoot question, CancellationToken cancellation) =>
        ValueTask.FromResult(UnknownIds.Find(graph, question));

    public ValueTask<string> AnswersAsync(
        Plan plan,
        IReadOnlyDictionary<ComputedRoot, ComputedAnswer> computed,
        AnswerWriter writer,
        Action<IAnswers> write,
        CancellationToken cancellation
    )
    {
        write(new PlanReader(graph, names, plan, computed, writer, cancellation));
        return ValueTask.FromResult(graph.Data.Sha256);
    }

    public ValueTask<IReadOnlyList<string>> NearAsync(Reference unknown, CancellationToken cancellation) =>
        ValueTask.FromResult(UnknownIds.Near(graph, unknown));
}
