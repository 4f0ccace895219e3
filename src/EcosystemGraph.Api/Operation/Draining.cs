using EcosystemGraph.Api.Settings;

namespace EcosystemGraph.Api.Operation;

/// <summary>
/// The way out: told to stop, the program first says at /health/ready that nothing more should come, for as long as a
/// proxy needs to hear it; then it takes no more connections and finishes what runs.
/// </summary>
internal sealed class Draining(HttpSettings settings) : IHostedLifecycleService
{
    private volatile bool _hasBegun;

    /// <summary>Whether the program has been told to stop.</summary>
    public bool HasBegun => _hasBegun;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        if (settings.DrainSeconds > 0)
            await Task.Delay(TimeSpan.FromSeconds(settings.DrainSeconds), cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
