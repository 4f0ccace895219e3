using System.Globalization;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Documents;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

/// <summary>How many faults the validator would catch, had someone put them into the seed data: tried by putting them there.</summary>
public sealed class SeedDataMutationTests
{
    private const int Tries = 150;

    private static Dataset _data = null!;
    private static DocumentText _document = null!;
    private static DocumentOutline _outline = null!;
    private static HashSet<Issue> _before = null!;

    [OneTimeSetUp]
    public static void Read()
    {
        var folder = SharedFiles.InRepository("seed-data");
        if (!Directory.Exists(folder))
            SharedFiles.Missing("the repository has no seed-data yet");
        _document = DocumentText.Read(SharedFiles.Shared(Path.Combine("documents", "pes21-interactions.txt")));
        _data = PackageReader.ReadAsync(folder, CancellationToken.None).GetAwaiter().GetResult().Dataset;
        _outline = new DocumentOutline(_document, _data.Passages);
        _before = Issues(_data);
    }

    [Test]
    public void The_seed_data_agree_with_the_document() =>
        Assert.That(_before.Where(issue => issue.Severity == Severity.Error), Is.Empty);

    // A year or number that no cited passage has: an error where the row is STATED; else, at least, the list of what no row covers
    // shows the one that is gone. A year that the passage has for something else is plausible: only that list can show it.
    [TestCase("fingerprint", 1.0, 1.0)]
    [TestCase("id", 1.0, 1.0)]
    [TestCase("id referred to", 1.0, 1.0)]
    [TestCase("year", 0.9, 1.0)]
    [TestCase("year of the passage", 0.0, 0.5)]
    [TestCase("measure value", 1.0, 1.0)]
    [TestCase("mention", 0.95, 0.95)]
    [TestCase("far end", 0.95, 0.95)]
    [TestCase("passage id", 0.95, 0.95)]
    [TestCase("name form", 0.95, 0.95)]
    public void A_fault_is_caught(string kind, double byErrors, double byAll)
    {
        var make = Mutation.Kinds.Single(each => each.Kind == kind).Make;
        var (errors, noticed, made) = (0, 0, 0);
        var missed = new List<string>();
        for (var seed = 0; seed < Tries; seed++)
        {
            if (make(new Mutation(_data, new Random(seed), Stands)) is not { } mutated)
                continue;
            made++;
            var found = Issues(mutated);
            found.ExceptWith(_before);
            if (found.Any(issue => issue.Severity == Severity.Error))
                errors++;
            if (found.Count > 0)
                noticed++;
            else
                missed.Add(Difference(_data, mutated));
        }
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {made} faults, {100.0 * errors / made:0.0} % caught by an error, {100.0 * noticed / made:0.0} % by an error or a warning"
            )
        );
        foreach (var each in missed.Distinct().Take(10))
            TestContext.Out.WriteLine($"  missed: {each}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made, Is.GreaterThan(Tries / 4), "the seed data have places for this fault");
            Assert.That((double)errors / made, Is.GreaterThanOrEqualTo(byErrors), "caught by an error");
            Assert.That((double)noticed / made, Is.GreaterThanOrEqualTo(byAll), "caught by an error or a warning");
        }
    }

    private static bool Stands(Citation citation, string words) =>
        citation.Passages.Any(id =>
            _data.Passages.FirstOrDefault(row => row.Id == id) is { } row
            && _outline.At(row.Locator) is { } text
            && text.Words.Holds(words)
        );

    private static HashSet<Issue> Issues(Dataset data)
    {
        var issues = new IssueLog(kept: int.MaxValue);
        PackageValidator.Validate(data, issues);
        DocumentCheck.Check(data, [_document], issues);
        return [.. issues.Errors, .. issues.Warnings];
    }

    private static string Difference(Dataset one, Dataset other) =>
        string.Join(
            "; ",
            Rows(one)
                .Zip(Rows(other))
                .Where(pair => pair.First != pair.Second)
                .Select(pair => $"{pair.First} → {pair.Second}")
        );

    private static IEnumerable<string> Rows(Dataset data) =>
        data
            .Actors.Select(row => row.ToString())
            .Concat(data.Groupings.Select(row => $"{row.Id} {row.From} {row.To} {Text(row.Citation)}"))
            .Concat(
                data.Memberships.Select(row =>
                    $"{row.Actor} in {row.Grouping} {row.From} {row.To} {row.Confidence} {Text(row.Citation)}"
                )
            )
            .Concat(
                data.Partnerships.Select(row =>
                    $"{row.Source} {row.Type} {row.Target} {row.From} {row.To} {row.Confidence} {Text(row.Citation)}"
                )
            )
            .Concat(
                data.Measures.Select(row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Subject} {row.Concept} {row.Value} {row.At} {row.Confidence} {Text(row.Citation)}"
                    )
                )
            )
            .Concat(data.Names.Select(row => $"{row.Entity} '{row.Text}' {string.Join('|', row.Passages)}"))
            .Concat(data.Concepts.Select(row => row.ToString()))
            .Concat(data.Territories.Select(row => row.ToString()))
            .Concat(data.Passages.Select(row => row.ToString()))
            .Concat(data.Sources.Select(row => row.ToString()));

    private static string Text(Citation citation) =>
        $"[{string.Join('|', citation.Passages)}] '{string.Join('|', citation.Mentions)}'";
}
