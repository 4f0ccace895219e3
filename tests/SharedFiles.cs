namespace EcosystemGraph.Tests;

/// <summary>Files that tests need and that are no part of a test's own folder.</summary>
internal static class SharedFiles
{
    /// <summary>A folder of the repository, found upwards from the tests' own.</summary>
    public static string InRepository(string folder) => InRepository(folder, TestContext.CurrentContext.TestDirectory);

    /// <summary>A folder of the repository, found upwards from another; for a process that runs no test.</summary>
    public static string InRepository(string folder, string below)
    {
        for (var at = new DirectoryInfo(below); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EcosystemGraph.sln")))
                return Path.Combine(at.FullName, folder);
        }
        throw new InvalidOperationException("the tests run outside the repository");
    }

    /// <summary>A file that is not in the repository; without it the test is ignored, and fails where CI=true.</summary>
    public static string Shared(string file)
    {
        var folder = Environment.GetEnvironmentVariable("ECOSYSTEM_SHARED");
        if (string.IsNullOrEmpty(folder))
            Missing($"ECOSYSTEM_SHARED does not say which folder has {file}");
        var path = Path.Combine(folder!, file);
        if (!File.Exists(path))
            Missing($"the folder that ECOSYSTEM_SHARED names has no {file}");
        return path;
    }

    /// <summary>Ends a test for which a program is not installed, where the test does not start that program itself.</summary>
    public static void NeedsProgram(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            Missing($"'{program}' is not installed");
    }

    /// <summary>Ends a test that needs Java, which the scripts of others start: by PATH, or where JAVA_HOME says.</summary>
    public static void NeedsJava()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("JAVA_HOME")))
            NeedsProgram("java");
    }

    /// <summary>Ends a test that lacks something: ignored, or failed where CI=true.</summary>
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Ignore(reason);
    }
}
