using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Figures;
using EcosystemGraph.Neo4j;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>Data flow one way: of two folders of a project, at most one uses the other.</summary>
public sealed class FolderTests
{
    // Those that still use each other, the side to be cut first. None may be added.
    private static readonly string[] StillMutual =
    [
        "Core.Dates ↔ Core.Model",
        "Core.Findings ↔ Core.Graphs",
        "Figures.- ↔ Figures.Layouts",
        "Figures.- ↔ Figures.Scenes",
        "Figures.Layouts ↔ Figures.Scenes",
        "Neo4j.- ↔ Neo4j.Cypher",
    ];

    [Test]
    public void Of_two_folders_at_most_one_uses_the_other()
    {
        var uses = Uses();
        var mutual = uses.Where(use => string.CompareOrdinal(use.From, use.To) < 0 && uses.Contains((use.To, use.From)))
            .Select(use => $"{use.From} ↔ {use.To}")
            .Order(StringComparer.Ordinal);

        Assert.That(uses, Has.Count.GreaterThan(50), "the assemblies were read");
        Assert.That(mutual, Is.EqualTo(StillMutual.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void No_folder_is_reached_again_by_a_way_through_others()
    {
        var uses = Uses();
        var left = uses.SelectMany(use => new[] { use.From, use.To }).ToHashSet();
        // What uses nothing that is left can be put first; where nothing can, the rest goes in a circle.
        while (left.RemoveWhere(folder => !uses.Any(use => use.From == folder && left.Contains(use.To))) > 0) { }
        var known = StillMutual.SelectMany(pair => pair.Split(" ↔ ")).ToHashSet();
        var circling = left.Where(folder =>
            uses.Any(use => use.To == folder && left.Contains(use.From) && Reaches(uses, folder, use.From))
        );

        Assert.That(circling.Except(known).Except(["Figures.Renderers"]), Is.Empty);
    }

    private static bool Reaches(HashSet<(string From, string To)> uses, string from, string to)
    {
        var (seen, next) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (next.TryPop(out var folder))
        {
            if (folder == to)
                return true;
            foreach (var use in uses.Where(use => use.From == folder && seen.Add(use.To)))
                next.Push(use.To);
        }
        return false;
    }

    private static HashSet<(string From, string To)> Uses()
    {
        var assemblies = new[] { typeof(ResolvedGraph), typeof(Neo4jStore), typeof(Figure), typeof(CommandLine) }
            .Select(type => type.Assembly)
            .ToArray();
        var architecture = new ArchLoader().LoadAssemblies(assemblies).Build();
        return
        [
            .. architecture
                .Types.Where(IsOurs)
                .SelectMany(type =>
                    type.Dependencies.Select(use => use.Target)
                        .Where(IsOurs)
                        .Select(used => (From: FolderOf(type), To: FolderOf(used)))
                )
                .Where(use => use.From != use.To),
        ];
    }

    private static bool IsOurs(IType type) => type.FullName.StartsWith("EcosystemGraph.", StringComparison.Ordinal);

    // "EcosystemGraph.Core.Queries.Plan" stands in Core.Queries, "EcosystemGraph.Neo4j.Neo4jStore" in the project's own folder.
    private static string FolderOf(IType type) =>
        type.FullName.Split('.') is [_, var project, var folder, _, ..]
            ? $"{project}.{folder}"
            : $"{type.FullName.Split('.')[1]}.-";
}
