using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>The shortest chains between two bodies.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="From">The id of the body they begin at.</param>
/// <param name="To">The id of the body they end at; where it is the same, there is one path, of length 0.</param>
/// <param name="MaxLength">The most links a path may have, 1 to <see cref="NetworkLimits.PathLength"/>.</param>
/// <param name="Links">Through which links.</param>
/// <param name="IncludeCategories">Whether categories may stand between others.</param>
/// <param name="First">How many paths at most, 0 to <see cref="Page.MaxSize"/>.</param>
/// <param name="Projection">What of each.</param>
public sealed record PathsRoot(
    string Name,
    string From,
    string To,
    int MaxLength,
    LinkChoice Links,
    bool IncludeCategories,
    int First,
    Projection Projection
) : AnsweredRoot(Name, Projection)
{
    private static readonly Input FromInput = new("from", InputKind.Id, "The body they begin at."),
        ToInput =
            new("to", InputKind.Id, "The body they end at; where it is the same, there is one path, of length 0."),
        MaxLengthInput =
            new("maxLength", InputKind.Whole, $"How many links they may have: 1 to {NetworkLimits.PathLength}.")
            {
                Unset = 8,
                Least = 1,
                Most = NetworkLimits.PathLength,
            },
        LinksInput = NetworkInputs.Links with { Description = "Through links of which kinds." },
        IncludeCategoriesInput =
            new(
                "includeCategories",
                InputKind.Flag,
                "Whether categories that a source does not name one by one, such as \"the chambers of agriculture\", may stand between others. They may be ends in any case."
            )
            {
                Unset = false,
            },
        ActiveAtInput = new("activeAt", InputKind.ActiveAt, "Only through links active at a date."),
        FirstInput =
            new("first", InputKind.Whole, $"How many of the shortest paths at most: 0 to {Page.MaxSize}.")
            {
                Unset = 10,
                Least = 0,
                Most = Page.MaxSize,
                Advice = "shortest paths may be very many",
            };

    /// <summary>The question of the contract.</summary>
    public static ComputedQuestion Question { get; } =
        new(
            "paths",
            "How two bodies are linked: the shortest chains of memberships and partnerships between them, in whatever direction, each body once; in the order of their bodies' ids. None where they are farther apart than `maxLength`. "
                + "Example: `paths(from: \"credit-cooperatif\", to: \"pes-21\") { length entities { name } links { id evidence { passage { locator } } } }`.",
            Records.Path,
            true,
            [FromInput, ToInput, MaxLengthInput, LinksInput, IncludeCategoriesInput, ActiveAtInput, FirstInput],
            given =>
            {
                var (length, first) = (given.Whole(MaxLengthInput), given.Whole(FirstInput));
                return new PathsRoot(
                    given.Name,
                    given.Text(FromInput),
                    given.Text(ToInput),
                    length,
                    given.Links(LinksInput, ActiveAtInput),
                    given.Flag(IncludeCategoriesInput),
                    first,
                    given.Projection()
                );
            }
        );

    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override LinkChoice Through => Links;

    /// <inheritdoc/>
    public override ImmutableArray<string> Beginning => [From];

    /// <inheritdoc/>
    public override double Most(ListLengths lengths) => First;

    // A path has one body more than links.
    /// <inheritdoc/>
    public override double? Longest(Field list, ListLengths lengths) =>
        list == NetworkFields.PathEntities ? MaxLength + 1
        : list == NetworkFields.PathLinks ? MaxLength
        : null;

    /// <inheritdoc/>
    public override IEnumerable<Reference> Named(AnswerPlace here) =>
        [
            new Reference("from", Records.Entity, From, null, here),
            new Reference("to", Records.Entity, To, null, here),
            .. References.Of(Links, here),
        ];

    /// <inheritdoc/>
    public override string Title =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"shortest paths from {PlanText.Quoted(From)} to {PlanText.Quoted(To)} of at most {MaxLength} links first {First}{(IncludeCategories ? ", categories as bridges" : "")}"
        );

    /// <inheritdoc/>
    public override IEnumerable<string> Terms => PlanText.Terms(Links);

    internal override async ValueTask<ComputedAnswer> AnswerAsync(
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    ) => new PathsAnswer(this, await source.PathsAsync(this, cancellation));
}

/// <summary>The answer: the chains, and what is asked of each.</summary>
internal sealed class PathsAnswer : ComputedAnswer
{
    private readonly PathsRoot _question;
    private readonly IReadOnlyList<QuestionPath> _paths;

    public PathsAnswer(PathsRoot question, IReadOnlyList<QuestionPath> paths)
    {
        _question = question;
        _paths = paths;
        foreach (var entities in Asked(question.Projection, NetworkFields.PathEntities))
            Request(entities.Projection!, Records.Entity, paths.SelectMany(path => path.Bodies));
        foreach (var links in Asked(question.Projection, NetworkFields.PathLinks))
            Request(links.Projection!, Records.Link, paths.SelectMany(path => path.Links));
    }

    public override void Write(AnswerWriter writer, IRecordWriter records)
    {
        writer.StartList();
        foreach (var path in _paths)
        {
            WriteObject(
                writer,
                _question.Projection,
                selected =>
                {
                    var computed = (SelectedComputed)selected;
                    if (computed.Field == NetworkFields.PathLength)
                        writer.Whole(path.Links.Count);
                    else
                        WriteRecords(
                            writer,
                            records,
                            computed.Projection!,
                            computed.Field == NetworkFields.PathEntities ? path.Bodies : path.Links
                        );
                }
            );
        }
        writer.EndList();
    }
}
