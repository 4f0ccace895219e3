using System.Collections.Frozen;
using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Catalog;

/// <summary>
/// What people read for values that no vocabulary of the data labels: those of enums, kinds of territories, true and false.
/// Described here once, for answers, tables, pages, figures and files.
/// </summary>
public static class ChoiceLabels
{
    /// <summary>The kinds of territories, from the widest to the narrowest, and their words.</summary>
    public static ImmutableArray<KeyValuePair<string, BilingualText>> TerritoryKinds { get; } =
    [
        new("country", new("pays", "country")),
        new("region", new("région", "region")),
        new("former-region", new("ancienne région", "former region")),
        new("department", new("département", "department")),
        new("intercommunality", new("intercommunalité", "intercommunality")),
        new("commune", new("commune", "commune")),
        new("place", new("lieu", "place")),
    ];

    private static readonly FrozenDictionary<string, BilingualText> OfTerritoryKinds =
        TerritoryKinds.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Enum, BilingualText> OfChoices = new Dictionary<Enum, BilingualText>
    {
        [Activity.CERTAIN] = new("avec certitude", "surely"),
        [Activity.POSSIBLE] = new("peut-être", "perhaps"),
        [Activity.NO] = new("non", "no"),
        [Status.CURRENT] = new("en cours", "current"),
        [Status.PAST] = new("passé", "past"),
        [Status.PLANNED] = new("prévu", "planned"),
        [Status.UNKNOWN] = new("non précisé", "not stated"),
        [Confidence.STATED] = new("énoncé", "stated"),
        [Confidence.INFERRED] = new("déduit", "inferred"),
        [Confidence.UNCERTAIN] = new("incertain", "uncertain"),
        [Openness.OPEN] = new("liste ouverte", "open list"),
        [Openness.CLOSED] = new("liste complète", "complete list"),
        [Openness.UNKNOWN] = new("non précisé", "not stated"),
        [Regularity.REGULAR] = new("régulier", "regular"),
        [Regularity.OCCASIONAL] = new("occasionnel", "occasional"),
        [Regularity.LIMITED] = new("limité", "limited"),
        [Regularity.UNSTATED] = new("non précisé", "not stated"),
        [Qualifier.EXACT] = new("exactement", "exactly"),
        [Qualifier.AT_LEAST] = new("au moins", "at least"),
        [Qualifier.MORE_THAN] = new("plus de", "more than"),
        [Qualifier.ABOUT] = new("environ", "about"),
        [SearchRank.EXACT] = new("nom entier", "whole name"),
        [SearchRank.PREFIX] = new("début du nom", "beginning of the name"),
        [SearchRank.WORD] = new("mots du nom", "words of the name"),
        [SearchRank.PART] = new("parties de mots", "parts of words"),
        [SearchRank.JOINED] = new("mots joints ou séparés", "words joined or parted"),
        [LinkKind.MEMBERSHIP] = new("appartenance", "membership"),
        [LinkKind.PARTNERSHIP] = new("partenariat", "partnership"),
        [LinkChange.APPEARED] = new("apparu", "came"),
        [LinkChange.ENDED] = new("terminé", "ended"),
        [LinkChange.KEPT] = new("resté", "stayed"),
        [LinkChange.POSSIBLY_CHANGED] = new("peut-être changé", "may have changed"),
        [NodeMeasure.DEGREE] = new("nombre de liens", "number of ties"),
        [NodeMeasure.BETWEENNESS] = new("intermédiarité", "betweenness"),
        [NodeMeasure.CLOSENESS] = new("proximité", "closeness"),
        [NodeMeasure.PAGERANK] = new("PageRank", "PageRank"),
        [NodeMeasure.NAME] = new("nom", "name"),
        [FindingSeverity.ERROR] = new("erreur", "error"),
        [FindingSeverity.WARNING] = new("à vérifier", "to check"),
        [FindingSeverity.INFO] = new("à savoir", "worth knowing"),
    }.ToFrozenDictionary();

    private static readonly Dictionary<(string Field, string Value), BilingualText> OfFlags = new()
    {
        [("named", "true")] = new("nommé", "named"),
        [("named", "false")] = new("catégorie", "category"),
    };

    private static readonly BilingualText Yes = new("oui", "yes");

    private static readonly BilingualText No = new("non", "no");

    /// <summary>The words for a value of an enum; neither language where it has none.</summary>
    public static BilingualText Of(Enum value) => OfChoices.GetValueOrDefault(value);

    /// <summary>The label of a value; null where it has none.</summary>
    /// <param name="field">The field whose value it is.</param>
    /// <param name="value">The value: an enum's name, "true" or "false", a territory's kind.</param>
    /// <param name="language">In which language.</param>
    public static string? Of(Field field, string value, Language language) =>
        (
            field switch
            {
                ChoiceColumn choice => Of(choice.Choices, value),
                ActivityField => Of(typeof(Activity), value),
                ComputedField { Choices: { } choices } => Of(choices, value),
                FlagColumn or ComputedField { Value: ComputedValue.Flag } => OfFlags.GetValueOrDefault(
                    (field.Name, value),
                    value == "true" ? Yes : No
                ),
                TextColumn { IsTerritoryKind: true } => OfTerritoryKinds.GetValueOrDefault(value),
                _ => default,
            }
        ).In(language);

    private static BilingualText Of(Type choices, string value) =>
        Enum.TryParse(choices, value, out var named) ? Of((Enum)named) : default;
}
