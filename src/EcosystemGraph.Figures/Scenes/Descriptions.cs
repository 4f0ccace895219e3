using System.Text;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Layouts;

namespace EcosystemGraph.Figures.Scenes;

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
        if (subject.Bodies.IsEmpty) return text.Append(phrases.Say("Le réseau est vide.", "The network is empty.")).Append('\n').ToString();
        var groupings = subject.Bodies.Where(b => b.IsGrouping).ToArray();
        var actors = subject.Bodies.Length - groupings.Length;
        text.Append(phrases.Say(
            $"Réseau de {phrases.Count(groupings.Length, "groupement", "groupements", "", "")}, {phrases.Count(actors, "acteur", "acteurs", "", "")} et {phrases.Count(subject.Ties.Length, "lien", "liens", "", "")}",
            $"A network of {phrases.Count(groupings.Length, "", "", "grouping", "groupings")}, {phrases.Count(actors, "", "", "actor", "actors")} and {phrases.Count(subject.Ties.Length, "", "", "tie", "ties")}"));
        var parts = Packing.Components(subject.Neighbors).Count;
        text.Append(parts == 1 ? phrases.Say(", d'un seul tenant", ", all connected") : phrases.Say($", en {parts} morceaux", $", in {parts} parts")).Append(".\n");
        var most = subject.Bodies.OrderByDescending(b => b.Degree).ThenBy(b => b.Id, StringComparer.Ordinal).Take(5).Where(b => b.Degree > 0).Select(b => $"{b.Full} ({b.Degree})").ToArray();
        if (most.Length > 0) text.Append(phrases.Say("Le plus de liens : ", "Most ties: ")).Append(string.Join(", ", most)).Append(".\n");
        foreach (var (lead, note) in notes) text.Append(lead).Append(phrases.Colon).Append(note).Append('\n');
        if (subject.ShowsChange) Changes(subject, text);
        else if (subject.Extract.Projection == ExtractProjection.BIPARTITE) Groupings(subject, groupings, text);
        Everyone(subject, text);
        return text.ToString();
    }

    private static void Changes(Subject subject, StringBuilder text)
    {
        foreach (var change in Enum.GetValues<LinkChange>())
        {
            var ties = subject.Ties.Where(t => t.Change == change).ToArray();
            if (ties.Length == 0) continue;
            text.Append(subject.Phrases.Change(change)).Append(" (").Append(ties.Length).Append(')').Append(subject.Phrases.Colon)
                .Append(string.Join(subject.Phrases.Semicolon, ties.Take(MostBodies).Select(t => $"{subject.Bodies[t.A].Short} – {subject.Bodies[t.B].Short}"))).Append(".\n");
        }
    }

    private static void Groupings(Subject subject, IEnumerable<Body> groupings, StringBuilder text)
    {
        foreach (var grouping in groupings.OrderByDescending(g => g.Degree).ThenBy(g => g.Id, StringComparer.Ordinal).Take(MostBodies))
        {
            var members = subject.Ties.Where(t => t.IsMembership && (t.A == grouping.Index || t.B == grouping.Index))
                .Select(t => (Other: subject.Bodies[t.A == grouping.Index ? t.B : t.A], Tie: t))
                .Where(p => p.Tie.Source.Links.Any(l => l.IsMembership && l.Target.Id == grouping.Id)).ToArray();
            if (members.Length == 0) continue;
            text.Append(grouping.Full).Append(", ").Append(Texts.PlainText.Clean(grouping.Source.Kind.In(subject.Style.Language))).Append(", ")
                .Append(subject.Phrases.Count(members.Length, "membre", "membres", "member", "members")).Append(subject.Phrases.Colon)
                .Append(string.Join(subject.Phrases.Semicolon, members.Select(m => m.Tie.Status == Core.Model.Status.CURRENT ? m.Other.Short : $"{m.Other.Short} ({subject.Phrases.Status(m.Tie.Status)})"))).Append(".\n");
        }
    }

    private static void Everyone(Subject subject, StringBuilder text)
    {
        if (subject.Bodies.Length > MostBodies) return;
        foreach (var body in subject.Bodies.OrderByDescending(b => b.Degree).ThenBy(b => b.Id, StringComparer.Ordinal))
        {
            var others = subject.Neighbors[body.Index];
            // A tie is told once, by the one of its ends that has more of them.
            var told = others.Where(o => (subject.Bodies[o].Degree, -o).CompareTo((body.Degree, -body.Index)) < 0).ToArray();
            if (told.Length == 0 && others.Length > 0) continue;
            text.Append(body.Short).Append(", ").Append(Texts.PlainText.Clean(body.Source.Kind.In(subject.Style.Language))).Append(subject.Phrases.Colon)
                .Append(told.Length == 0 ? subject.Phrases.Say("sans lien", "no tie") : subject.Phrases.Say("lié à ", "tied to ") + string.Join(subject.Phrases.Semicolon, told.Select(o => subject.Bodies[o].Short))).Append(".\n");
        }
    }
}
