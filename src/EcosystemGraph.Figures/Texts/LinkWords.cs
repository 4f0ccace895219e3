using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Figures.Texts;

/// <summary>
/// Says links in words, the same in every sentence of a figure, and no more of them than the data do: who acts towards whom, the type's
/// own label, the dates as written, the status unless a date says it, the confidence unless the source states the link. What kind of tie a
/// type is (an event, something that lasts) is nowhere supposed: "A → B (invites, 2017, past)" holds of both.
/// </summary>
/// <param name="phrases">Of the figure's language.</param>
/// <param name="at">The days that the figure is asked at: then links are as they were then, not as their source's date has them.</param>
internal sealed class LinkWords(Phrases phrases, DaySpan? at)
{
    private Language Language => phrases.Language;

    /// <summary>The link as a whole: "PES 21 → GRAIS (member, 2014–2018, past)".</summary>
    /// <param name="link">The link.</param>
    /// <param name="nameOf">What its ends are called.</param>
    public string Whole(ExtractLink link, Func<ExtractEnd, string> nameOf) =>
        $"{nameOf(link.Source)} {(link.Directed || link.IsMembership ? "→" : "–")} {nameOf(link.Target)} ({Label(link)}, {How(link)})";

    /// <summary>The label of its role or type.</summary>
    public string Label(ExtractLink link) => PlainText.Clean(link.Type.In(Language));

    /// <summary>How the link is: dates, state and confidence, never nothing.</summary>
    public string How(ExtractLink link)
    {
        var parts = new List<string>();
        if (When(link) is { } when)
            parts.Add(when);
        if (State(link) is { } state)
            parts.Add(state);
        if (link.Confidence != Confidence.STATED)
            parts.Add(phrases.Of(link.Confidence));
        return string.Join(", ", parts);
    }

    /// <summary>What a tie is drawn as.</summary>
    public string State(LinkChange? change, Activity? activity, Status status) =>
        change is { } changed ? phrases.Of(changed)
        : activity is { } active ? State(active)
        : phrases.Of(status);

    // What the dates or the source say of its being there; a date that says "since" says that it is current.
    private string? State(ExtractLink link) =>
        link.Change is { } change ? phrases.Of(change)
        : at is { } days ? State(link.Period.At(days))
        : IsSince(link) ? null
        : phrases.Of(link.Status);

    private string State(Activity activity) =>
        activity == Activity.NO
            ? phrases.Words.NotThen.With(("when", DateWords.At(at!.Value, Language)))
            : $"{phrases.Of(activity)} {DateWords.At(at!.Value, Language)}";

    private string? When(ExtractLink link) =>
        (link.From, link.To) switch
        {
            ({ } from, { } to) when from == to => phrases.Date(from),
            ({ Precision: DatePrecision.Year } from, { Precision: DatePrecision.Year } to) =>
                $"{phrases.Date(from)}–{phrases.Date(to)}",
            ({ } from, { } to) => $"{phrases.Date(from)} – {phrases.Date(to)}",
            ({ } from, null) when IsSince(link) => phrases.Words.Since.With(
                ("date", DateWords.The(from.Span, Language))
            ),
            ({ } from, null) => phrases.Words.StartsAt.With(("when", DateWords.At(from.Span, Language))),
            (null, { } to) => phrases.Words.EndsAt.With(("when", DateWords.At(to.Span, Language))),
            _ => null,
        };

    private static bool IsSince(ExtractLink link) => link is { Status: Status.CURRENT, From: not null, To: null };
}
