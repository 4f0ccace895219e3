using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>What people read for values that no vocabulary of the data labels: those of enums, true and false.</summary>
public static class ChoiceLabels
{
    private static readonly Dictionary<(Type Choices, string Value), BilingualText> OfChoices = new()
    {
        [(typeof(Status), nameof(Status.CURRENT))] = new("en cours", "current"),
        [(typeof(Status), nameof(Status.PAST))] = new("passé", "past"),
        [(typeof(Status), nameof(Status.PLANNED))] = new("prévu", "planned"),
        [(typeof(Status), nameof(Status.UNKNOWN))] = new("non précisé", "not stated"),
        [(typeof(Confidence), nameof(Confidence.STATED))] = new("énoncé", "stated"),
        [(typeof(Confidence), nameof(Confidence.INFERRED))] = new("déduit", "inferred"),
        [(typeof(Confidence), nameof(Confidence.UNCERTAIN))] = new("incertain", "uncertain"),
        [(typeof(Openness), nameof(Openness.OPEN))] = new("liste ouverte", "open list"),
        [(typeof(Openness), nameof(Openness.CLOSED))] = new("liste complète", "complete list"),
        [(typeof(Openness), nameof(Openness.UNKNOWN))] = new("non précisé", "not stated"),
        [(typeof(Regularity), nameof(Regularity.REGULAR))] = new("régulier", "regular"),
        [(typeof(Regularity), nameof(Regularity.OCCASIONAL))] = new("occasionnel", "occasional"),
        [(typeof(Regularity), nameof(Regularity.LIMITED))] = new("limité", "limited"),
        [(typeof(Regularity), nameof(Regularity.UNSTATED))] = new("non précisé", "not stated"),
    };

    private static readonly Dictionary<(string Field, string Value), BilingualText> OfFlags = new()
    {
        [("named", "true")] = new("nommé", "named"),
        [("named", "false")] = new("catégorie", "category"),
    };

    /// <summary>The label of a value; null where it has none.</summary>
    /// <param name="field">The field whose value it is.</param>
    /// <param name="value">The value: an enum's name, "true" or "false".</param>
    /// <param name="language">In which language.</param>
    public static string? Of(Field field, string value, Language language) => (field switch
    {
        ChoiceColumn choice => OfChoices.GetValueOrDefault((choice.Choices, value)),
        FlagColumn flag => OfFlags.GetValueOrDefault((flag.Name, value)),
        _ => default,
    }).In(language);
}
