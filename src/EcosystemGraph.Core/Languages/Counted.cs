namespace EcosystemGraph.Core.Languages;

/// <summary>What is counted, as it stands beside its number; which numbers take which form is the language's (<see cref="Typography.Form"/>).</summary>
public sealed record Counted
{
    /// <summary>Of a single one: "body".</summary>
    public required string One { get; init; }

    /// <summary>Of several: "bodies".</summary>
    public required string Many { get; init; }
}
