using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>A link as far as chains and networks look at it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id, unique among links of its kind.</param>
/// <param name="Source">The id of who acts: the actor of a membership.</param>
/// <param name="Target">The id of the other end: the grouping of a membership.</param>
/// <param name="Counts">Of a membership: whether its role makes a member; true of a partnership.</param>
/// <param name="SourceIsCategory">Whether who acts is a category, not a named body.</param>
/// <param name="TargetIsCategory">Whether the other end is one.</param>
/// <param name="From">Since when.</param>
/// <param name="Period">When it was active, as far as its dates tell.</param>
public sealed record QuestionLink(
    LinkKind Kind,
    string Id,
    string Source,
    string Target,
    bool Counts,
    bool SourceIsCategory,
    bool TargetIsCategory,
    PartialDate? From,
    Period Period
)
{
    /// <summary>The link among links of both kinds: "m:" or "p:" and its id.</summary>
    public string Key => KeyOf(Kind, Id);

    /// <summary>The key of a link.</summary>
    public static string KeyOf(LinkKind kind, string id) => (kind == LinkKind.MEMBERSHIP ? "m:" : "p:") + id;

    /// <summary>The kind of the link of a key.</summary>
    public static LinkKind KindOf(string key) => key[0] == 'm' ? LinkKind.MEMBERSHIP : LinkKind.PARTNERSHIP;

    /// <summary>The id of the link of a key.</summary>
    public static string IdOf(string key) => key[2..];

    /// <summary>A membership before a partnership, then by id: the order in which links that join the same two bodies are named.</summary>
    public static int CompareNamed(QuestionLink one, QuestionLink other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind) : string.CompareOrdinal(one.Id, other.Id);

    /// <summary>The default order of links: by start, unknown last, then as <see cref="CompareNamed"/>.</summary>
    public static int CompareDefault(QuestionLink one, QuestionLink other)
    {
        var byStart = (one.From, other.From) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => a.Value.CompareTo(b.Value),
        };
        return byStart != 0 ? byStart : CompareNamed(one, other);
    }
}

/// <summary>What a store gives to questions about chains and networks; one object serves one question.</summary>
public interface ILinkSource
{
    /// <summary>Links of a choice, each once, in no order.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="at">Only those with an end among these bodies; null for all. An id that is unknown has none.</param>
    /// <param name="cancellation">Ends the work.</param>
    ValueTask<IReadOnlyList<QuestionLink>> LinksAsync(
        LinkChoice choice,
        IReadOnlyCollection<string>? at,
        CancellationToken cancellation
    );

    /// <summary>The ids of the records of a type that fit, in no order.</summary>
    /// <param name="type">Actor, Grouping or Entity.</param>
    /// <param name="where">Which.</param>
    /// <param name="cancellation">Ends the work.</param>
    ValueTask<IReadOnlyList<string>> BodiesAsync(RecordType type, Filter where, CancellationToken cancellation);

    /// <summary>The keys by which bodies sort by name (<see cref="Text.OrderKey"/> of the folded name).</summary>
    /// <param name="ids">Of which bodies; an unknown one has no key.</param>
    /// <param name="cancellation">Ends the work.</param>
    ValueTask<IReadOnlyDictionary<string, string>> NameKeysAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellation
    );

    /// <summary>What a figure or a file shows of bodies and links.</summary>
    /// <param name="bodies">Ids of bodies.</param>
    /// <param name="links">Keys of links.</param>
    /// <param name="cancellation">Ends the work.</param>
    ValueTask<IExtractRecords> RecordsAsync(
        IReadOnlyCollection<string> bodies,
        IReadOnlyCollection<string> links,
        CancellationToken cancellation
    );

    /// <summary>What people read for records: concepts by their label, bodies and territories by their name. An unknown one has none.</summary>
    /// <param name="records">Which, by type and id.</param>
    /// <param name="cancellation">Ends the work.</param>
    ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), MultilingualText>> LabelsAsync(
        IReadOnlyCollection<(RecordType Type, string Id)> records,
        CancellationToken cancellation
    );

    /// <summary>The shortest paths of a question between two bodies, in their order.</summary>
    ValueTask<IReadOnlyList<QuestionPath>> PathsAsync(PathsRoot question, CancellationToken cancellation);
}

/// <summary>Bodies and links as figures and files show them. Whatever is asked of it again is equal.</summary>
public interface IExtractRecords
{
    /// <summary>The data set, with all its sources.</summary>
    ExtractDataset Dataset { get; }

    /// <summary>A body that was asked for, without measures.</summary>
    ExtractBody Body(string id);

    /// <summary>A link that was asked for.</summary>
    ExtractLink Link(string key);
}

/// <summary>A path.</summary>
/// <param name="Bodies">Ids of bodies, from one end to the other.</param>
/// <param name="Links">Keys of the links between them.</param>
public sealed record QuestionPath(IReadOnlyList<string> Bodies, IReadOnlyList<string> Links);
