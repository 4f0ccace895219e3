using System.Collections.Immutable;

namespace EcosystemGraph.Core.Catalog;

/// <summary>A kind of record that can be asked for: its name, what it means, and its fields.</summary>
public sealed class RecordType
{
    private readonly Lazy<ImmutableArray<Field>> _fields;
    private readonly Lazy<Dictionary<string, Field>> _byName;

    internal RecordType(string name, string description, Func<IEnumerable<Field>> fields)
    {
        Name = name;
        Description = description;
        _fields = new Lazy<ImmutableArray<Field>>(() => [.. fields()]);
        _byName = new Lazy<Dictionary<string, Field>>(() =>
            _fields.Value.ToDictionary(f => f.Name, StringComparer.Ordinal)
        );
    }

    /// <summary>Its name in the contract: "Actor".</summary>
    public string Name { get; }

    /// <summary>What it means, for analysts.</summary>
    public string Description { get; }

    /// <summary>Its fields, in the contract's order, hidden ones last.</summary>
    public ImmutableArray<Field> Fields => _fields.Value;

    /// <summary>The concrete types that this abstract one stands for; empty for a concrete type.</summary>
    public ImmutableArray<RecordType> Possible { get; internal init; } = [];

    /// <summary>The name of its lists: "Actors" of ActorsConnection; null where it is never paged.</summary>
    public string? Plural { get; internal init; }

    /// <summary>The column of the default order, before the id; null where the order is the id alone or no column's.</summary>
    public Func<Column>? DefaultKey { get; internal init; }

    /// <summary>By what its lists can be counted; empty where by nothing.</summary>
    public ImmutableArray<Facet> Facets { get; internal init; } = [];

    /// <summary>What people read for a record: its label or its name; null where it has neither.</summary>
    public Column? Label => (FieldOf("label") ?? FieldOf("name")) as Column;

    /// <summary>Whether the type stands for several concrete ones.</summary>
    public bool IsAbstract => !Possible.IsEmpty;

    /// <summary>Whether one of these records is found by its id.</summary>
    public bool IsFound => this == Records.Entity || Records.Node.Possible.Contains(this);

    /// <summary>The field of a name, or null.</summary>
    public Field? FieldOf(string name) => _byName.Value.GetValueOrDefault(name);

    /// <summary>The column of a name that must be there.</summary>
    public Column Column(string name) => (Column)_byName.Value[name];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
