namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>How large a question may be: the configuration section "Limits". What stands in fragments counts wherever it is spread.</summary>
internal sealed class QuestionLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>The longest document, in characters: 1,000 to 1,000,000. Default: 65,536.</summary>
    public int DocumentLength { get; set; } = 65_536;

    /// <summary>How deep fields may nest: 1 to 100. Default: 24.</summary>
    public int Depth { get; set; } = 24;

    /// <summary>How many fields a document may ask for: 10 to 20,000. Default: 2,000.</summary>
    public int Fields { get; set; } = 2000;

    /// <summary>How many fields an operation may have at its root: 1 to 1,000. Default: 50.</summary>
    public int RootFields { get; set; } = 50;

    /// <summary>How many fields may have a name of their own: 0 to 20,000. Default: 200.</summary>
    public int Aliases { get; set; } = 200;

    /// <summary>How many directives a document may have: 0 to 20,000. Default: 200.</summary>
    public int Directives { get; set; } = 200;

    /// <summary>How many values the largest possible answer may have: 1,000 to 100,000,000. Default: 500,000.</summary>
    public int Cost { get; set; } = 500_000;

    /// <summary>The largest answer, in bytes: 10,000 to 500,000,000. Default: 33,554,432.</summary>
    public int AnswerBytes { get; set; } = 32 << 20;

    /// <summary>How long an answer may take, in seconds: 1 to 600. Default: 30.</summary>
    public int Seconds { get; set; } = 30;

    /// <summary>What is wrong with the settings, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, value, least, most) in new[]
        {
            (nameof(DocumentLength), DocumentLength, 1000, 1_000_000),
            (nameof(Depth), Depth, 1, 100),
            (nameof(Fields), Fields, 10, 20_000),
            (nameof(RootFields), RootFields, 1, 1000),
            (nameof(Aliases), Aliases, 0, 20_000),
            (nameof(Directives), Directives, 0, 20_000),
            (nameof(Cost), Cost, 1000, 100_000_000),
            (nameof(AnswerBytes), AnswerBytes, 10_000, 500_000_000),
            (nameof(Seconds), Seconds, 1, 600),
        })
        {
            if (value < least || value > most)
            {
                yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Section}:{name} is {value}; set it to {least} to {most}");
            }
        }
    }
}
