namespace EcosystemGraph.Core.Catalog;

/// <summary>Something by which the records of a list can be counted.</summary>
/// <param name="Choice">Its name in the contract, a value of an enum that the record's type has for its lists.</param>
/// <param name="Field">The name of the field whose values are counted: an enum's, true and false, a record or several.</param>
public sealed record Facet(Enum Choice, string Field);
