using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Questions;

/// <summary>Says in phrases which part of the graph is shown, for captions: where it begins, every filter, what is left out.</summary>
internal static class ScopeText
{
    /// <summary>The scope of a question in both languages, and as much of it as a title says: not what is left out unless it is asked for.</summary>
    /// <param name="part">The part of the graph.</param>
    /// <param name="change">Of a change: the two dates.</param>
    /// <param name="source">Gives the labels of what filters name.</param>
    /// <param name="nameOf">The name of a body that the part begins at or leaves out.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async ValueTask<(BilingualText Scope, BilingualText Heading)> OfAsync(
        NetworkPart part, NetworkChangeRoot? change, ILinkSource source, Func<string, string> nameOf, CancellationToken cancellation)
    {
        // Said once without labels to learn which are needed.
        var needed = new HashSet<(RecordType Type, string Id)>();
        BilingualText? Need(RecordType type, string id)
        {
            needed.Add((type, id));
            return null;
        }
        _ = In(Language.FR, part, change, nameOf, Need);
        var labels = needed.Count == 0 ? new Dictionary<(RecordType, string), BilingualText>() : await source.LabelsAsync(needed, cancellation);
        BilingualText? Label(RecordType type, string id) => labels.TryGetValue((type, id), out var label) ? label : null;
        var (french, english) = (In(Language.FR, part, change, nameOf, Label), In(Language.EN, part, change, nameOf, Label));
        return (new(french.Scope, english.Scope), new(french.Heading, english.Heading));
    }

    private static (string Scope, string Heading) In(Language language, NetworkPart part, NetworkChangeRoot? change, Func<string, string> nameOf, Func<RecordType, string, BilingualText?> labelOf)
    {
        var french = language == Language.FR;
        string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => french ? $"«\u202F{nameOf(id)}\u202F»" : $"“{nameOf(id)}”"));
        var phrases = new List<string>();
        if (part.Focus.IsEmpty) phrases.Add(french ? "tout l’écosystème" : "the whole ecosystem");
        else if (part.Depth == 0) phrases.Add(Names(part.Focus));
        else
        {
            var links = part.Depth == 1 ? (french ? "un lien au plus" : "at most one link away") : part.Depth.ToString(CultureInfo.InvariantCulture) is var depth && french ? $"{depth} liens au plus" : $"at most {depth} links away";
            phrases.Add(french ? $"autour de {Names(part.Focus)}, à {links}" : $"around {Names(part.Focus)}, {links}");
        }
        if (!part.Without.IsEmpty) phrases.Add(french ? $"sans {Names(part.Without)}" : $"without {Names(part.Without)}");
        if (part.Projection == ExtractProjection.ACTORS) phrases.Add((french ? "acteurs liés par leurs groupements communs" : "actors tied by the groupings they share") + AtOnce(part, french));
        else if (part.Projection == ExtractProjection.GROUPINGS) phrases.Add((french ? "groupements liés par leurs membres communs" : "groupings tied by the members they share") + AtOnce(part, french));
        else if (part.Links.Partnerships is null) phrases.Add(french ? "appartenances seulement" : "memberships only");
        else if (part.Links.Memberships is null) phrases.Add(french ? "partenariats seulement" : "partnerships only");
        if (part.ActiveAt is { } at)
        {
            var when = DateWords.At(at.Days, language);
            phrases.Add(at.AtLeast switch
            {
                Activity.CERTAIN => french ? $"liens sûrement actifs {when}" : $"links surely active {when}",
                Activity.POSSIBLE => french ? $"liens sûrement ou peut-être actifs {when}" : $"links surely or perhaps active {when}",
                _ => french ? $"tous les liens, vus {when}" : $"all links, seen {when}",
            });
        }
        if (change is not null)
        {
            phrases.Add(french
                ? $"entre {DateWords.The(change.Earlier, language)} et {DateWords.The(change.Later, language)}"
                : $"between {DateWords.The(change.Earlier, language)} and {DateWords.The(change.Later, language)}");
        }
        if (part.Asked is { } asked)
        {
            var words = new FilterWords(language, labelOf);
            void Filter(string name, RecordType type, Filter? filter)
            {
                if (filter is not null && words.Of(type, filter) is { } said) phrases.Add($"{name}{(french ? "\u00A0: " : ": ")}{said}");
            }
            Filter(french ? "acteurs" : "actors", Records.Actor, asked.Actors);
            Filter(french ? "groupements" : "groupings", Records.Grouping, asked.Groupings);
            if (part.Links.Memberships is not null) Filter(french ? "appartenances" : "memberships", Records.Membership, asked.Memberships);
            if (part.Links.Partnerships is not null && part.Projection == ExtractProjection.BIPARTITE) Filter(french ? "partenariats" : "partnerships", Records.Partnership, asked.Partnerships);
        }
        var heading = phrases.Count;
        if (part.Asked is { IncludesCategories: false }) phrases.Add(french ? "sans les catégories (structures que les sources ne nomment pas une à une)" : "without categories (bodies that no source names one by one)");
        if (part.Focus.IsEmpty && part.Isolated is null) phrases.Add(french ? "sans les structures sans lien" : "without bodies that no link ties");
        string Joined(IEnumerable<string> some) => string.Join(french ? "\u202F; " : "; ", some);
        return (Joined(phrases), Joined(phrases.Take(heading)));
    }

    // At a date, that says when.
    private static string AtOnce(NetworkPart part, bool french) => (part.ActiveAt, part.Overlap) switch
    {
        ({ }, _) => "",
        (_, Activity.CERTAIN) => french ? ", sûrement en même temps" : ", surely at the same time",
        (_, Activity.POSSIBLE) => french ? ", peut-être en même temps" : ", perhaps at the same time",
        _ => french ? ", même l’un après l’autre" : ", even one after the other",
    };
}
