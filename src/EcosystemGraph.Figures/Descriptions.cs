using System.Text;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Layouts;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures;

/// <summary>Tells in words what a figure shows: first the whole, then the groupings, then who is tied to whom.</summary>
internal static class Descriptions
{
    // Beyond so many bodies a list helps nobody who listens to it.
    private const int MostBodies = 150;

    public static string Of(Subject subject, string title, IReadOnlyList<(string Lead, string Text)> notes)
    {
        var phrases = subject.Phrases;
        var text = new StringBuilder();
        text.Append(title).Append(".\n");
        if (subject.Bodies.IsEmpty)
            return text.Append(phrases.Words.Empty).Append('\n').ToString();
        var groupings = subject.Bodies.Where(b => b.IsGrouping).ToArray();
        var actors = subject.Bodies.Length - groupings.Length;
        text.Append(
            phrases.Set(
                phrases.Words.NetworkOf.With(
                    ("groupings", phrases.Count(groupings.Length, phrases.Words.GroupingsCounted)),
                    ("actors", phrases.Count(actors, phrases.Words.ActorsCounted)),
                    ("ties", phrases.Count(subject.Ties.Length, phrases.Words.TiesCounted))
                )
            )
        );
        var parts = Packing.Components(subject.Neighbors).Count;
        text.Append(parts == 1 ? phrases.Words.AllConnected : phrases.Words.InParts.With(("parts", parts)))
            .Append(".\n");
        var most = subject
            .Bodies.OrderByDescending(b => b.Degree)
            .ThenBy(b => b.Id, StringComparer.Ordinal)
            .Take(5)
            .Where(b => b.Degree > 0)
            .Select(b => $"{b.Full} ({b.Degree})")
            .ToArray();
        if (most.Length > 0)
            text.Append(phrases.Words.MostTies.With(("bodies", string.Join(", ", most)))).Append(".\n");
        foreach (var (lead, note) in notes)
            text.Append(lead).Append(phrases.Colon).Append(note).Append('\n');
        if (subject.ShowsChange)
            Changes(subject, text);
        else if (subject.Extract.Projection == ExtractProjection.BIPARTITE)
            Groupings(subject, groupings, text);
        Everyone(subject, text);
        return text.ToString();
    }

    private static void Changes(Subject subject, StringBuilder text)
    {
        foreach (
            var links in subject
                .Ties.SelectMany(t => t.Source.Links)
                .Where(l => l.Change is not null)
                .GroupBy(l => l.Change!.Value)
                .OrderBy(g => g.Key)
        )
        {
            text.Append(subject.Phrases.Of(links.Key))
                .Append(" (")
                .Append(links.Count())
                .Append(')')
                .Append(subject.Phrases.Colon)
                .Append(
                    string.Join(
                        subject.Phrases.Semicolon,
                        links.Take(MostBodies).Select(l => subject.Links.Whole(l, subject.NameOf))
                    )
                )
                .Append(".\n");
        }
    }

    // Members by how they are members: who was, is to be or perhaps is one stands apart from who is.
    private static void Groupings(Subject subject, IEnumerable<Body> groupings, StringBuilder text)
    {
        foreach (
            var grouping in groupings
                .OrderByDescending(g => g.Degree)
                .ThenBy(g => g.Id, StringComparer.Ordinal)
                .Take(MostBodies)
        )
        {
            var memberships = LinksOf(subject, grouping).Where(l => IsTold(l) && l.Target.Id == grouping.Id).ToArray();
            if (memberships.Length == 0)
                continue;
            text.Append(Lead(subject, grouping.Full, grouping))
                .Append(", ")
                .Append(subject.Phrases.Count(memberships.Length, subject.Phrases.Words.MembershipsCounted))
                .Append(subject.Phrases.Colon)
                .Append(Listed(subject, memberships, l => l.Source))
                .Append(".\n");
        }
    }

    private static void Everyone(Subject subject, StringBuilder text)
    {
        if (subject.Bodies.Length > MostBodies)
            return;
        foreach (var body in subject.Bodies.OrderByDescending(b => b.Degree).ThenBy(b => b.Id, StringComparer.Ordinal))
        {
            string? told;
            if (subject.Neighbors[body.Index].Length == 0)
                told = subject.Phrases.Words.NoTie;
            else if (subject.Extract.Projection == ExtractProjection.BIPARTITE)
            {
                // A link is told once, by who acts.
                var links = subject.ShowsChange
                    ? []
                    : LinksOf(subject, body).Where(l => !IsTold(l) && l.Source.Id == body.Id).ToArray();
                told = links.Length == 0 ? null : Listed(subject, links, l => l.Target);
            }
            else
            {
                var ties = subject.Ties.Where(t => t.A == body.Index).ToArray();
                told =
                    ties.Length == 0
                        ? null
                        : string.Join(
                            subject.Phrases.Semicolon,
                            ties.Select(t => NodeLinkDrawing.TieTitle(subject, t))
                        );
            }
            text.Append(Lead(subject, body.Short, body));
            if (told is not null)
                text.Append(subject.Phrases.Colon).Append(told);
            text.Append(".\n");
        }
    }

    // "member, since 2013: A, B; funds, 2017, past: C": alike with alike.
    private static string Listed(
        Subject subject,
        IEnumerable<ExtractLink> links,
        Func<ExtractLink, ExtractEnd> other
    ) =>
        string.Join(
            subject.Phrases.Semicolon,
            links
                .GroupBy(l => $"{subject.Links.Label(l)}, {subject.Links.How(l)}", StringComparer.Ordinal)
                .Select(g => g.Key + subject.Phrases.Colon + string.Join(", ", g.Select(l => subject.NameOf(other(l)))))
        );

    private static string Lead(Subject subject, string name, Body body) =>
        $"{name}, {Texts.PlainText.Clean(body.Source.Kind.In(subject.Style.Language))}";

    private static IEnumerable<ExtractLink> LinksOf(Subject subject, Body body) =>
        subject.Ties.Where(t => t.A == body.Index || t.B == body.Index).SelectMany(t => t.Source.Links);

    // By the grouping, not by who is in it.
    private static bool IsTold(ExtractLink link) => link is { IsMembership: true, IsMember: true };
}
