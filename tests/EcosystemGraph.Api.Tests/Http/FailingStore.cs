using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>A store that fails.</summary>
internal sealed class FailingStore(Exception error) : IStore
{
    public string Name => "failing";

    public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(ListLengths.None);

    public ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation) =>
        throw error;

    public ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation) => throw error;
}
