using System.CommandLine;
using System.Globalization;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Api.Commands;

/// <summary>A data set and the folder it was read from.</summary>
internal sealed record LoadedData(Dataset Dataset, string Folder);

/// <summary>The data package that a command works on.</summary>
internal static class DataFolder
{
    /// <summary>The exit code where a package has errors.</summary>
    public const int Failed = 1;

    private const string Default = "seed-data";

    public static Option<string?> Option() =>
        new("--data")
        {
            Description =
                "The folder of the data package. Left out: seed-data, looked for from the current folder upwards and beside the program.",
            HelpName = "DIR",
        };

    /// <summary>The folder that an option means.</summary>
    public static string Resolve(string? given)
    {
        if (given is not null)
            return given;
        for (
            var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
            folder is not null;
            folder = folder.Parent
        )
        {
            var candidate = Path.Combine(folder.FullName, Default);
            if (Directory.Exists(candidate))
                return Path.GetRelativePath(Directory.GetCurrentDirectory(), candidate);
        }
        var beside = Path.Combine(AppContext.BaseDirectory, Default);
        return Directory.Exists(beside) ? beside : Default;
    }

    /// <summary>Reads the package; where it has errors, says so and gives null.</summary>
    public static async Task<LoadedData?> LoadAsync(string? given, CancellationToken cancellation)
    {
        var folder = Resolve(given);
        try
        {
            var reading = await PackageReader.ReadAsync(folder, cancellation);
            if (reading.Issues.ErrorCount == 0)
                PackageValidator.Validate(reading.Dataset, reading.Issues);
            if (reading.Issues.ErrorCount == 0)
                return new LoadedData(reading.Dataset, folder);
            var errors =
                reading.Issues.ErrorCount == 1
                    ? "an error"
                    : string.Create(CultureInfo.InvariantCulture, $"{reading.Issues.ErrorCount} errors");
            await Console.Error.WriteLineAsync(
                $"The data package in {folder} has {errors}: `validate --data {folder}` says where and what."
            );
            return null;
        }
        catch (PackageUnreadableException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return null;
        }
    }
}
