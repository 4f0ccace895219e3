using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>What appeared, ended and stayed in a part of the graph between two dates.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Part">Which part, at any time.</param>
/// <param name="Earlier">The earlier date.</param>
/// <param name="Later">The later date.</param>
/// <param name="Projection">What of it.</param>
public sealed record NetworkChangeRoot(
    string Name,
    NetworkPart Part,
    DaySpan Earlier,
    DaySpan Later,
    Projection Projection
) : PartRoot(Name, Part, Projection)
{
    private static readonly Input Input = new(
        "input",
        InputKind.Part,
        "Which part of the graph, at any time: without `activeAt`, and not projected."
    );

    /// <summary>The question of the contract.</summary>
    public static ComputedQuestion Question { get; } =
        new(
            "networkChange",
            "What appeared, ended and stayed in a part of the graph between two dates. Links surely at neither date are left out. "
                + "Example: `networkChange(earlier: \"2016\", later: \"2021\") { ended { source { name } target { name } } }`.",
            Records.NetworkChange,
            false,
            [Input, NetworkInputs.Earlier, NetworkInputs.Later],
            given =>
            {
                var (earlier, later) = (given.Date(NetworkInputs.Earlier), given.Date(NetworkInputs.Later));
                if (earlier.Span.Last >= later.Span.First)
                    throw given.Wrong(
                        $"earlier is {earlier} and later is {later}; the later date must begin after the earlier one has ended"
                    );
                var part = given.Part(Input, atAnyTime: true);
                return new NetworkChangeRoot(given.Name, part, earlier.Span, later.Span, given.Projection());
            }
        );

    /// <inheritdoc/>
    public override string Title =>
        $"change from {PlanText.Days(Earlier)} to {PlanText.Days(Later)} of the network {PlanText.Of(Part)}";

    /// <inheritdoc/>
    public override (DaySpan Earlier, DaySpan Later)? Dates => (Earlier, Later);

    internal override async ValueTask<ComputedAnswer> AnswerAsync(
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    ) => await NetworkChangeAnswer.MakeAsync(this, source, drawings, cancellation);
}

/// <summary>The answer: what appeared, ended and stayed between two dates (semantics: Questions).</summary>
internal sealed class NetworkChangeAnswer : ComputedAnswer
{
    private static readonly (ComputedField Field, LinkChange Change)[] Lists =
    [
        (NetworkFields.Appeared, LinkChange.APPEARED),
        (NetworkFields.Ended, LinkChange.ENDED),
        (NetworkFields.Kept, LinkChange.KEPT),
        (NetworkFields.PossiblyChanged, LinkChange.POSSIBLY_CHANGED),
    ];

    private readonly NetworkChangeRoot _question;
    private readonly ILookup<LinkChange?, string> _links;

    private Dictionary<SelectedDrawing, IReadOnlyDictionary<string, object?>> _drawings = [];

    public static async ValueTask<NetworkChangeAnswer> MakeAsync(
        NetworkChangeRoot question,
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    )
    {
        var gathered = await GatheredNetwork.GatherAsync(source, question.Part, cancellation);
        return new NetworkChangeAnswer(question, gathered)
        {
            _drawings = await DrawAsync(
                question.Projection,
                () => Extraction.MakeAsync(gathered, question, source, cancellation),
                drawings,
                cancellation
            ),
        };
    }

    private NetworkChangeAnswer(NetworkChangeRoot question, GatheredNetwork gathered)
    {
        _question = question;
        _links = gathered
            .Links.Order(Comparer<QuestionLink>.Create(QuestionLink.CompareDefault))
            .ToLookup(
                link => ChangeOf(link.Period.At(question.Earlier), link.Period.At(question.Later)),
                link => link.Key
            );
        foreach (var (field, change) in Lists)
        {
            foreach (var asked in Asked(question.Projection, field))
                Request(asked.Projection!, Records.Link, _links[change]);
        }
    }

    /// <summary>What became of a link; null where it was at neither date.</summary>
    /// <param name="earlier">Whether it was active at the earlier date.</param>
    /// <param name="later">Whether it was at the later.</param>
    public static LinkChange? ChangeOf(Activity earlier, Activity later) =>
        (earlier, later) switch
        {
            (Activity.NO, Activity.NO) => null,
            (Activity.CERTAIN, Activity.CERTAIN) => LinkChange.KEPT,
            (Activity.NO, Activity.CERTAIN) => LinkChange.APPEARED,
            (Activity.CERTAIN, Activity.NO) => LinkChange.ENDED,
            _ => LinkChange.POSSIBLY_CHANGED,
        };

    public override void Write(AnswerWriter writer, IRecordWriter records) =>
        WriteObject(
            writer,
            _question.Projection,
            selected =>
            {
                if (selected is SelectedDrawing drawing)
                {
                    WriteDrawing(writer, drawing, _drawings[drawing]);
                    return;
                }
                var computed = (SelectedComputed)selected;
                var change = Array.Find(Lists, list => list.Field == computed.Field).Change;
                WriteRecords(writer, records, computed.Projection!, _links[change]);
            }
        );
}
