using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>A body as it is drawn.</summary>
internal sealed record Body(
    int Index,
    ExtractBody Source,
    string Name,
    string? Acronym,
    int Degree,
    bool Highlighted,
    double Radius,
    Shape Shape,
    Filling Filling,
    string Color,
    string? Letter
)
{
    public string Id => Source.Id;

    public bool IsGrouping => Source.IsGrouping;

    /// <summary>The acronym where there is one, else the name.</summary>
    public string Short => Acronym ?? Name;

    /// <summary>The name with its acronym.</summary>
    public string Full => Acronym is null || Acronym == Name ? Name : $"{Name} ({Acronym})";
}

/// <summary>
/// A tie as it is drawn. Where bodies are tied by memberships, these alone decide, so that nobody looks like a member for being a partner;
/// of several links the surest decides; projected, what two share is no surer than the less sure of both memberships.
/// </summary>
/// <param name="A">A body's index.</param>
/// <param name="B">The other's.</param>
/// <param name="Source">What it stands for.</param>
/// <param name="IsMembership">Whether a role of one in the other makes a member.</param>
/// <param name="Activity">Where the figure is asked at a date: whether it was there then; null at any time.</param>
/// <param name="Status">CURRENT before UNKNOWN, PLANNED, PAST.</param>
/// <param name="Confidence">Of what decides.</param>
/// <param name="Change">Where a change is shown.</param>
/// <param name="ArrowA">Whether someone acts towards A.</param>
/// <param name="ArrowB">Whether someone acts towards B.</param>
internal sealed record Tie(
    int A,
    int B,
    ExtractTie Source,
    bool IsMembership,
    Activity? Activity,
    Status Status,
    Confidence Confidence,
    LinkChange? Change,
    bool ArrowA,
    bool ArrowB
);

/// <summary>What a figure shows, ready to be arranged: bodies with their marks, ties, and what there is to say about them.</summary>
internal sealed class Subject
{
    private const double PrintedPoints = 16 / 2.54 * 72;

    public required Extract Extract { get; init; }

    public required FigureStyle Style { get; init; }

    public required Phrases Phrases { get; init; }

    public required LinkWords Links { get; init; }

    public required ImmutableArray<Body> Bodies { get; init; }

    public required ImmutableArray<Tie> Ties { get; init; }

    public required Signs Signs { get; init; }

    /// <summary>How many bodies of the extract are not drawn, by <see cref="FigureStyle.MaxNodes"/>.</summary>
    public required int LeftOut { get; init; }

    public List<string> Warnings { get; } = [];

    private readonly Dictionary<string, Body> _byId = new(StringComparer.Ordinal);

    /// <summary>A typographic point when the figure is printed 16 cm wide, in pixels.</summary>
    public double Unit => Style.Width / PrintedPoints;

    /// <summary>Whether links say what became of them between two dates.</summary>
    public bool ShowsChange { get; init; }

    /// <summary>Of each body, whom it is tied to, by index, ascending.</summary>
    public required int[][] Neighbors { get; init; }

