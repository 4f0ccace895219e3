using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>
/// One of what can be chosen from: a format, a layout, a meaning of colours. What it is and how it is called in each face
/// is said once, by itself.
/// </summary>
public interface IVariant
{
    /// <summary>Its name in questions, links and commands: FORCE.</summary>
    string Name { get; }

    /// <summary>What it is, for analysts.</summary>
    string Description { get; }

    /// <summary>How a form names it.</summary>
    BilingualText Label { get; }

    /// <summary>Beside the label: what it is good for; null where the label says it.</summary>
    BilingualText? Hint => null;

    /// <summary>What a question that names it means.</summary>
    object Value => Name;
}

/// <summary>One of a few values that are no more than a value.</summary>
/// <param name="Value">The value; its name is that of the variant.</param>
/// <param name="Description">What it means, for analysts.</param>
/// <param name="Label">How a form names it.</param>
public sealed record Variant(object Value, string Description, BilingualText Label) : IVariant
{
    /// <inheritdoc/>
    public string Name => Value.ToString()!;
}

/// <summary>All of a kind of which one is chosen.</summary>
/// <param name="Name">What the schema calls the kind.</param>
/// <param name="Description">What is chosen, for analysts.</param>
/// <param name="All">Each once, in the order in which they are listed.</param>
public sealed record Variants(string Name, string Description, IReadOnlyList<IVariant> All)
{
    /// <summary>The one of a name; null where there is none.</summary>
    public IVariant? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}
