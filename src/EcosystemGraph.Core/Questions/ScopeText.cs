using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>Says in a phrase which part of the graph is shown, for captions.</summary>
internal static class ScopeText
{
    public static BilingualText Of(NetworkPart part, NetworkChangeRoot? change, Func<string, string> nameOf) =>
        new(In(Language.FR, part, change, nameOf), In(Language.EN, part, change, nameOf));

    private static string In(Language language, NetworkPart part, NetworkChangeRoot? change, Func<string, string> nameOf)
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
            phrases.Add(at.AtLeast == Activity.CERTAIN
                ? (french ? $"liens actifs avec certitude en {Date(at.Days)}" : $"links surely active in {Date(at.Days)}")
                : (french ? $"liens peut-être actifs en {Date(at.Days)}" : $"links perhaps active in {Date(at.Days)}"));
        }
        if (change is not null) phrases.Add(french ? $"entre {Date(change.Earlier)} et {Date(change.Later)}" : $"between {Date(change.Earlier)} and {Date(change.Later)}");
        if (part.IsFiltered) phrases.Add(french ? "selon un filtre" : "by a filter");
        return string.Join(french ? "\u202F; " : "; ", phrases);
    }

    // At a date, that says when.
    private static string AtOnce(NetworkPart part, bool french) => (part.ActiveAt, part.Overlap) switch
    {
        ({ }, _) => "",
        (_, Activity.CERTAIN) => french ? ", sûrement en même temps" : ", surely at the same time",
        (_, Activity.POSSIBLE) => french ? ", peut-être en même temps" : ", perhaps at the same time",
        _ => french ? ", même l’un après l’autre" : ", even one after the other",
    };

    // As short as it can be said: a year, a half-year, a quarter, a month, a day, or from one day to another.
    private static string Date(DaySpan days)
    {
        var (first, last) = (DateOnly.FromDayNumber(days.First), DateOnly.FromDayNumber(days.Last));
        var year = first.ToString("yyyy", CultureInfo.InvariantCulture);
        string[] forms =
        [
            year, $"{year}-H{(first.Month + 5) / 6}", $"{year}-Q{(first.Month + 2) / 3}",
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        return Array.Find(forms, form => PartialDate.TryParse(form, out var date) && date.Span == days) ?? $"{forms[^1]}…{last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
