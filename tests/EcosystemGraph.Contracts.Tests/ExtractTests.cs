using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using GraphQL;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>What figures and files are made from is the same on both stores.</summary>
public sealed class ExtractTests
{
    private static readonly EcosystemSchema Schema = new();

    private IStore _memory = null!;
    private IStore _neo4j = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        var graph = new ResolvedGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        );
        _memory = await Stores.InMemoryAsync(graph);
        _neo4j = await Stores.OnNeo4jAsync(graph);
    }

    [TestCase(
        "network { nodeCount }",
        "tout l’écosystème ; sans les catégories (structures que les sources ne nomment pas une à une) ; sans les structures sans lien",
        "the whole ecosystem; without categories (bodies that no source names one by one); without bodies that no link ties",
        76,
        89
    )]
    [TestCase(
        "network(input: { includeCategories: true, includeIsolated: true }) { nodeCount }",
        "tout l’écosystème",
        "the whole ecosystem",
        125,
        142
    )]
    [TestCase(
        "network(input: { focus: [\"rares\"], activeAt: { date: \"2021\" } }) { nodeCount }",
        "autour de « Regroupons les Accompagnateurs des innovateurs agri-ruraux en BFC », à un lien au plus ; liens actifs avec certitude ou peut-être en 2021 ; sans les catégories (structures que les sources ne nomment pas une à une)",
        "around “Regroupons les Accompagnateurs des innovateurs agri-ruraux en BFC”, at most one link away; links surely or perhaps active in 2021; without categories (bodies that no source names one by one)",
        10,
        10
    )]
    [TestCase(
        "network(input: { projection: ACTORS, focus: [\"active-71\"], depth: 2, without: [\"pes-21\"] }) { nodeCount }",
        "autour de « Active 71 », à 2 liens au plus ; sans « Pôle d’Économie Solidaire 21 » ; acteurs liés par leurs groupements communs, peut-être en même temps ; sans les catégories (structures que les sources ne nomment pas une à une)",
        "around “Active 71”, at most 2 links away; without “Pôle d’Économie Solidaire 21”; actors tied by the groupings they share, perhaps at the same time; without categories (bodies that no source names one by one)",
        15,
        55
    )]
    [TestCase(
        "network(input: { projection: GROUPINGS, activeAt: { date: \"2016-H1\", atLeast: CERTAIN } }) { nodeCount }",
        "tout l’écosystème ; groupements liés par leurs membres communs ; liens actifs avec certitude au 1er semestre 2016 ; sans les catégories (structures que les sources ne nomment pas une à une) ; sans les structures sans lien",
        "the whole ecosystem; groupings tied by the members they share; links surely active in the first half of 2016; without categories (bodies that no source names one by one); without bodies that no link ties",
        0,
        0
    )]
    [TestCase(
        "network(input: { links: [PARTNERSHIP], partnerships: { type: { under: \"funds\" } } }) { nodeCount }",
        "tout l’écosystème ; partenariats seulement ; partenariats : type de lien « finance ou soutient » ou plus précis ; sans les catégories (structures que les sources ne nomment pas une à une) ; sans les structures sans lien",
        "the whole ecosystem; partnerships only; partnerships: type of link “funds or supports” or narrower; without categories (bodies that no source names one by one); without bodies that no link ties",
        2,
        1
    )]
    [TestCase(
        "network(input: { focus: [\"pes-21\"], links: [PARTNERSHIP], partnerships: { mutual: { eq: true } }, actors: { named: { eq: true } } }) { nodeCount }",
        "autour de « Pôle d’Économie Solidaire 21 », à un lien au plus ; partenariats seulement ; acteurs : nommé ; partenariats : réciproque : oui ; sans les catégories (structures que les sources ne nomment pas une à une)",
        "around “Pôle d’Économie Solidaire 21”, at most one link away; partnerships only; actors: named; partnerships: mutual: yes; without categories (bodies that no source names one by one)",
        0,
        0
    )]
    [TestCase(
        "networkChange(earlier: \"2017\", later: \"2021-Q1\") { kept { id } }",
        "tout l’écosystème ; entre 2017 et le 1er trimestre 2021 ; sans les catégories (structures que les sources ne nomment pas une à une) ; sans les structures sans lien",
        "the whole ecosystem; between 2017 and Q1 2021; without categories (bodies that no source names one by one); without bodies that no link ties",
        75,
        88
    )]
    public async Task An_extract_says_all_that_it_is_made_of(
        string question,
        string french,
        string english,
        int bodies,
        int ties
    )
    {
        var extract = await ExtractAsync(_memory, question);
        Assert.That(
            JsonSerializer.Serialize(await ExtractAsync(_neo4j, question)),
            Is.EqualTo(JsonSerializer.Serialize(extract)),
            "the stores agree"
        );

        Assert.That(extract.Scope.French!.Replace('\u202F', ' ').Replace('\u00A0', ' '), Is.EqualTo(french));
        Assert.That(extract.Scope.English, Is.EqualTo(english));
        Assert.That((extract.Bodies.Count, extract.Ties.Count), Is.EqualTo((bodies, ties)));
        Assert.That(extract.Bodies.ToArray(), Has.Length.EqualTo(bodies));
        Assert.That(extract.Ties.ToArray(), Has.Length.EqualTo(ties));
        Assert.That(
            extract.Ties.SelectMany(tie => tie.Links).Where(link => link.Evidence.IsEmpty),
            Is.Empty,
            "every link cites its passage"
        );
        Assert.That(extract.Dataset.Sources, Has.Length.EqualTo(ties == 0 ? 0 : 1));
    }

    [Test]
    public async Task Of_a_change_each_link_says_what_became_of_it()
    {
        var extract = await ExtractAsync(
            _memory,
            "networkChange(earlier: \"2017\", later: \"2021-Q1\") { kept { id } }"
        );
        var changes = extract
            .Ties.SelectMany(tie => tie.Links)
            .GroupBy(link => link.Change)
            .ToDictionary(links => links.Key!.Value, links => links.Count());

        Assert.That(changes[LinkChange.ENDED], Is.EqualTo(1));
        Assert.That(
            changes[LinkChange.APPEARED],
            Is.EqualTo(5),
            "the operator of 2018 and its exchanges in the SIEG, the observatory of 2018, RARES and the support for the SIEG of 2019"
        );
    }

    [Test]
    public async Task An_unknown_focus_is_named()
    {
        foreach (var store in new[] { _memory, _neo4j })
        {
            var error = (
                await store.ExtractAsync(
                    await RootAsync("network(input: { focus: [\"pes-22\"] }) { nodeCount }"),
                    CancellationToken.None
                )
            ).Error!;
            Assert.That(error.Message, Does.StartWith("focus: there is no entity 'pes-22'; did you mean 'pes-21'"));
        }
    }

    private static async Task<Extract> ExtractAsync(IStore store, string question)
    {
        var (extract, error) = await store.ExtractAsync(await RootAsync(question), CancellationToken.None);
        return extract ?? throw new AssertionException(error!.Message);
    }

    private static async Task<PartRoot> RootAsync(string question)
    {
        var read = await new QuestionReader(Schema).ReadAsync(
            new Question($"{{ {question} }}", null, Inputs.Empty),
            CancellationToken.None
        );
        return (PartRoot)(read.Plan ?? throw new AssertionException(string.Join('\n', read.Errors))).Roots[0];
    }
}
