namespace EcosystemGraph.Figures.Styles;

/// <summary>A figure cannot be drawn as asked; the message says what is wrong and what would be right.</summary>
public sealed class FigureException : Exception
{
    /// <summary>A style out of range.</summary>
    /// <param name="argument">The argument that is wrong, as the contract spells it.</param>
    /// <param name="message">What is wrong, and what would be right.</param>
    public FigureException(string argument, string message)
        : this(argument, "FIGURE_STYLE_INVALID", message) { }

    /// <summary>Any reason.</summary>
    /// <param name="argument">The argument that would put it right.</param>
    /// <param name="code">A name for programs.</param>
    /// <param name="message">What is wrong, and what would be right.</param>
    public FigureException(string argument, string code, string message)
        : base(message)
    {
        Argument = argument;
        Code = code;
    }

    /// <summary>The argument that is wrong or would put it right, as the contract spells it.</summary>
    public string Argument { get; }

    /// <summary>FIGURE_STYLE_INVALID, or FIGURE_TOO_LARGE.</summary>
    public string Code { get; }
}
