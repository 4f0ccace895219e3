using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>What appeared, ended and stayed between two dates (semantics: Questions).</summary>
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
                () => Extraction.MakeAsync(gathered, question.Part, question, source, cancellation),
                drawings,
                cancellation
            ),
        };
    }

    private NetworkChangeAnswer(NetworkChangeRoot question, GatheredNetwork gathered)
    {
        _question = question;
        _links = gathered
            .Links.Order(Comparer<GivenLink>.Create(GivenLink.CompareDefault))
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
