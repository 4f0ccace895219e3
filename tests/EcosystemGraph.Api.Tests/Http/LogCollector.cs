using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Keeps what a server logs: each message, and the values in it.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<(
        LogLevel Level,
        string Text,
        IReadOnlyDictionary<string, object?> Values
    )> _entries = new();

    public IReadOnlyList<string> Lines => [.. _entries.Select(entry => $"{entry.Level}: {entry.Text}")];

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Values => [.. _entries.Select(entry => entry.Values)];

    public void AddTo(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    public ILogger CreateLogger(string categoryName) => new Collected(this);

    public void Dispose() { }

    private sealed class Collected(LogCollector all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            all._entries.Enqueue(
                (
                    logLevel,
                    formatter(state, exception) + exception,
                    (state as IEnumerable<KeyValuePair<string, object?>>)?.ToDictionary() ?? []
                )
            );
    }
}
