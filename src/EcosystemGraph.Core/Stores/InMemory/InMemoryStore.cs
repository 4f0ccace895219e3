using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>The store that needs nothing installed: reads plans straight from the resolved graph.</summary>
/// <param name="graph">The graph it answers from.</param>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public sealed class InMemoryStore(ResolvedGraph graph, IDrawings? drawings = null) : IStore
{
    private readonly Lazy<ListLengths> _lengths = new(() => LongestLists.Of(graph));

    private readonly Lazy<NameIndex> _names = new(() => new NameIndex(graph));

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) => ValueTask.FromResult(_lengths.Value);

    /// <inheritdoc/>
    public string Fingerprint => graph.Data.Sha256;

    private readonly Lazy<WholeNetwork> _network = new(() => new WholeNetwork(graph));

    /// <inheritdoc/>
    public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
    {
        List<AnswerError>? errors = null;
        var answer = new PlanReader(graph, _names, writer, cancellation);
        writer.StartObject();
        foreach (var root in plan.Roots)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Name(root.Name);
            if (UnknownIds.Find(graph, root) is { } error)
            {
                (errors ??= []).Add(error);
                writer.Null();
            }
            else if (root is ComputedRoot question)
            {
                try
                {
                    (await ComputedAnswer.MakeAsync(question, new GraphLinks(graph, _network), drawings, cancellation)).Write(writer, answer);
                }
                catch (NetworkTooLargeException refused)
                {
                    (errors ??= []).Add(new AnswerError(root.Name, AnswerErrorCodes.NetworkTooLarge, refused.Message));
                    writer.Null();
                }
                catch (DrawingException refused)
                {
                    (errors ??= []).Add(new AnswerError(root.Name, refused.Code, refused.Message));
                    writer.Null();
                }
            }
            else
            {
                answer.Write(root);
            }
        }
        writer.EndObject();
        return new StoreAnswer(errors ?? (IReadOnlyList<AnswerError>)[], graph.Data.Sha256);
    }

    /// <inheritdoc/>
    public async ValueTask<StoreExtract> ExtractAsync(ComputedRoot question, CancellationToken cancellation)
    {
        if (UnknownIds.Find(graph, question) is { } unknown) return new StoreExtract(null, unknown);
        try
        {
            return new StoreExtract(await Extraction.MakeAsync(question, new GraphLinks(graph, _network), cancellation), null);
        }
        catch (NetworkTooLargeException refused)
        {
            return new StoreExtract(null, new AnswerError(question.Name, AnswerErrorCodes.NetworkTooLarge, refused.Message));
        }
    }
}
