using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Questions;

/// <summary>Says in phrases which part of the graph is shown, for captions: where it begins, every filter, what is left out.</summary>
internal static class ScopeText
{
    /// <summary>The scope of a question in every language, and as much of it as a title says: not what is left out unless it is asked for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="source">Gives the labels of what filters name.</param>
    /// <param name="nameOf">The name of a body that the part begins at or leaves out.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async ValueTask<(MultilingualText Scope, MultilingualText Heading)> OfAsync(
        PartRoot question,
        ILinkSource source,
        Func<string, string> nameOf,
        CancellationToken cancellation
    )
    {
        // Said once without labels to learn which are needed.
        var needed = new HashSet<(RecordType Type, string Id)>();
        MultilingualText? Need(RecordType type, string id)
        {
            needed.Add((type, id));
            return null;
        }
        _ = In(Language.Usual, question, nameOf, Need);
        var labels =
            needed.Count == 0
                ? new Dictionary<(RecordType, string), MultilingualText>()
                : await source.LabelsAsync(needed, cancellation);
        MultilingualText? Label(RecordType type, string id) =>
            labels.TryGetValue((type, id), out var label) ? label : null;
        var said = Language.All.Select(language => In(language, question, nameOf, Label)).ToArray();
        return (new(language => said[language.Number].Scope), new(language => said[language.Number].Heading));
    }

    private static (string Scope, string Heading) In(
        Language language,
        PartRoot question,
        Func<string, string> nameOf,
        Func<RecordType, string, MultilingualText?> labelOf
    )
    {
        var part = question.Part;
        var (texts, typography) = (ScopeTexts.In(language), Typography.In(language));
        string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => typography.Quoted(nameOf(id))));
        var phrases = new List<string>();
        if (part.Focus.IsEmpty)
            phrases.Add(texts.WholeEcosystem);
        else if (part.Depth == 0)
            phrases.Add(Names(part.Focus));
        else if (part.Depth == 1)
            phrases.Add(texts.OneLinkAround.With(("bodies", Names(part.Focus))));
        else
            phrases.Add(texts.Around.With(("bodies", Names(part.Focus)), ("depth", part.Depth)));
        if (!part.Without.IsEmpty)
            phrases.Add(texts.Without.With(("bodies", Names(part.Without))));
        if (part.Projection == ExtractProjection.ACTORS)
            phrases.Add(AtOnce(part, texts, texts.ActorsTied));
        else if (part.Projection == ExtractProjection.GROUPINGS)
            phrases.Add(AtOnce(part, texts, texts.GroupingsTied));
        else if (part.Links.Partnerships is null)
            phrases.Add(texts.MembershipsOnly);
        else if (part.Links.Memberships is null)
            phrases.Add(texts.PartnershipsOnly);
        if (part.ActiveAt is { } at)
        {
            var when = DateWords.At(at.Days, language);
            phrases.Add(
                at.AtLeast switch
                {
                    Activity.CERTAIN => texts.SurelyActive.With(("when", when)),
                    Activity.POSSIBLE => texts.PossiblyActive.With(("when", when)),
                    Activity.NO => texts.AnyActive.With(("when", when)),
                }
            );
        }
        if (question.Dates is { } dates)
            phrases.Add(
                texts.Between.With(
                    ("earlier", DateWords.The(dates.Earlier, language)),
                    ("later", DateWords.The(dates.Later, language))
                )
            );
        if (part.Asked is { } asked)
        {
            var words = new FilterWords(language, labelOf);
            void Filter(string name, RecordType type, Filter? filter)
            {
                if (filter is not null && words.Of(type, filter) is { } said)
                    phrases.Add(name + typography.Colon + said);
            }
            Filter(texts.Actors, Records.Actor, asked.Actors);
            Filter(texts.Groupings, Records.Grouping, asked.Groupings);
            if (part.Links.Memberships is not null)
                Filter(texts.Memberships, Records.Membership, asked.Memberships);
            if (part.Links.Partnerships is not null && part.Projection == ExtractProjection.BIPARTITE)
                Filter(texts.Partnerships, Records.Partnership, asked.Partnerships);
        }
        var heading = phrases.Count;
        if (part.Asked is { IncludesCategories: false })
            phrases.Add(texts.WithoutCategories);
        if (part.Focus.IsEmpty && part.Isolated is null)
            phrases.Add(texts.WithoutLone);
        string Joined(IEnumerable<string> some) => string.Join(typography.Semicolon, some);
        return (Joined(phrases), Joined(phrases.Take(heading)));
    }

    // At a date, that says when.
    private static string AtOnce(NetworkPart part, ScopeTexts texts, string tied) =>
        part.ActiveAt is not null
            ? tied
            : part.Overlap switch
            {
                Activity.CERTAIN => texts.SurelyAtOnce.With(("tied", tied)),
                Activity.POSSIBLE => texts.PossiblyAtOnce.With(("tied", tied)),
                Activity.NO => texts.EvenAfter.With(("tied", tied)),
            };
}
