using System.Globalization;

namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>Prints what was found in a data package, for people and for the editors that follow `file:line:column`.</summary>
public static class ValidationReport
{
    /// <summary>Writes the errors kept, then the warnings kept, then one line that counts all.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="folder">The package's folder, in which the columns are looked up.</param>
    /// <param name="issues">What was found.</param>
    public static void Write(TextWriter output, string folder, IssueLog issues)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(issues);
        WriteIssues(output, folder, issues.Errors, issues.ErrorCount, "error");
        WriteIssues(output, folder, issues.Warnings, issues.WarningCount, "warning");
        output.WriteLine(Summary(issues));
    }

    /// <summary>All counts in a line: "2 errors, 1 warning (period 1, unknown-id 2)".</summary>
    public static string Summary(IssueLog issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var counts = $"{Counted(issues.ErrorCount, "error")}, {Counted(issues.WarningCount, "warning")}";
        if (issues.ByRule.Count == 0)
            return counts;
        return $"{counts} ({string.Join(", ", issues.ByRule.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Key} {rule.Value}")))})";
    }

    private static void WriteIssues(
        TextWriter output,
        string folder,
        IReadOnlyList<Issue> kept,
        int count,
        string severity
    )
    {
        var places = PackageReader.Locate(folder, kept);
        for (var i = 0; i < kept.Count; i++)
        {
            var (issue, (line, column)) = (kept[i], places[i]);
            // A row that the reader made of the ids used has no file.
            var file = issue.Place.File.Length > 0 ? issue.Place.File : "(made of the ids used)";
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file}:{line}:{column}: {severity}: {issue.Problem}; {issue.Remedy}"
                )
            );
        }
        if (count > kept.Count)
            output.WriteLine($"and {Counted(count - kept.Count, "more " + severity)}");
    }

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
