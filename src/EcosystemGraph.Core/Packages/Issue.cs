using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages;

/// <summary>Whether an issue stops a load.</summary>
public enum Severity
{
    /// <summary>The package cannot be loaded so.</summary>
    Error,

    /// <summary>It can be loaded, but someone should look.</summary>
    Warning,
}

/// <summary>Something wrong in a data package, and what would be right.</summary>
/// <param name="Severity">Whether it stops a load.</param>
/// <param name="Rule">The rule that found it, in a word: "unknown-id".</param>
/// <param name="Place">The row.</param>
/// <param name="Column">The column's name; null where the whole row or file is meant.</param>
/// <param name="Problem">What is wrong, naming the value.</param>
/// <param name="Remedy">What would be right.</param>
/// <param name="Subject">The id of the body, link, passage or term that it is about; null where it is about none.</param>
public sealed record Issue(
    Severity Severity,
    string Rule,
    RowPlace Place,
    string? Column,
    string Problem,
    string Remedy,
    string? Subject = null
);

/// <summary>Issues as they are found: all are counted, the first of each severity are kept.</summary>
/// <param name="kept">How many of each severity are kept.</param>
public sealed class IssueLog(int kept = IssueLog.DefaultKept)
{
    /// <summary>How many issues of each severity are kept unless asked otherwise.</summary>
    public const int DefaultKept = 100;

    private readonly List<Issue> _errors = [];
    private readonly List<Issue> _warnings = [];
    private readonly SortedDictionary<string, int> _byRule = new(StringComparer.Ordinal);

    /// <summary>The first errors found.</summary>
    public IReadOnlyList<Issue> Errors => _errors;

    /// <summary>The first warnings found.</summary>
    public IReadOnlyList<Issue> Warnings => _warnings;

    /// <summary>How many errors were found, kept or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>How many warnings were found, kept or not.</summary>
    public int WarningCount { get; private set; }

    /// <summary>How many issues each rule found.</summary>
    public IReadOnlyDictionary<string, int> ByRule => _byRule;

    /// <summary>Takes note of an issue.</summary>
    public void Add(Issue issue)
    {
        _byRule[issue.Rule] = _byRule.GetValueOrDefault(issue.Rule) + 1;
        var list = issue.Severity == Severity.Error ? _errors : _warnings;
        if (issue.Severity == Severity.Error)
            ErrorCount++;
        else
            WarningCount++;
        if (list.Count < kept)
            list.Add(issue);
    }

    /// <summary>Whether the next error is kept. Where it is only counted, an expensive message need not be made.</summary>
    public bool KeepsErrors => _errors.Count < kept;

    /// <summary>Takes note of an error.</summary>
    public void Error(
        string rule,
        RowPlace place,
        string? column,
        string problem,
        string remedy,
        string? subject = null
    ) => Add(new Issue(Severity.Error, rule, place, column, problem, remedy, subject));

    /// <summary>Takes note of a warning.</summary>
    public void Warning(
        string rule,
        RowPlace place,
        string? column,
        string problem,
        string remedy,
        string? subject = null
    ) => Add(new Issue(Severity.Warning, rule, place, column, problem, remedy, subject));
}

/// <summary>A package that cannot be read at all: the folder, or a file that must be there, is missing or out of reach.</summary>
public sealed class PackageUnreadableException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public PackageUnreadableException() { }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    public PackageUnreadableException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    /// <param name="innerException">The cause.</param>
    public PackageUnreadableException(string message, Exception innerException)
        : base(message, innerException) { }
}
