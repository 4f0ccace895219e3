using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Scenes;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Teaches a reader by an example from the figure itself.</summary>
internal static class Readings
{
    /// <summary>What one line of the figure says.</summary>
    public static string Ties(Subject subject)
    {
        var phrases = subject.Phrases;
        var example = subject.Ties.Where(t => t.IsMembership && t.Status == Status.CURRENT).DefaultIfEmpty(subject.Ties.FirstOrDefault())
            .MaxBy(t => t is null ? 0 : subject.Bodies[t.A].Degree + subject.Bodies[t.B].Degree);
        if (example is null) return phrases.Say("Aucun lien entre les structures montrées.", "No tie between the bodies shown.");
        if (subject.Extract.Projection != ExtractProjection.BIPARTITE)
        {
            var (a, b) = (subject.Bodies[example.A].Short, subject.Bodies[example.B].Short);
            var shared = (int)Math.Round(example.Source.Weight);
            return subject.Extract.Projection == ExtractProjection.ACTORS
                ? phrases.Say($"{a} et {b} ont {phrases.Count(shared, "groupement", "groupements", "", "")} en commun.", $"{a} and {b} share {phrases.Count(shared, "", "", "grouping", "groupings")}.")
                : phrases.Say($"{a} et {b} ont {phrases.Count(shared, "membre", "membres", "", "")} en commun.", $"{a} and {b} share {phrases.Count(shared, "", "", "member", "members")}.");
        }
        var link = example.Source.Links.FirstOrDefault(l => l.IsMembership && l.IsMember) ?? example.Source.Links[0];
        var bodies = subject.Bodies;
        string Name(string id) => bodies[example.A].Id == id ? bodies[example.A].Full : bodies[example.B].Id == id ? bodies[example.B].Full : id;
        var (from, to, how) = (Name(link.Source.Id), Name(link.Target.Id), link.Change is { } change ? phrases.Change(change) : phrases.Status(link.Status));
        return link is { IsMembership: true, IsMember: true }
            ? phrases.Say($"{from} est membre de {to} (lien {how}).", $"{from} is a member of {to} (tie: {how}).")
            : phrases.Say($"Le lien entre {from} et {to} est « {PlainText.Clean(link.Type.In(Language.FR))} » ({how}).", $"The tie between {from} and {to} is “{PlainText.Clean(link.Type.In(Language.EN))}” ({how}).");
    }
}
