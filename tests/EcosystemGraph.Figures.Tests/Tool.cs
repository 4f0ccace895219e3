using System.Diagnostics;
using System.Text;

namespace EcosystemGraph.Figures.Tests;

/// <summary>Programs of other makers that read what we write; .ci/run installs them.</summary>
internal static class Tool
{
    /// <summary>Runs a program; what it prints is bytes. It has to end well.</summary>
    public static byte[] Run(
        string program,
        string[] arguments,
        byte[]? input = null,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            SharedFiles.Missing($"{program} is not installed");
            throw;
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var writing = Task.Run(() =>
            {
                if (input is not null)
                    process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            });
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            writing.Wait();
            Assert.That(process.ExitCode, Is.Zero, $"{program}: {errors.Result}");
            return output.ToArray();
        }
    }

    /// <summary>As <see cref="Run"/>, read as UTF-8.</summary>
    public static string Text(string program, string[] arguments, byte[]? input = null) =>
        Encoding.UTF8.GetString(Run(program, arguments, input));
}
