using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Teaches a reader by an example from the figure itself.</summary>
internal static class Readings
{
    /// <summary>What one line of the figure says.</summary>
    public static string Ties(Subject subject)
    {
        var phrases = subject.Phrases;
        // One that many see, of those that are clearest.
        var example = subject
            .Ties.OrderByDescending(t => t.IsMembership)
            .ThenBy(t => t.Activity)
            .ThenBy(t => t.Status != Status.CURRENT)
            .ThenBy(t => t.Confidence)
            .ThenByDescending(t => subject.Bodies[t.A].Degree + subject.Bodies[t.B].Degree)
            .FirstOrDefault();
        if (example is null)
            return phrases.Words.NoTieShown;
        if (subject.Extract.Projection != ExtractProjection.BIPARTITE)
            return Example(subject, SharedBy(subject, example));
        var drawn = example
            .Source.Links.OrderByDescending(l => l.IsMembership && l.IsMember)
            .ThenBy(l => l.Status != example.Status)
            .ThenBy(l => l.Confidence)
            .First();
        return Example(subject, subject.Links.Whole(drawn, subject.NameOf));
    }

    /// <summary>One link of the figure, as an example.</summary>
    public static string Example(Subject subject, string link) =>
        subject.Phrases.Words.Example + subject.Phrases.Colon + link + ".";

    /// <summary>How much two bodies share, and in what state: memberships of different times make no "share".</summary>
    public static string SharedBy(Subject subject, Tie tie)
    {
        var (phrases, shared) = (subject.Phrases, (int)Math.Round(tie.Source.Weight));
        var what =
            subject.Extract.Projection == ExtractProjection.ACTORS
                ? phrases.Count(shared, phrases.Words.GroupingsInCommon)
                : phrases.Count(shared, phrases.Words.MembersInCommon);
        return $"{subject.Bodies[tie.A].Short} – {subject.Bodies[tie.B].Short} ({what}, {HowOf(subject, tie)})";
    }

    /// <summary>The state and confidence of what a projected tie rests on.</summary>
    public static string HowOf(Subject subject, Tie tie) =>
        subject.StateOf(tie) + (tie.Confidence == Confidence.STATED ? "" : ", " + subject.Phrases.Of(tie.Confidence));
}
