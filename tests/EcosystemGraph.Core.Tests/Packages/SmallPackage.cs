using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Documents;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages;

/// <summary>
/// A data package in a folder of its own, without a fault until a test puts one in: the "Atelier" (respondent) is a member of
/// the network "Réseau Fil", works with "Banque du Lac", and funds nobody.
/// </summary>
public sealed class SmallPackage : IDisposable
{
    /// <summary>What its source says, one paragraph a line.</summary>
    public const string Document = """
        Atelier du Lac
        Avec qui travaillez-vous ?
        Depuis 2015, nous sommes membre du Réseau Fil (RF), avec Bois Vif et deux autres structures.
        Nous coopérons régulièrement avec la Banque du Lac depuis le second semestre 2016.
        Depuis 2015, nous sommes membre du Réseau Fil (RF), avec Bois Vif et deux autres structures.
        Qui vous finance ?
        Nous coopérons régulièrement avec la Banque du Lac depuis le second semestre 2016.
        Personne, ni Bois Vif ni un autre.
        """;

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["actors.csv"] = """
            id,name,acronym,kind,named,territory
            atelier,Atelier du Lac,,association,true,lac
            banque-du-lac,Banque du Lac,,bank,true,
            bois-vif,Bois Vif,,association,true,
            """,
        ["groupings.csv"] = """
            id,name,acronym,kind,purpose_fr,themes,territory,from,to,status,part_of,passages,mention,confidence
            reseau-fil,Réseau Fil,RF,network,,wood,lac,2010,2030,CURRENT,,p-1-1,Réseau Fil,INFERRED
            """,
        ["memberships.csv"] = """
            id,actor,grouping,role,from,to,status,confidence,passages,mention
            m1,atelier,reseau-fil,member,2015,,CURRENT,STATED,p-1-1,Réseau Fil (RF)
            m2,bois-vif,reseau-fil,member,,,CURRENT,STATED,p-1-1,Bois Vif
            """,
        ["partnerships.csv"] = """
            id,source,target,type,grouping,themes,from,to,status,confidence,passages,mention
            t1,atelier,banque-du-lac,works-with,,wood,2016-H2,,CURRENT,STATED,p-1-2,Banque du Lac
            """,
        ["denials.csv"] = """
            id,source,target,type,passages,mention
            d1,bois-vif,atelier,funds,p-2-2,Bois Vif
            """,
        ["measures.csv"] = """
            id,subject,concept,value,qualifier,unit,at,confidence,passages,mention
            c1,reseau-fil,other-member-count,2,AT_LEAST,,,STATED,p-1-1,deux autres structures
            """,
        ["names.csv"] = """
            entity,name,confidence,passages
            atelier,Atelier,STATED,p-0-0
            """,
        ["concepts.csv"] = """
            id,scheme,label_fr,label_en,broader,mutual
            organisation,actor-kind,organisation,organisation,,
            association,actor-kind,association,association,organisation,
            bank,actor-kind,banque,bank,organisation,
            network,grouping-kind,réseau,network,,
            works-with,link-type,travaille avec,works with,,true
            funds,link-type,finance,funds,,false
            wood,theme,bois,wood,,
            expert,role,expert,expert,non-member,
            """,
        ["territories.csv"] = """
            id,name,kind,within
            pays,Pays,country,
            lac,Lac,commune,pays
            """,
        ["sources.csv"] = """
            id,title,date,language,respondent,sha256
            s,Réponses,2021,FR,atelier,
            """,
        ["passages.csv"] = """
            id,source,question,paragraph,also,sha256
            p-0-0,s,0,0,,
            p-1-1,s,1,1,,
            p-1-2,s,1,2,2.1,
            p-2-2,s,2,2,,
            """,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("package-").FullName;

    public string Folder => _folder;

    /// <summary>The document's file, outside the package.</summary>
    public string DocumentFile => Path.Combine(_folder, "document.txt");

    /// <summary>Replaces a text that the file holds.</summary>
    public SmallPackage With(string file, string old, string replacement)
    {
        Assert.That(_files[file], Does.Contain(old), $"{file} as the test expects it");
        _files[file] = _files[file].Replace(old, replacement, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Removes a text wherever the file has it.</summary>
    public void Drop(string file, string text) =>
        _files[file] = _files[file].Replace(text, "", StringComparison.Ordinal);

    /// <summary>Adds rows at a file's end.</summary>
    public SmallPackage Add(string file, params string[] rows)
    {
        _files[file] = string.Join('\n', [_files[file], .. rows]);
        return this;
    }

    /// <summary>Leaves a file out.</summary>
    public SmallPackage Without(string file)
    {
        _files.Remove(file);
        return this;
    }

    /// <summary>Writes the files and reads them.</summary>
    public PackageReading Read(string document = Document)
    {
        foreach (var (name, text) in _files)
            File.WriteAllText(Path.Combine(_folder, name), text + "\n");
        File.WriteAllText(DocumentFile, document);
        return Reread();
    }

    public PackageReading Reread() => PackageReader.ReadAsync(_folder, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Everything that the rules find.</summary>
    public IssueLog Validate()
    {
        var (data, issues) = Read();
        PackageValidator.Validate(data, issues);
        return issues;
    }

    /// <summary>Everything that the document checks find, fingerprints filled first.</summary>
    public IssueLog Check(string document = Document)
    {
        var texts = new[] { DocumentText.Read(Written(document)) };
        DocumentWriter.Write(_folder, Reread().Dataset, texts);
        return CheckAsIs();
    }

    /// <summary>Everything that the document checks find in the files as they are.</summary>
    public IssueLog CheckAsIs()
    {
        var (data, issues) = Reread();
        DocumentCheck.Check(data, [DocumentText.Read(DocumentFile)], issues);
        return issues;
    }

    /// <summary>The place of an issue's cell, "actors.csv:3:5".</summary>
    public string PlaceOf(Issue issue)
    {
        var (line, column) = PackageReader.Locate(_folder, issue);
        return $"{issue.Place.File}:{line}:{column}";
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string document)
    {
        Read(document);
        return DocumentFile;
    }
}
