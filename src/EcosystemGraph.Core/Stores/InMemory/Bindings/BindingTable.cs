using System.Collections.Frozen;
using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>What the in-memory store binds to the fields of the catalogue.</summary>
internal sealed class BindingTable
{
    /// <summary>The readers of fields, by the fields' numbers.</summary>
    public Delegate?[] Readers { get; }

    /// <summary>How the records of each type are counted and found.</summary>
    public FrozenDictionary<RecordType, RecordBinding> Types { get; }

    /// <summary>What lists through memberships need besides.</summary>
    public FrozenDictionary<ToPages, ThroughReader> Throughs { get; }

    /// <summary>Makes the table of what is bound to each type.</summary>
    /// <exception cref="InvalidOperationException">A field of a record with rows is not bound; the message names it.</exception>
    public BindingTable(params IEnumerable<RecordBinding> bindings)
    {
        Types = bindings.ToFrozenDictionary(binding => binding.Type);
        foreach (var type in Records.WithRows)
        {
            if (!Types.TryGetValue(type, out var binding))
                throw new InvalidOperationException(
                    $"{type} is not bound: the in-memory store does not know where its records are"
                );
            if (type.IsFound && binding.Find is null)
                throw new InvalidOperationException(
                    $"{type} is found by its id, but the in-memory store does not know how"
                );
            if (binding.Missing().FirstOrDefault() is { } field)
                throw new InvalidOperationException(
                    $"{type}.{field} is not bound: the in-memory store does not know where its values are"
                );
        }
        Throughs = Types.Values.SelectMany(binding => binding.Throughs).ToFrozenDictionary();
        var readers = Types.Values.SelectMany(binding => binding.Readers).ToArray();
        Readers = new Delegate?[1 + readers.Max(bound => bound.Key.Number)];
        foreach (var (field, read) in readers)
            Readers[field.Number] = read;
    }

    /// <summary>Everything that the store reads.</summary>
    public static IEnumerable<RecordBinding> All() =>
        [
            BodyBindings.Actor(),
            BodyBindings.Grouping(),
            LinkBindings.Membership(),
            LinkBindings.Partnership(),
            TermBindings.Concept(),
            TermBindings.Territory(),
            SourceBindings.Source(),
            SourceBindings.Passage(),
            FactBindings.NameForm(),
            FactBindings.Measure(),
            FactBindings.Denial(),
            FactBindings.DataFinding(),
        ];
}
