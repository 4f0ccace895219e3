namespace EcosystemGraph.Api.Settings;

/// <summary>How large a question may be. What stands in fragments counts wherever it is spread.</summary>
/// <param name="DocumentLength">The longest document, in characters.</param>
/// <param name="Depth">How deep fields may nest.</param>
/// <param name="Fields">How many fields a document may ask for.</param>
/// <param name="RootFields">How many fields an operation may have at its root.</param>
/// <param name="Aliases">How many fields may have a name of their own.</param>
/// <param name="Directives">How many directives a document may have.</param>
/// <param name="Definitions">How many operations and fragments a document may have.</param>
/// <param name="Variables">How many variables its operations may have together.</param>
/// <param name="Values">How many values its arguments may have, and its variables: every text, number, list and object.</param>
/// <param name="SchemaValues">How many values an answer about the schema may have.</param>
/// <param name="PlanSteps">How many steps the plan may have: each field once for each type that it may be asked of, and each part of each filter.</param>
/// <param name="JsonDepth">How deep the JSON of a request may nest.</param>
/// <param name="Cost">How many values the largest possible answer may have.</param>
internal sealed record LimitSettings(
    int DocumentLength,
    int Depth,
    int Fields,
    int RootFields,
    int Aliases,
    int Directives,
    int Definitions,
    int Variables,
    int Values,
    int SchemaValues,
    int PlanSteps,
    int JsonDepth,
    int Cost
)
{
    /// <summary>The most that <see cref="Cost"/> can be set to.</summary>
    public const int MostCost = 100_000_000;

    /// <summary>What holds where nothing is set.</summary>
    public static LimitSettings Unset { get; } = Read(new SettingsReader(new ConfigurationBuilder().Build()));

    public static LimitSettings Read(SettingsReader reader) =>
        new(
            reader.Whole("Limits:DocumentLength", 65_536, 1000, 1_000_000, "characters"),
            reader.Whole("Limits:Depth", 24, 1, 100, "levels"),
            reader.Whole("Limits:Fields", 2000, 10, 20_000, "fields"),
            reader.Whole("Limits:RootFields", 50, 1, 1000, "fields"),
            reader.Whole("Limits:Aliases", 200, 0, 20_000, "fields"),
            reader.Whole("Limits:Directives", 200, 0, 20_000, "directives"),
            reader.Whole("Limits:Definitions", 200, 1, 10_000, "operations and fragments"),
            reader.Whole("Limits:Variables", 200, 0, 10_000, "variables"),
            reader.Whole("Limits:Values", 1000, 10, 100_000, "values"),
            reader.Whole("Limits:SchemaValues", 60_000, 0, 10_000_000, "values"),
            reader.Whole("Limits:PlanSteps", 20_000, 100, 1_000_000, "steps"),
            reader.Whole("Limits:JsonDepth", 64, 4, 64, "levels"),
            reader.Whole("Limits:Cost", 500_000, 1000, MostCost, "values")
        );
}