    public static Subject Of(Extract extract, FigureStyle style)
    {
        var phrases = new Phrases(style.Language);
        var most = style.MaxNodes ?? FigureStyle.MaxBodies;
        if (style.MaxNodes is null && extract.Bodies.Count > most)
        {
            throw new FigureException(
                "maxNodes",
                "FIGURE_TOO_LARGE",
                FormattableString.Invariant(
                    $"the network has {extract.Bodies.Count} bodies and a figure holds at most {most}; give maxNodes (60 stays readable), or ask for a smaller part of the network"
                )
            );
        }
        var degrees = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tie in extract.Ties)
        {
            degrees[tie.Source] = degrees.GetValueOrDefault(tie.Source) + 1;
            degrees[tie.Target] = degrees.GetValueOrDefault(tie.Target) + 1;
        }
        var highlighted = style.Highlight.ToHashSet(StringComparer.Ordinal);
        var size = style.SizeBy ?? NodeMeasure.DEGREE;
        var chosen =
            extract.Bodies.Count <= most
                ? extract.Bodies.ToArray()
                :
                [
                    .. extract
                        .Bodies.OrderByDescending(b => highlighted.Contains(b.Id))
                        .ThenByDescending(b =>
                            Signs.Measured(b, size, degrees.GetValueOrDefault(b.Id)) ?? degrees.GetValueOrDefault(b.Id)
                        )
                        .ThenBy(b => b.Id, StringComparer.Ordinal)
                        .Take(most)
                        .OrderBy(b => b.Id, StringComparer.Ordinal),
                ];
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var body in chosen)
            at.Add(body.Id, at.Count);
        var ties = extract
            .Ties.Where(t => at.ContainsKey(t.Source) && at.ContainsKey(t.Target))
            .Select(t => TieOf(t, extract, at))
            .ToImmutableArray();
        var signs = Signs.Of(chosen, degrees, style, phrases);
        var bodies = chosen
            .Select(
                (b, i) =>
                    signs.Mark(
                        b,
                        i,
                        degrees.GetValueOrDefault(b.Id),
                        highlighted.Contains(b.Id),
                        style.Width / PrintedPoints
                    )
            )
            .ToImmutableArray();
        var neighbors = bodies.Select(_ => new List<int>()).ToArray();
        foreach (var tie in ties)
        {
            neighbors[tie.A].Add(tie.B);
            neighbors[tie.B].Add(tie.A);
        }
        foreach (var list in neighbors)
            list.Sort();
        var subject = new Subject
        {
            Extract = extract,
            Style = style,
            Phrases = phrases,
            Links = new LinkWords(phrases, extract.At),
            Bodies = bodies,
            Ties = ties,
            Signs = signs,
            LeftOut = extract.Bodies.Count - chosen.Length,
            ShowsChange = ties.Any(t => t.Change is not null),
            Neighbors = [.. neighbors.Select(l => l.ToArray())],
        };
        foreach (var body in bodies)
            subject._byId.Add(body.Id, body);
        subject.Warn(highlighted, at);
        return subject;
    }

    private static Tie TieOf(ExtractTie tie, Extract extract, Dictionary<string, int> at)
    {
        var links = tie.Links;
        var change = links
            .Select(l => l.Change)
            .Where(c => c is not null)
            .DefaultIfEmpty(null)
            .MinBy(c =>
                c switch
                {
                    LinkChange.APPEARED => 0,
                    LinkChange.ENDED => 1,
                    LinkChange.POSSIBLY_CHANGED => 2,
                    LinkChange.KEPT or null => 3,
                }
            );
        var members = links.Where(l => l.IsMembership && l.IsMember).ToArray();
        // Each stands alone, or, projected, is the two memberships in one that is shared.
        var each =
            extract.Projection == ExtractProjection.BIPARTITE
                ? (members.Length > 0 ? members : [.. links]).Select(l => new[] { l })
                : links
                    .GroupBy(
                        l => extract.Projection == ExtractProjection.ACTORS ? l.Target.Id : l.Source.Id,
                        StringComparer.Ordinal
                    )
                    .Select(shared => shared.ToArray());
        var (activity, status, confidence) = each.Select(l =>
                (
                    Activity: extract.At is { } days ? l.Max(one => one.Period.At(days)) : (Activity?)null,
                    Status: l.Select(one => one.Status).MaxBy(Rank),
                    Confidence: l.Max(one => one.Confidence)
                )
            )
            .OrderBy(one => one.Activity)
            .ThenBy(one => Rank(one.Status))
            .ThenBy(one => one.Confidence)
            .First();
        return new Tie(
            at[tie.Source],
            at[tie.Target],
            tie,
            members.Length > 0,
            activity,
            status,
            confidence,
            change,
            links.Any(l => l.Directed && l.Target.Id == tie.Source),
            links.Any(l => l.Directed && l.Target.Id == tie.Target)
        );
    }

    private static int Rank(Status status) =>
        status switch
        {
            Status.CURRENT => 0,
            Status.UNKNOWN => 1,
            Status.PLANNED => 2,
            Status.PAST => 3,
        };

    /// <summary>What a tie is drawn as, in words.</summary>
    public string StateOf(Tie tie) => Links.State(tie.Change, tie.Activity, tie.Status);

    /// <summary>What an end of a link is called: as the body is, else by its name.</summary>
    public string NameOf(ExtractEnd end) =>
        _byId.TryGetValue(end.Id, out var body) ? body.Short : PlainText.Clean(end.Name);

    private void Warn(HashSet<string> highlighted, Dictionary<string, int> at)
    {
        var missing = Style.Highlight.Distinct(StringComparer.Ordinal).Where(id => !at.ContainsKey(id)).ToArray();
        if (missing.Length > 0)
        {
            Warnings.Add(
                Phrases.Set(
                    Phrases.Words.NotInThisPart.With(
                        ("ids", string.Join(", ", missing.Take(10).Select(PlainText.Clean)))
                    )
                )
            );
        }
        if (Bodies.IsEmpty)
        {
            Warnings.Add(Phrases.Words.EmptyWiden);
            return;
        }
        var lone = Bodies.Where(b => Neighbors[b.Index].Length == 0).Select(b => b.Short).ToArray();
        if (lone.Length > 0)
        {
            Warnings.Add(
                Phrases.Set(
                    Phrases.Words.WithoutATie.With(
                        ("bodies", Phrases.Count(lone.Length, Phrases.Words.Bodies)),
                        ("names", Some(lone))
                    )
                )
            );
        }
        var unknown = Bodies
            .Where(b => b.Name.EnumerateRunes().Any(r => !Font.Regular.Has(r.Value)))
            .Select(b => b.Short)
            .ToArray();
        if (unknown.Length > 0)
        {
            Warnings.Add(Phrases.Set(Phrases.Words.NotInTheFont.With(("names", Some(unknown)))));
        }
    }

    /// <summary>Some of many, and how many more.</summary>
    public string Some(IReadOnlyList<string> names, int most = 12) =>
        names.Count <= most
            ? string.Join(", ", names)
            : Phrases.Words.AndMore.With(("names", string.Join(", ", names.Take(most))), ("count", names.Count - most));
}
