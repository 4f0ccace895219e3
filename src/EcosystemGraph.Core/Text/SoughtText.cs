namespace EcosystemGraph.Core.Text;

/// <summary>
/// A text that is looked for in others: folded; or as it reads, where it has no letter or digit and folding would leave
/// nothing of it. A text of white space and of what nobody sees is as an empty one.
/// </summary>
public sealed record SoughtText
{
    private SoughtText(string text, bool exact) => (Text, IsExact) = (text, exact);

    /// <summary>What is looked for, folded or as it reads.</summary>
    public string Text { get; }

    /// <summary>Whether it is looked for as it reads: see <see cref="ExactText"/>.</summary>
    public bool IsExact { get; }

    /// <summary>A text that someone asks for.</summary>
    public static SoughtText Of(string asked)
    {
        var folded = FoldedText.Of(asked);
        if (folded.Length > 0)
            return new SoughtText(folded, false);
        var exact = ExactText.Of(asked);
        return new SoughtText(exact, exact.Length > 0);
    }

    /// <summary>Another text in the form in which this one is looked for in it.</summary>
    public string FormOf(string other) => IsExact ? ExactText.Of(other) : FoldedText.Of(other);
}
