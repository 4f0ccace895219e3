namespace EcosystemGraph.Core.Graphs;

/// <summary>The number of a link (<see cref="Links"/>): neither a membership's row nor a partnership's.</summary>
/// <param name="Number">The number: memberships come first, partnerships after them.</param>
public readonly record struct LinkRow(int Number);
