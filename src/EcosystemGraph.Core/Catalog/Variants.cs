using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>
/// One of what can be chosen from: a format, a layout, a meaning of colours. What it is and how it is called in each face
/// is said once, here.
/// </summary>
/// <param name="Name">Its name in questions, links and commands: FORCE.</param>
/// <param name="Description">What it is, for analysts.</param>
/// <param name="Label">How a form names it.</param>
public record Variant(string Name, string Description, BilingualText Label)
{
    /// <summary>Beside the label: what it is good for; null where the label says it.</summary>
    public BilingualText? Hint { get; init; }

    /// <summary>What a question that names it means; null where that is the name.</summary>
    public object? Value { get; init; }
}

/// <summary>All of a kind of which one is chosen.</summary>
/// <param name="Name">What the schema calls the kind.</param>
/// <param name="Description">What is chosen, for analysts.</param>
/// <param name="All">Each once, in the order in which they are listed.</param>
public sealed record Variants(string Name, string Description, IReadOnlyList<Variant> All);
