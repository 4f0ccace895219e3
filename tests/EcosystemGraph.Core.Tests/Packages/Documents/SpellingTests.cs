namespace EcosystemGraph.Core.Tests.Packages.Documents;

/// <summary>Numbers and dates as French texts write them, seen through the checks that look them up.</summary>
public sealed class SpellingTests
{
    [TestCase("0", "zéro")]
    [TestCase("1", "une")]
    [TestCase("1", "Un")]
    [TestCase("2", "2")]
    [TestCase("16", "seize")]
    [TestCase("17", "dix-sept")]
    [TestCase("20", "vingt")]
    [TestCase("21", "vingt et un")]
    [TestCase("22", "vingt-deux")]
    [TestCase("70", "soixante-dix")]
    [TestCase("71", "soixante et onze")]
    [TestCase("77", "soixante dix sept")]
    [TestCase("80", "quatre-vingts")]
    [TestCase("81", "quatre-vingt-un")]
    [TestCase("91", "quatre-vingt-onze")]
    [TestCase("97", "quatre-vingt-dix-sept")]
    [TestCase("100", "cent")]
    [TestCase("1000", "mille")]
    [TestCase("10000", "10 000")]
    [TestCase("10000", "10000")]
    [TestCase("2.5", "2,5")]
    public void A_number(string value, string words) => Assert.That(FaultsOfNumber(value, words), Is.Empty);

    [TestCase("3", "deux")]
    [TestCase("6", "seize")]
    [TestCase("20", "vingt-deux")]
    [TestCase("2", "vingt-deux")]
    [TestCase("1", "vingt et un")]
    [TestCase("10", "10 000")]
    [TestCase("100", "10 100")]
    [TestCase("1", "onze")]
    [TestCase("25", "2,5")]
    [TestCase("4", "quatre-vingts")]
    public void Another_number(string value, string words) =>
        Assert.That(FaultsOfNumber(value, words), Has.Count.EqualTo(1));

    [TestCase("2016", "l'année 2016")]
    [TestCase("2016-H1", "le premier semestre 2016")]
    [TestCase("2016-H1", "le 1er semestre de 2016")]
    [TestCase("2016-H2", "le second semestre 2016")]
    [TestCase("2016-H2", "le deuxième semestre de l'année 2016")]
    [TestCase("2016-Q1", "le premier trimestre 2016")]
    [TestCase("2016-Q2", "le 2e trimestre 2016")]
    [TestCase("2016-Q3", "le troisième trimestre 2016")]
    [TestCase("2016-Q4", "le dernier trimestre 2016")]
    [TestCase("2016-08", "août 2016")]
    [TestCase("2016-08", "08/2016")]
    [TestCase("2016-08-01", "le 1er août 2016")]
    [TestCase("2016-08-12", "le 12 aout 2016")]
    [TestCase("2016-08-12", "le 12/08/2016")]
    [TestCase("2016-08-12", "le 2016-08-12")]
    public void A_date(string date, string words) => Assert.That(FaultsOfDate(date, words), Is.Empty);

    [TestCase("2016", "2017")]
    [TestCase("2016", "20160")]
    [TestCase("2016-H2", "le premier semestre 2016")]
    [TestCase("2016-H1", "2016")]
    [TestCase("2016-H2", "le second semestre 2017")]
    [TestCase("2016-Q2", "le second semestre 2016")]
    [TestCase("2016-Q3", "le quatrième trimestre 2016")]
    [TestCase("2016-08", "juillet 2016")]
    [TestCase("2016-08-12", "août 2016")]
    public void Another_date(string date, string words) => Assert.That(FaultsOfDate(date, words), Has.Count.EqualTo(1));

    private static List<string> FaultsOfNumber(string value, string words)
    {
        using var package = new SmallPackage()
            .With("measures.csv", ",2,", $",{value},")
            .With("measures.csv", "deux autres structures", $"\"{words} structures\"")
            .With("measures.csv", "other-member-count", "share")
            .Add("concepts.csv", "share,measure,part,share,,");
        return Faults(package, "deux autres structures", words + " structures");
    }

    private static List<string> FaultsOfDate(string date, string words)
    {
        using var package = new SmallPackage().With("partnerships.csv", "2016-H2", date);
        return Faults(package, "le second semestre 2016", words);
    }

    private static List<string> Faults(SmallPackage package, string old, string words) =>
        [
            .. package
                .Check(SmallPackage.Document.Replace(old, words, StringComparison.Ordinal))
                .Errors.Select(issue => issue.Problem),
        ];
}
