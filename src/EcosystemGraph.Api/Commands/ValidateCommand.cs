using System.CommandLine;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Documents;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>validate</c>: checks a data package, and against its documents where they are given.</summary>
internal static class ValidateCommand
{
    private const int Valid = 0;
    private const int Invalid = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var data = DataFolder.Option();
        var documents = new Option<string[]>("--document")
        {
            Description =
                "A document that the data are drawn from, as UTF-8 text with a paragraph a line: every mention, name, year and number is looked up in it.",
            HelpName = "FILE",
        };
        var write = new Option<bool>("--write")
        {
            Description = "Fills empty fingerprints, and the passages of names, from the document.",
        };
        var command = new Command(
            "validate",
            "Checks a data package: all errors at once. Exit code 0 valid, 1 errors, 2 cannot read."
        )
        {
            data,
            documents,
            write,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(write) && result.GetValue(documents) is not { Length: > 0 })
                result.AddError("--write needs --document FILE.");
        });
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    DataFolder.Resolve(parsed.GetValue(data)),
                    parsed.GetValue(documents) ?? [],
                    parsed.GetValue(write),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string folder, string[] files, bool write, CancellationToken cancellation)
    {
        try
        {
            var documents = Array.ConvertAll(files, DocumentText.Read);
            var reading = await PackageReader.ReadAsync(folder, cancellation);
            if (write && reading.Issues.ErrorCount == 0)
            {
                var changed = DocumentWriter.Write(folder, reading.Dataset, documents);
                await Console.Out.WriteLineAsync(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{changed} cells written.")
                );
                reading = await PackageReader.ReadAsync(folder, cancellation);
            }
            PackageValidator.Validate(reading.Dataset, reading.Issues);
            if (documents.Length > 0)
                DocumentCheck.Check(reading.Dataset, documents, reading.Issues);
            ValidationReport.Write(Console.Out, folder, reading.Issues);
            return reading.Issues.ErrorCount == 0 ? Valid : Invalid;
        }
        catch (PackageUnreadableException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Unreadable;
        }
    }
}
