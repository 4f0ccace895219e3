using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Findings;

/// <summary>What the data say about themselves: something that is missing, doubtful or contradictory in them.</summary>
/// <param name="Rule">The rule that found it, in a word or two.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">The id of the body, link or passage that it is about.</param>
/// <param name="Message">What is found, for analysts.</param>
public sealed record Finding(string Rule, FindingSeverity Severity, string Subject, MultilingualText Message);
