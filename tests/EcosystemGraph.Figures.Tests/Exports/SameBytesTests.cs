using System.Security.Cryptography;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>The same network is the same bytes in every process, culture and time zone.</summary>
public sealed class SameBytesTests
{
    [Test]
    public async Task Two_processes_with_other_cultures_and_time_zones_write_the_same()
    {
        var here = await FingerprintsAsync();
        var turkish = await ElsewhereAsync("tr_TR.UTF-8", "Pacific/Auckland");
        var arabic = await ElsewhereAsync("ar_SA.UTF-8", "America/St_Johns");

        Assert.That(here, Has.Length.EqualTo(2 * 2 * NetworkFormats.BuiltIn.All.Length));
        Assert.That(turkish[0], Does.StartWith("tr-TR Pacific/Auckland"));
        Assert.That(arabic[0], Does.StartWith("ar-SA America/St_Johns"));
        Assert.That(turkish[1..], Is.EqualTo(here));
        Assert.That(arabic[1..], Is.EqualTo(here));
    }

    [Test]
    public async Task A_stream_that_takes_little_at_a_time_gets_the_same()
    {
        foreach (var writer in NetworkFormats.BuiltIn.All)
        {
            using var whole = new MemoryStream();
            await writer.WriteAsync(Networks.Hostile(), new ExportOptions(), whole, CancellationToken.None);
            var asked = new AsynchronousOnly();
            await writer.WriteAsync(Networks.Hostile(), new ExportOptions(), asked, CancellationToken.None);

            Assert.That(asked.Bytes.ToArray(), Is.EqualTo(whole.ToArray()), writer.Format.Name);
        }
    }

    [Test]
    public async Task A_writer_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        foreach (var writer in NetworkFormats.BuiltIn.All)
        {
            Assert.That(
                async () =>
                    await writer.WriteAsync(Networks.Hostile(), new ExportOptions(), Stream.Null, cancelled.Token),
                Throws.InstanceOf<OperationCanceledException>(),
                writer.Format.Name
            );
        }
    }

    [Test]
    public void Names_and_endings_of_formats_are_each_ones_own()
    {
        Assert.That(NetworkFormats.BuiltIn.All.Select(writer => writer.Format.Name), Is.Unique);
        Assert.That(NetworkFormats.BuiltIn.All.Select(writer => writer.Format.FileExtension), Is.Unique);
        Assert.That(FigureFormats.All.Select(format => format.FileExtension), Is.Unique);
    }

    /// <summary>The formats, the data, the language and the SHA-256 of each file.</summary>
    public static async Task<string[]> FingerprintsAsync()
    {
        var lines = new List<string>();
        foreach (var (name, extract) in new[] { ("seed", await Networks.SeedAsync()), ("hostile", Networks.Hostile()) })
        {
            foreach (var writer in NetworkFormats.BuiltIn.All)
            {
                foreach (var language in Language.All)
                {
                    using var file = new MemoryStream();
                    await writer.WriteAsync(
                        extract,
                        new ExportOptions { Language = language, Marks = Networks.Marks(extract) },
                        file,
                        CancellationToken.None
                    );
                    lines.Add(
                        $"{name} {writer.Format.Name} {language} {Convert.ToHexStringLower(SHA256.HashData(file.ToArray()))}"
                    );
                }
            }
        }
        return [.. lines];
    }

    /// <summary>The same from a process of its own, with the culture and time zone that it has on the first line.</summary>
    private static async Task<string[]> ElsewhereAsync(string culture, string zone)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "EcosystemGraph.Figures.Tests.dll");
        var (code, printed) = await ReaderProgram.RunAsync(
            "dotnet",
            TestContext.CurrentContext.TestDirectory,
            [program, "fingerprints"],
            ("LANG", culture),
            ("LC_ALL", culture),
            ("TZ", zone)
        );
        Assert.That(code, Is.Zero, printed);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A stream such as a web server's, which is not to be written to without waiting.</summary>
    private sealed class AsynchronousOnly : MemoryStream
    {
        public List<byte> Bytes { get; } = [];

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException("written without waiting");

        public override void Write(ReadOnlySpan<byte> buffer) =>
            throw new NotSupportedException("written without waiting");

        public override void Flush() => throw new NotSupportedException("flushed without waiting");

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            Bytes.AddRange(buffer.Span);
        }
    }
}
