using System.Globalization;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages.Validation;

public sealed class ValidationReportTests
{
    [Test]
    public void Errors_come_first_then_warnings_then_all_counts()
    {
        using var package = new SmallPackage()
            .Add("actors.csv", "seul,Seul,,association,true,")
            .With("memberships.csv", "m2,bois-vif,", "m2,bois-wif,");
        Assert.That(
            Report(package.Folder, package.Validate()),
            Is.EqualTo(
                new[]
                {
                    "memberships.csv:3:4: error: actor 'bois-wif' is not there; an id of actors.csv, such as 'bois-vif'",
                    "actors.csv:5:1: warning: 'seul' has no link; a membership or partnership that names it, or no row",
                    "1 error, 1 warning (unknown-id 1, unlinked-body 1)",
                }
            )
        );
    }

    [Test]
    public void Nothing_found_is_one_line()
    {
        using var package = new SmallPackage();
        Assert.That(Report(package.Folder, package.Validate()), Is.EqualTo(new[] { "0 errors, 0 warnings" }));
    }

    [Test]
    public void The_first_hundred_of_each_are_printed_and_all_are_counted()
    {
        using var package = new SmallPackage().Add(
            "partnerships.csv",
            [
                .. Enumerable
                    .Range(0, 300)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"x{i},nobody-{i},atelier,funds,,,2022,2021,PAST,STATED,p-1-1,RF"
                        )
                    ),
            ]
        );
        var lines = Report(package.Folder, package.Validate());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Count(line => line.Contains(": error: ", StringComparison.Ordinal)), Is.EqualTo(100));
            Assert.That(lines[100], Is.EqualTo("and 200 more errors"));
            Assert.That(lines[^1], Is.EqualTo("300 errors, 600 warnings (period 300, status 300, unknown-id 300)"));
        }
    }

    [Test]
    public void A_cell_after_a_line_break_in_quotes_is_placed_on_its_own_line()
    {
        using var package = new SmallPackage().With(
            "memberships.csv",
            "m2,bois-vif,reseau-fil",
            "m2,\"bois-vif\n\",\"reseau\n-fil\""
        );
        var issues = package.Validate();
        Assert.That(Report(package.Folder, issues)[0], Does.StartWith("memberships.csv:4:3: error: "));
    }

    [Test]
    public void A_row_of_a_document_or_of_no_file_has_a_place_too()
    {
        var issues = new IssueLog();
        issues.Warning("a", new RowPlace("answers.txt", 12), null, "one", "two");
        issues.Error("b", new RowPlace("", 0), "id", "three", "four");
        Assert.That(
            Report(Path.GetTempPath(), issues),
            Is.EqualTo(
                new[]
                {
                    "(made of the ids used):1:1: error: three; four",
                    "answers.txt:12:1: warning: one; two",
                    "1 error, 1 warning (a 1, b 1)",
                }
            )
        );
    }

    private static string[] Report(string folder, IssueLog issues)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ValidationReport.Write(output, folder, issues);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
