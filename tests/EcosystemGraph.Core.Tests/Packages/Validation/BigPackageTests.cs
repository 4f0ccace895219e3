using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages.Validation;

public sealed class BigPackageTests
{
    // Generous against a busy machine; a rule that compares all rows with all would take hours.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Test]
    public void Four_hundred_thousand_memberships_are_checked_in_seconds()
    {
        var data = Data("actor-", "grouping-");
        var issues = new IssueLog();
        var watch = Stopwatch.StartNew();
        PackageValidator.Validate(data, issues);
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.ElapsedMilliseconds} ms; {ValidationReport.Summary(issues)}"
            )
        );
        Assert.That(watch.Elapsed, Is.LessThan(Limit));
    }

    [Test]
    public void So_are_as_many_with_every_id_unknown()
    {
        var data = Data("actr-", "gruping-");
        var issues = new IssueLog();
        var watch = Stopwatch.StartNew();
        PackageValidator.Validate(data, issues);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(issues.ByRule["unknown-id"], Is.EqualTo(800_000));
            Assert.That(watch.Elapsed, Is.LessThan(Limit));
        }
    }

    [Test]
    public void A_chain_of_a_hundred_thousand_is_no_loop_and_overflows_no_stack()
    {
        var concepts = Enumerable
            .Range(0, 100_000)
            .Select(i => new Territory(
                Id("t", i),
                Id("t", i),
                "place",
                i == 0 ? null : Id("t", i - 1),
                null,
                new RowPlace("territories.csv", i + 2)
            ));
        var issues = new IssueLog();
        PackageValidator.Validate(Empty with { Territories = [.. concepts.Reverse()] }, issues);
        Assert.That(issues.ErrorCount, Is.Zero);
    }

    private static readonly Dataset Empty = new()
    {
        Title = "",
        Version = "",
        Sha256 = "",
    };

    private static string Id(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");

    private static Dataset Data(string actor, string grouping)
    {
        var random = new Random(1);
        return Empty with
        {
            Actors =
            [
                .. Enumerable
                    .Range(0, 100_000)
                    .Select(i => new Actor(
                        Id("actor-", i),
                        Id("Actor ", i),
                        null,
                        "unspecified",
                        true,
                        null,
                        new RowPlace("actors.csv", i + 2)
                    )),
            ],
            Groupings =
            [
                .. Enumerable
                    .Range(0, 5_000)
                    .Select(i => new Grouping(
                        Id("grouping-", i),
                        Id("Grouping ", i),
                        null,
                        "unspecified",
                        default,
                        [],
                        null,
                        null,
                        null,
                        Status.UNKNOWN,
                        Confidence.STATED,
                        Openness.UNKNOWN,
                        [],
                        Citation.None,
                        new RowPlace("groupings.csv", i + 2)
                    )),
            ],
            Concepts =
            [
                new Concept("unspecified", "actor-kind", default, [], default, false, default),
                new Concept("member", "role", default, [], default, false, default),
            ],
            Memberships =
            [
                .. Enumerable
                    .Range(0, 400_000)
                    .Select(i => new Membership(
                        Id("m", i),
                        Id(actor, random.Next(100_000)),
                        Id(grouping, random.Next(5_000)),
                        "member",
                        null,
                        Regularity.UNSTATED,
                        null,
                        null,
                        Status.UNKNOWN,
                        Confidence.STATED,
                        Openness.UNKNOWN,
                        Citation.None,
                        default,
                        new RowPlace("memberships.csv", i + 2)
                    )),
            ],
        };
    }
}
