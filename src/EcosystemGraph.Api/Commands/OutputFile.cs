using System.CommandLine;
using System.Globalization;

namespace EcosystemGraph.Api.Commands;

/// <summary>The file that a command writes: it is there when it is complete, and not before.</summary>
internal static class OutputFile
{
    public static Option<FileInfo> Option(string description) =>
        new("--out")
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };

    /// <summary>How its name ends, without the dot; empty where it ends in none.</summary>
    public static string ExtensionOf(FileInfo file) => file.Extension.TrimStart('.').ToLowerInvariant();

    /// <summary>Writes it; where that cannot be, says why and gives 2.</summary>
    public static async Task<int> WriteAsync(FileInfo file, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var unfinished = file.FullName + ".part";
        try
        {
            await using (
                var stream = new FileStream(
                    unfinished,
                    FileMode.Create,
                    FileAccess.Write,
                    FileShare.None,
                    1 << 16,
                    FileOptions.Asynchronous
                )
            )
            {
                await write(stream);
                await stream.FlushAsync(cancellation);
            }
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch (Exception error) when (error is DirectoryNotFoundException or UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync(
                error is DirectoryNotFoundException
                    ? $"There is no folder for '{file}'; make it first."
                    : $"Cannot write '{file}': it may not be written, or there is no room."
            );
            return 2;
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
        file.Refresh();
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Wrote {file} ({file.Length} bytes).")
        );
        return 0;
    }
}
