using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Core.Catalog;

/// <summary>
/// What people read for values that no vocabulary of the data labels: those of enums, kinds of territories, true and false.
/// The section "choices" of the files of languages, by the name of the type, for answers, tables, pages, figures and files.
/// </summary>
public static class ChoiceLabels
{
    private const string Flag = "flag";

    private const string TerritoryKind = "territoryKind";

    private static readonly Section<ImmutableDictionary<string, ImmutableDictionary<string, string>>> All = new(
        "choices"
    );

    /// <summary>The kinds of territories, from the widest to the narrowest.</summary>
    public static ImmutableArray<string> TerritoryKinds { get; } =
    ["country", "region", "former-region", "department", "intercommunality", "commune", "place"];

    /// <summary>The words for a value of an enum; null where it has none.</summary>
    public static string? Of(Enum value, Language language) => Of(value.GetType().Name, value.ToString(), language);

    /// <summary>The words for true or false.</summary>
    public static string Of(bool value, Language language) => Of(Flag, NameOf(value), language)!;

    /// <summary>What a field calls what is so or not so in words of its own, "named"; null where it says yes and no.</summary>
    public static string? OwnOf(FlagColumn field, bool value, Language language) =>
        Of(field.Name, NameOf(value), language);

    /// <summary>The label of a value; null where it has none.</summary>
    /// <param name="field">The field whose value it is.</param>
    /// <param name="value">The value: an enum's name, "true" or "false", a territory's kind.</param>
    /// <param name="language">In which language.</param>
    public static string? Of(Field field, string value, Language language) =>
        field switch
        {
            ChoiceColumn choice => Of(choice.Choices.Name, value, language),
            ActivityField => Of(nameof(Model.Activity), value, language),
            ComputedField { Choices: { } choices } => Of(choices.Name, value, language),
            FlagColumn or ComputedField { Value: ComputedValue.Flag } => Of(field.Name, value, language)
                ?? Of(Flag, value, language),
            TextColumn { IsTerritoryKind: true } => Of(TerritoryKind, value, language),
            _ => null,
        };

    private static string NameOf(bool value) => value ? "true" : "false";

    private static string? Of(string type, string value, Language language) =>
        All[language].GetValueOrDefault(type)?.GetValueOrDefault(value);
}
