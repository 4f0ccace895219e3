using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Documents;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

/// <summary>Which source a document is that of.</summary>
public sealed class SourcesOfDocumentsTests
{
    private static readonly DocumentText One = Document("one.txt", "Titre un\nVert ?\noui");
    private static readonly DocumentText Two = Document("two.txt", "Titre deux\nNon ?\nnon");
    private static readonly DocumentText Three = Document("three.txt", "Titre trois");

    [Test]
    public void The_fingerprint_decides_in_whatever_order() =>
        Assert.That(Errors(One.Sha256, Two.Sha256, Two, One), Is.Empty);

    [Test]
    public void What_no_fingerprint_fits_is_the_only_source_without_one() =>
        Assert.That(Errors(One.Sha256, "", Two), Is.EqualTo(new[] { "source 'b' has no sha256" }));

    [Test]
    public void A_document_beside_sources_with_other_fingerprints_is_that_of_none() =>
        Assert.That(
            Errors(One.Sha256, Two.Sha256, Three),
            Is.EqualTo(new[] { $"the document 'three.txt' (sha256 {Three.Sha256}) is that of no source" })
        );

    [Test]
    public void Two_sources_without_a_fingerprint_are_not_told_apart() =>
        Assert.That(Errors("", "", One), Has.Length.EqualTo(1).And.All.Contains("is that of no source"));

    [Test]
    public void Two_documents_for_one_open_source_are_that_of_none() =>
        Assert.That(Errors(One.Sha256, "", Two, Three), Has.Length.EqualTo(2).And.All.Contains("is that of no source"));

    [Test]
    public void A_passage_whose_document_is_not_at_hand_is_not_judged() =>
        Assert.That(Errors(One.Sha256, Two.Sha256, One), Is.Empty);

    private static string[] Errors(string first, string second, params DocumentText[] documents)
    {
        using var package = new SmallPackage()
            .With(
                "sources.csv",
                "s,Réponses,2021,FR,atelier,",
                $"s,Réponses,2021,FR,atelier,{Three.Sha256.Replace('0', '1')}\na,Un,,FR,,{first}\nb,Deux,,FR,,{second}"
            )
            .Add("passages.csv", $"p,a,1,1,,{One.Lines[2].Fingerprint}", $"q,b,1,1,,{Two.Lines[2].Fingerprint}");
        var data = package.Read().Dataset;
        var issues = new IssueLog();
        DocumentCheck.Check(data, documents, issues);
        return [.. issues.Errors.Select(issue => issue.Problem)];
    }

    private static DocumentText Document(string name, string text) =>
        DocumentText.Parse(name, System.Text.Encoding.UTF8.GetBytes(text));
}
