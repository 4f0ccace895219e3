using EcosystemGraph.Core.Packages.Documents;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

public sealed class DocumentWriterTests
{
    [Test]
    public void Fills_fingerprints_and_passages_of_names_and_changes_nothing_else()
    {
        using var package = new SmallPackage().Add(
            "names.csv",
            "bois-vif,\"Bois Vif\",INFERRED,\"p-0-0\"",
            "reseau-fil,Fil,STATED,"
        );
        package.Read();
        var before = Texts(package);
        var changed = Write(package);
        using (Assert.EnterMultipleScope())
        {
            // A source, four passages, and the two new names: that of the first form was right.
            Assert.That(changed, Is.EqualTo(7));
            Assert.That(
                Text(package, "names.csv"),
                Is.EqualTo(
                    before["names.csv"]
                        .Replace("INFERRED,\"p-0-0\"", "INFERRED,p-1-1|p-2-2", StringComparison.Ordinal)
                        .Replace("Fil,STATED,", "Fil,STATED,p-1-1", StringComparison.Ordinal)
                )
            );
            Assert.That(
                Text(package, "passages.csv"),
                Does.Contain(
                    "p-1-2,s,1,2,2.1,"
                        + Fingerprint.Of(
                            "Nous coopérons régulièrement avec la Banque du Lac depuis le second semestre 2016."
                        )
                        + "\n"
                )
            );
            Assert.That(
                Text(package, "sources.csv"),
                Is.EqualTo(
                    before["sources.csv"]
                        .Replace(
                            "atelier,",
                            "atelier," + DocumentText.Read(package.DocumentFile).Sha256,
                            StringComparison.Ordinal
                        )
                )
            );
            foreach (
                var (file, text) in before.Where(each =>
                    each.Key is not ("names.csv" or "passages.csv" or "sources.csv")
                )
            )
            {
                Assert.That(Text(package, file), Is.EqualTo(text), file);
            }
        }
    }

    [Test]
    public void Writing_twice_changes_nothing_more()
    {
        using var package = new SmallPackage();
        package.Read();
        Write(package);
        var before = Texts(package);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(package), Is.Zero);
            Assert.That(Texts(package), Is.EqualTo(before));
        }
    }

    [Test]
    public void A_fingerprint_that_is_there_stays()
    {
        var sha = new string('1', 64);
        using var package = new SmallPackage()
            .With("passages.csv", "p-1-1,s,1,1,,", "p-1-1,s,1,1,," + sha)
            .With("sources.csv", "atelier,", "atelier," + sha);
        package.Read();
        Write(package);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(package, "passages.csv"), Does.Contain("p-1-1,s,1,1,," + sha + "\n"));
            Assert.That(Text(package, "sources.csv"), Does.Contain(sha));
        }
    }

    [Test]
    public void A_column_that_was_left_out_is_added()
    {
        using var package = new SmallPackage()
            .With("passages.csv", "also,sha256", "also")
            .With("passages.csv", "0,0,,", "0,0,")
            .With("passages.csv", "1,1,,", "1,1,")
            .With("passages.csv", "2.1,", "2.1")
            .With("passages.csv", "2,2,,", "2,2,");
        package.Read();
        Write(package);
        Assert.That(
            Text(package, "passages.csv").Split('\n'),
            Has.Exactly(4)
                .Matches<string>(line => line.Split(',')[^1].Length == 64)
                .And.Exactly(1)
                .EqualTo("id,source,question,paragraph,also,sha256")
        );
        Assert.That(package.CheckAsIs().Errors, Is.Empty);
    }

    [Test]
    public void A_byte_order_mark_CRLF_and_line_breaks_in_cells_stay()
    {
        using var package = new SmallPackage();
        package.Read();
        var path = Path.Combine(package.Folder, "names.csv");
        const string text =
            "\uFEFFentity,name,passages,confidence\r\natelier,\"Atelier\ndu Lac\",,STATED\r\n\"bois-vif\",Bois Vif,,\"STATED\"\r\n";
        File.WriteAllText(path, text);
        Write(package);
        Assert.That(
            File.ReadAllBytes(path),
            Is.EqualTo(
                System.Text.Encoding.UTF8.GetBytes(
                    text.Replace("du Lac\",,", "du Lac\",p-0-0,", StringComparison.Ordinal)
                        .Replace("Bois Vif,,", "Bois Vif,p-1-1|p-2-2,", StringComparison.Ordinal)
                )
            )
        );
    }

    private static int Write(SmallPackage package) =>
        DocumentWriter.Write(package.Folder, package.Reread().Dataset, [DocumentText.Read(package.DocumentFile)]);

    private static string Text(SmallPackage package, string file) =>
        File.ReadAllText(Path.Combine(package.Folder, file));

    private static Dictionary<string, string> Texts(SmallPackage package) =>
        Directory.GetFiles(package.Folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
}
