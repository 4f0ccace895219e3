using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>A store that answers when it is let go, or sees that nobody waits any more.</summary>
internal sealed class WaitingStore : IStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "waiting";

    /// <summary>Done when the store has been asked.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Done when the store has seen its work cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Go() => _go.TrySetResult();

    public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(ListLengths.None);

    public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
    {
        await WaitAsync(cancellation);
        writer.StartObject();
        foreach (var root in plan.Roots)
        {
            writer.Name(root.Name);
            writer.Null();
        }
        writer.EndObject();
        return new StoreAnswer([], "f");
    }

    public async ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation)
    {
        await WaitAsync(cancellation);
        return new StoreExtract(null, new AnswerError(question.Name, "NONE", "there is nothing"));
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        _asked.TrySetResult();
        try
        {
            await _go.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }
}
