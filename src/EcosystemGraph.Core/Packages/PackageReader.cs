using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Files;

namespace EcosystemGraph.Core.Packages;

/// <summary>A package as read: its rows, and what is wrong with its cells.</summary>
/// <param name="Dataset">The rows that could be read. Complete only where <paramref name="Issues"/> holds no error.</param>
/// <param name="Issues">What was found.</param>
public sealed record PackageReading(Dataset Dataset, IssueLog Issues);

/// <summary>Reads a data package: a folder with datapackage.json (optional) and CSV files.</summary>
public sealed class PackageReader
{
    private const string Descriptor = "datapackage.json";
    private const string DescriptorRemedy = "a Frictionless data package descriptor, or no such file";

    private static readonly ImmutableArray<PackageFile> Files =
    [
        new ActorsFile(),
        new GroupingsFile(),
        new MembershipsFile(),
        new PartnershipsFile(),
        new DenialsFile(),
        new MeasuresFile(),
        new NamesFile(),
        new ConceptsFile(),
        new TerritoriesFile(),
        new SourcesFile(),
        new PassagesFile(),
    ];

    private readonly string _folder;
    private readonly CancellationToken _cancellation;
    private readonly IssueLog _issues = new();
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PackageReader(string folder, CancellationToken cancellation)
    {
        _folder = folder;
        _cancellation = cancellation;
    }

    /// <summary>The names of the files a package may have, in the order in which they are read.</summary>
    public static IEnumerable<string> FileNames => Columns.Select(file => file.Name);

    /// <summary>The columns that each file may have, in the order in which they are written.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Columns)> Columns =>
        Files.Select(file => (file.Name, file.Columns));

    /// <summary>Reads the package in a folder and fills every default.</summary>
    /// <param name="folder">The package's folder.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="PackageUnreadableException">The folder or a file that must be there is missing or out of reach.</exception>
    public static Task<PackageReading> ReadAsync(string folder, CancellationToken cancellation) =>
        Task.Run(() => new PackageReader(folder, cancellation).Read(), cancellation);

    /// <summary>Finds where the cell that an issue speaks of stands, in characters from 1.</summary>
    /// <returns>The row's line and column 1 where the issue is about a row or a file as a whole.</returns>
    public static (int Line, int Column) Locate(string folder, Issue issue) => Locate(folder, [issue])[0];

    /// <summary>Finds where the cells that issues speak of stand, reading each file once.</summary>
    /// <returns>As many places as there are issues, in their order.</returns>
    public static ImmutableArray<(int Line, int Column)> Locate(string folder, IReadOnlyList<Issue> issues)
    {
        var cells = issues
            .Where(issue => issue.Column is not null)
            .GroupBy(issue => issue.Place.File, StringComparer.Ordinal)
            .Where(group => File.Exists(Path.Combine(folder, group.Key)))
            .ToDictionary(
                group => group.Key,
                group =>
                    CsvFile.Locate(
                        Path.Combine(folder, group.Key),
                        [.. group.Select(issue => (LineOf(issue), issue.Column!)).Distinct()]
                    ),
                StringComparer.Ordinal
            );
        return
        [
            .. issues.Select(issue =>
                issue.Column is { } column
                && cells.TryGetValue(issue.Place.File, out var places)
                && places.TryGetValue((LineOf(issue), column), out var place)
                    ? place
                    : (LineOf(issue), 1)
            ),
        ];

        static int LineOf(Issue issue) => Math.Max(issue.Place.Line, 1);
    }

