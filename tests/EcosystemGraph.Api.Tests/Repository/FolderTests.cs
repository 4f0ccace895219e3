using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Figures;
using EcosystemGraph.Neo4j;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>Data flow one way: from no folder of a project does a way lead through others back to it.</summary>
public sealed class FolderTests
{
    [Test]
    public void No_folder_uses_one_that_uses_it_by_whatever_way()
    {
        var uses = Uses();
        var left = uses.Keys.SelectMany(use => new[] { use.From, use.To }).ToHashSet();
        bool IsEnd(string folder) => !uses.Keys.Any(use => use.From == folder && left.Contains(use.To));
        bool IsBeginning(string folder) => !uses.Keys.Any(use => use.To == folder && left.Contains(use.From));

        // What uses nothing that is left stands on no circle, nor does what nothing uses that is left.
        while (left.RemoveWhere(folder => IsEnd(folder) || IsBeginning(folder)) > 0) { }

        var circling = uses.Where(use => left.Contains(use.Key.From) && left.Contains(use.Key.To))
            .Select(use => $"{use.Key.From} → {use.Key.To}: {use.Value}")
            .Order(StringComparer.Ordinal);
        Assert.That(uses, Has.Count.GreaterThan(50), "the assemblies were read");
        Assert.That(string.Join('\n', circling), Is.Empty);
    }

    // Which folder uses which, and by which types.
    private static Dictionary<(string From, string To), string> Uses()
    {
        var assemblies = new[] { typeof(ResolvedGraph), typeof(Neo4jStore), typeof(Figure), typeof(CommandLine) }
            .Select(type => type.Assembly)
            .ToArray();
        var architecture = new ArchLoader().LoadAssemblies(assemblies).Build();
        return architecture
            .Types.Where(IsOurs)
            .SelectMany(type =>
                type.Dependencies.Select(use => use.Target).Where(IsOurs).Select(used => (From: type, To: used))
            )
            .Where(use => FolderOf(use.From) != FolderOf(use.To))
            .GroupBy(use => (FolderOf(use.From), FolderOf(use.To)), use => $"{use.From.Name} → {use.To.Name}")
            .ToDictionary(uses => uses.Key, uses => string.Join(", ", uses.Distinct().Take(5)));
    }

    private static bool IsOurs(IType type) => type.FullName.StartsWith("EcosystemGraph.", StringComparison.Ordinal);

    // "EcosystemGraph.Core.Queries.Plan" stands in Core.Queries, "EcosystemGraph.Neo4j.Neo4jStore" in the project's own folder.
    private static string FolderOf(IType type) =>
        type.FullName.Split('.') is [_, var project, var folder, _, ..]
            ? $"{project}.{folder}"
            : $"{type.FullName.Split('.')[1]}.-";
}
