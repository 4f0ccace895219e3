using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Questions;

/// <summary>Says a filter in words, for captions: every condition of it.</summary>
/// <param name="language">In which language.</param>
/// <param name="labelOf">The label of a record by its type and id; null where it is not known.</param>
internal sealed class FilterWords(Language language, Func<RecordType, string, BilingualText?> labelOf)
{
    // What a caption calls fields; the others it calls by their own name.
    private static readonly Dictionary<string, BilingualText> Fields = new(StringComparer.Ordinal)
    {
        ["acronym"] = new("sigle", "acronym"), ["actor"] = new("acteur", "actor"), ["broader"] = new("terme plus large", "broader term"),
        ["confidence"] = new("certitude", "confidence"), ["declaredMemberCount"] = new("membres déclarés", "declared members"),
        ["evidence"] = new("passage", "passage"), ["from"] = new("début", "start"), ["grouping"] = new("groupement", "grouping"),
        ["groupingCount"] = new("nombre de groupements", "number of groupings"), ["groupings"] = new("groupement", "grouping"), ["isMember"] = new("compte comme membre", "counts as member"),
        ["kind"] = new("type", "kind"), ["label"] = new("libellé", "label"), ["memberGap"] = new("membres non nommés", "members not named"),
        ["members"] = new("membre", "member"), ["memberships"] = new("appartenance", "membership"), ["mutual"] = new("réciproque", "mutual"),
        ["name"] = new("nom", "name"), ["named"] = new("nommé", "named"), ["namedMemberCount"] = new("membres nommés", "named members"),
        ["names"] = new("nom cité", "cited name"), ["note"] = new("remarque", "note"), ["partOf"] = new("partie de", "part of"), ["parts"] = new("comprend", "has as part"),
        ["partnershipCount"] = new("nombre de partenariats", "number of partnerships"), ["partnerships"] = new("partenariat", "partnership"),
        ["purpose"] = new("objet", "purpose"), ["regularity"] = new("régularité", "regularity"), ["role"] = new("rôle", "role"), ["source"] = new("de", "from"),
        ["status"] = new("état", "status"), ["target"] = new("vers", "towards"), ["territory"] = new("territoire", "territory"), ["themes"] = new("thème", "theme"),
        ["to"] = new("fin", "end"), ["type"] = new("type de lien", "type of link"), ["within"] = new("situé dans", "within"),
    };

    private bool French => language == Language.FR;

    private string Or => French ? " ou " : " or ";

    private string And => French ? " et " : " and ";

    private string Colon => French ? "\u00A0: " : ": ";

    /// <summary>The filter in words; null where it is true of all.</summary>
    public string? Of(RecordType type, Filter filter) => filter switch
    {
        Conjunction { Parts: [] } => null,
        Conjunction many => Joined(type, many.Parts, And),
        Disjunction { Parts: [] } => French ? "aucun" : "none",
        Disjunction many => Joined(type, many.Parts, Or),
        Negation { Part: var part } => French ? $"pas ({Of(type, part) ?? "tous"})" : $"not ({Of(type, part) ?? "all"})",
        PerType types => Joined(types),
        Absent absent => (French ? "sans " : "no ") + Named(absent.Column),
        TextIn { Column.Name: "id" } texts => string.Join(Or, texts.Values.Select(id => Quoted(labelOf(type, id)?.In(language) ?? id))),
        TextIn texts => Named(texts.Column) + Colon + string.Join(Or, texts.Values.Select(value => ChoiceLabels.Of(texts.Column, value, language) ?? Quoted(value))),
        TextHas has => $"{Named(has.Column)} {Place(has.Place)} {Quoted(has.Part.Text)}",
        NumberIn numbers => Named(numbers.Column) + Colon + string.Join(Or, numbers.Values.Select(Number)),
        NumberCompares number => $"{Named(number.Column)} {Sign(number.Comparison)} {Number(number.Value)}",
        DateIn dates => Named(dates.Column) + Colon + string.Join(Or, dates.Values.Select(days => DateWords.Of(days, language))),
        DateCompares date => $"{Named(date.Column)} {When(date.Comparison, date.Days)}",
        ChoiceIn choices => Named(choices.Column) + Colon + string.Join(Or, choices.Values.Select(value => Label(choices.Column, choices.Column.Values[value]))),
        FlagIs flag => ChoiceLabels.Of(flag.Column, flag.Value ? "true" : "false", language) ?? Named(flag.Column) + Colon + (flag.Value ? (French ? "oui" : "yes") : French ? "non" : "no"),
        Active active => Active(active.At, language),
        Under under => Quoted(labelOf(Records.Concept, under.Concept)?.In(language) ?? under.Concept) + (French ? " ou plus précis" : " or narrower"),
        Inside inside => (French ? "dans " : "in ") + Quoted(labelOf(Records.Territory, inside.Territory)?.In(language) ?? inside.Territory),
        One one => Led(one.Relation, Of(one.Relation.Target, one.Part)),
        Some some => Led(some.Relation, Of(some.Relation.Target, some.Part)),
        SomeText some => Led(some.Field, Of(type, some.Part)),
        SomeEvidence some => Led(some.Field, Of(Records.Passage, some.Passage)),
        _ => filter.ToString(),
    };

