using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>Reads a value of a row.</summary>
internal delegate T Reader<T>(ResolvedGraph graph, int row)
    where T : allows ref struct;

/// <summary>A list that goes through memberships: what reads these, and the row at the other end of one.</summary>
internal sealed record ThroughReader(Reader<ReadOnlySpan<int>> Memberships, Reader<int> Far);

/// <summary>How the records of one type are counted, found and read: what the in-memory store binds to each field.</summary>
/// <param name="type">The type.</param>
/// <param name="count">How many rows of it a graph has.</param>
/// <param name="find">Finds a row by its id; null where records have no id for others to name.</param>
internal sealed class RecordBinding(
    RecordType type,
    Func<ResolvedGraph, int> count,
    Func<ResolvedGraph, string, int>? find = null
)
{
    public RecordType Type { get; } = type;

    public Func<ResolvedGraph, int> Count { get; } = count;

    public Func<ResolvedGraph, string, int>? Find { get; } = find;

    /// <summary>The readers of fields, in the order in which they are bound.</summary>
    public Dictionary<Field, Delegate> Readers { get; } = [];

    /// <summary>What the lists that go through memberships need besides.</summary>
    public Dictionary<ToPages, ThroughReader> Throughs { get; } = [];

    public RecordBinding Text(string name, Reader<string?> read) => Bind<TextColumn>(name, read);

    public RecordBinding Whole(string name, Reader<int?> read) => Bind<WholeColumn>(name, read);

    public RecordBinding Number(string name, Reader<double> read) => Bind<NumberColumn>(name, read);

    public RecordBinding Flag(string name, Reader<bool> read) => Bind<FlagColumn>(name, read);

    public RecordBinding Date(string name, Reader<PartialDate?> read) => Bind<DateColumn>(name, read);

    /// <summary>Binds a field whose values are those of a type, which must be the one it is described with.</summary>
    public RecordBinding Choice<T>(string name, Reader<T> read)
        where T : struct =>
        Field<ChoiceColumn>(name).Choices == typeof(T)
            ? Bind<ChoiceColumn>(name, new Reader<int>((graph, row) => Unsafe.BitCast<T, int>(read(graph, row))))
            : throw Wrong(
                name,
                $"is described as a {Field<ChoiceColumn>(name).Choices.Name}, but read as a {typeof(T).Name}"
            );

    /// <summary>Binds a text in every language; where the field is never absent and no language has it, the id stands for all.</summary>
    public RecordBinding Multilingual(string name, Reader<MultilingualText> read) =>
        Bind<MultilingualColumn>(name, read);

    public RecordBinding Texts(string name, Reader<ImmutableArray<string>> read) => Bind<TextsField>(name, read);

    public RecordBinding Period(Reader<Period> read) => Bind<ActivityField>("activity", read);

    public RecordBinding Evidence(Reader<ReadOnlySpan<EvidenceItem>> read) => Bind<EvidenceField>("evidence", read);

    /// <summary>
    /// Binds a way to one record: the row at the other end, <see cref="ResolvedGraph.None"/> where there is none. For an abstract
    /// target the number among <see cref="ResolvedGraph.Entities"/> or <see cref="ResolvedGraph.Links"/>.
    /// </summary>
    public RecordBinding One(string name, Reader<int> read) => Bind<ToOne>(name, read);

    /// <summary>Binds a way to several: the rows at the other end, in their default order. Numbers as in <see cref="One"/>.</summary>
    public RecordBinding Rows(string name, Reader<ReadOnlySpan<int>> read) =>
        Type.FieldOf(name) is ToList ? Bind<ToList>(name, read) : Bind<ToPages>(name, read);

    /// <summary>Binds a list that goes through memberships.</summary>
    public RecordBinding Through(
        string name,
        Reader<ReadOnlySpan<int>> read,
        Reader<ReadOnlySpan<int>> memberships,
        Reader<int> far
    )
    {
        Throughs.Add(Field<ToPages>(name), new ThroughReader(memberships, far));
        return Rows(name, read);
    }

    /// <summary>Binds a list of links of which one may ask for those going out, or coming in.</summary>
    public RecordBinding Directed(
        string name,
        Reader<ReadOnlySpan<int>> all,
        Reader<ReadOnlySpan<int>> goingOut,
        Reader<ReadOnlySpan<int>> comingIn
    )
    {
        var (leaving, arriving) = Field<ToPages>(name).Directed ?? throw Wrong(name, "has no direction");
        Readers.Add(leaving, goingOut);
        Readers.Add(arriving, comingIn);
        return Rows(name, all);
    }

    /// <summary>What the type's description has that is not bound. An actor's co-members are no rows but computed.</summary>
    public IEnumerable<Field> Missing() => Type.Fields.Where(one => one is not CoMembersField && !IsBound(one));

    private bool IsBound(Field one) =>
        Readers.ContainsKey(one)
        && (
            one is not ToPages pages
            || (
                (pages.Through is null || Throughs.ContainsKey(pages))
                && (pages.Directed is not { } ends || Readers.ContainsKey(ends.Out))
            )
        );

    private RecordBinding Bind<T>(string name, Delegate read)
        where T : Field => Readers.TryAdd(Field<T>(name), read) ? this : throw Wrong(name, "is bound twice");

    private T Field<T>(string name)
        where T : Field =>
        Type.FieldOf(name) switch
        {
            T field => field,
            null => throw Wrong(name, "is not in the catalogue"),
            var other => throw Wrong(name, $"is described as a {other.GetType().Name}, but read as a {typeof(T).Name}"),
        };

    private InvalidOperationException Wrong(string name, string what) => new($"{Type}.{name} {what}");
}