    private PackageReading Read()
    {
        if (File.Exists(_folder))
            throw new PackageUnreadableException($"'{_folder}' is a file: --data names the folder of a data package");
        if (!Directory.Exists(_folder))
        {
            throw new PackageUnreadableException(
                $"there is no folder '{_folder}': --data names the folder of a data package"
            );
        }
        foreach (var name in (IEnumerable<string>)[Descriptor, .. FileNames])
        {
            if (Directory.Exists(Path.Combine(_folder, name)))
                throw new PackageUnreadableException($"{name} is a folder, not a file: rename the folder");
        }
        if (!Exists("actors.csv") || (!Exists("memberships.csv") && !Exists("partnerships.csv")))
        {
            throw new PackageUnreadableException(
                $"'{_folder}' is no data package: it needs actors.csv and one of memberships.csv and partnerships.csv"
            );
        }

        WarnOfOtherFiles();
        var (title, version) = ReadDescriptor();
        var dataset = new Dataset
        {
            Title = title,
            Version = version,
            Sha256 = "",
            Actors = ReadRows(new ActorsFile()),
            Groupings = ReadRows(new GroupingsFile()),
            Memberships = ReadRows(new MembershipsFile()),
            Partnerships = ReadRows(new PartnershipsFile()),
            Denials = ReadRows(new DenialsFile()),
            Measures = ReadRows(new MeasuresFile()),
            Names = ReadRows(new NamesFile()),
            Concepts = ReadRows(new ConceptsFile()),
            Territories = ReadRows(new TerritoriesFile()),
            Sources = ReadRows(new SourcesFile()),
            Passages = ReadRows(new PassagesFile()),
        };
        dataset = DatasetDefaults.Fill(dataset, Exists, _issues);
        return new PackageReading(dataset with { Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset()) }, _issues);
    }

    // A file under a name that is nearly right would else be passed over in silence.
    private void WarnOfOtherFiles()
    {
        foreach (
            var name in FilesInFolder()
                .Where(name => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
        )
        {
            var meant = FileNames.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (meant is not null && Exists(meant))
                continue;
            _issues.Warning(
                "file",
                new RowPlace(name, 0),
                null,
                "the file is not read",
                meant is not null ? $"rename it {meant}" : $"the files of a package are {string.Join(", ", FileNames)}"
            );
        }
    }

    private string[] FilesInFolder()
    {
        try
        {
            return [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PackageUnreadableException(
                $"'{_folder}' cannot be listed: give this user the right to read it",
                error
            );
        }
    }

    private bool Exists(string file) => File.Exists(Path.Combine(_folder, file));

    private (string Title, string Version) ReadDescriptor()
    {
        var (title, version) = ("", "");
        if (Exists(Descriptor))
        {
            try
            {
                var bytes = File.ReadAllBytes(Path.Combine(_folder, Descriptor));
                if (!Utf8.IsValid(bytes))
                    WrongDescriptor(1, "the file is not UTF-8", "save it as UTF-8");
                else
                    (title, version) = ParseDescriptor(bytes);
            }
            catch (JsonException error)
            {
                WrongDescriptor((int)(error.LineNumber ?? 0) + 1, "the file is no JSON", DescriptorRemedy);
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair, written as an escape: found only when its text is asked for.
                WrongDescriptor(
                    1,
                    "a text in the file is no Unicode",
                    "both halves of a character that is escaped in two"
                );
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new PackageUnreadableException(
                    $"{Descriptor} cannot be read: give this user the right to read it",
                    error
                );
            }
        }
        Append(title);
        Append(version);
        return (title.Length > 0 ? title : "Untitled data set", version.Length > 0 ? version : "0");
    }

    private (string Title, string Version) ParseDescriptor(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var json = JsonDocument.Parse(stream);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            WrongDescriptor(1, "the file is no JSON object", DescriptorRemedy);
        return (TextOf(json.RootElement, "title"), TextOf(json.RootElement, "version"));
    }

    private void WrongDescriptor(int line, string problem, string remedy) =>
        _issues.Error("descriptor", new RowPlace(Descriptor, line), null, problem, remedy);

    private static string TextOf(JsonElement root, string property) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";

    private ImmutableArray<TRow> ReadRows<TRow>(PackageFile<TRow> file)
    {
        if (!Exists(file.Name))
            return [];
        var rows = ImmutableArray.CreateBuilder<TRow>();
        RowReader? reader = null;
        int[] order = [];
        Append(file.Name);
        CsvFile.Read(
            Path.Combine(_folder, file.Name),
            file,
            _issues,
            (cells, line, columns) =>
            {
                if (reader is null)
                {
                    reader = new RowReader(file.Name, columns, _texts, _issues);
                    order = [.. file.Columns.Select(column => columns.GetValueOrDefault(column, -1))];
                }
                reader.MoveTo(cells, line);
                rows.Add(file.Read(reader));
                for (var i = 0; i < order.Length; i++)
                {
                    var cell = order[i] < 0 ? "" : cells[order[i]].Trim();
                    // A language more changes no fingerprint of data that have no text in it.
                    if (IsOfLaterLanguage(file.Columns[i]))
                    {
                        if (cell.Length == 0)
                            continue;
                        Append(file.Columns[i]);
                    }
                    Append(cell);
                }
            },
            _cancellation
        );
        return rows.DrainToImmutable();
    }

    private static bool IsOfLaterLanguage(string column) =>
        Language
            .All.Skip(2)
            .Any(language => column.EndsWith(PackageFile.Column("", language), StringComparison.Ordinal));

    // A cell and its end: a zero byte can stand in no cell that is read.
    private void Append(string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var written))
            _hash.AppendData(bytes[..written]);
        else
            _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
    }
}
