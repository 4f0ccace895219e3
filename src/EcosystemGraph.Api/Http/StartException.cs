namespace EcosystemGraph.Api.Http;

/// <summary>The program cannot start as it is set up.</summary>
internal sealed class StartException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, each in a sentence.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