    /// <summary>At which date something holds, and how surely; null where any certainty will do.</summary>
    public static string? Active(ActiveAt at, Language language) => at.AtLeast == Activity.NO ? null
        : $"{(language == Language.FR ? "actif" : "active")} {ChoiceLabels.Of(at.AtLeast).In(language)} {DateWords.At(at.Days, language)}";

    private string? Joined(RecordType type, ImmutableArray<Filter> parts, string word)
    {
        var said = parts.Select(part => (Part: part, Words: Of(type, part))).Where(part => part.Words is not null).ToArray();
        if (said.Length == 0) return null;
        return said.Length == 1 ? said[0].Words : string.Join(word, said.Select(part => part.Part is Conjunction or Disjunction ? $"({part.Words})" : part.Words));
    }

    private string? Joined(PerType types)
    {
        var said = types.Types.Zip(types.Parts, (type, part) => (Type: type, Words: Of(type, part))).Where(part => part.Words is not null).ToArray();
        if (said.Length == 0) return null;
        return said.Length == types.Types.Length && said.All(part => part.Words == said[0].Words)
            ? said[0].Words
            : string.Join(And, said.Select(part => (part.Type == Records.Actor ? (French ? "si acteur" : "if an actor") : part.Type == Records.Grouping ? (French ? "si groupement" : "if a grouping") : part.Type.Name) + Colon + part.Words));
    }

    private string Led(Field field, string? words) => words is null ? (French ? "avec " : "with ") + Named(field) : Named(field) + (words[0] is '«' or '“' ? " " : Colon) + words;

    private string Named(Field field) => field == SomeText.Item ? (French ? "texte" : "text") : Fields.TryGetValue(field.Name, out var name) ? name.In(language)! : field.Name;

    private string Label(Field column, string value) => ChoiceLabels.Of(column, value, language) ?? value;

    private string Quoted(string text) => French ? $"«\u202F{text}\u202F»" : $"“{text}”";

    private string Place(TextPlace place) => place switch
    {
        TextPlace.Contains => French ? "contient" : "contains",
        TextPlace.StartsWith => French ? "commence par" : "starts with",
        _ => French ? "finit par" : "ends with",
    };

    private string When(Comparison comparison, DaySpan days) => comparison switch
    {
        Comparison.Less => (French ? "avant " : "before ") + DateWords.The(days, language),
        Comparison.LessOrEqual => (French ? "au plus tard " : "at the latest ") + DateWords.At(days, language),
        Comparison.Greater => (French ? "après " : "after ") + DateWords.The(days, language),
        _ => (French ? "au plus tôt " : "at the earliest ") + DateWords.At(days, language),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.LessOrEqual => "≤",
        Comparison.Greater => ">",
        _ => "≥",
    };

    private string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return French ? text.Replace('.', ',') : text;
    }
}
