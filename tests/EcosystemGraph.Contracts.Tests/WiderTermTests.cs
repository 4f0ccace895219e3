using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores;
using GraphQL;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>
/// Who asks the seed data for a wider term gets nothing that the document, or common knowledge of what a body is, does not
/// support: each answer was read. On both stores.
/// </summary>
public sealed class WiderTermTests
{
    private static readonly EcosystemSchema Schema = new();

    private ResolvedGraph _graph = null!;
    private IStore _memory = null!;
    private IStore _neo4j = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        _graph = new ResolvedGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        );
        _memory = await Stores.InMemoryAsync(_graph);
        _neo4j = await Stores.OnNeo4jAsync(_graph);
    }

    // A public bank is a bank and a State body, an insurance company an insurer and a company; AG2R La Mondiale, a social protection
    // group, is no company, and an umbrella body is an association only where it unites associations.
    [TestCase("bank", "banque-des-territoires banque-populaire-bfc credit-agricole credit-cooperatif credit-mutuel")]
    [TestCase("state-body", "ademe banque-des-territoires direccte services-de-l-etat")]
    [TestCase("insurer", "ag2r-la-mondiale aviva")]
    [TestCase(
        "company",
        "aviva banque-des-territoires banque-populaire-bfc coopilote credit-agricole credit-cooperatif credit-mutuel edf entreprises-et-structures-du-secteur-prive magasins-cooperatifs"
    )]
    [TestCase(
        "federation",
        "chantier-ecole fedei federation-des-foyers-ruraux-de-l-yonne federations-sportives grands-reseaux-nationaux leo-lagrange ligue-de-l-enseignement pole-iae urscop"
    )]
    [TestCase(
        "association",
        "active-71 apsalc-21 association-regionale-les-cigales-bfc associations-de-developpement-agricole bge-franche-comte bge-perspectives biobourgogne centres-sociaux civam-le-serpolet federation-des-foyers-ruraux-de-l-yonne federations-sportives francas france-benevolat leo-lagrange ligue-de-l-enseignement mes mfr mjc mouves pes-21 risomes semeurs-du-possible terre-de-liens tissu-associatif unis-cites"
    )]
    [TestCase(
        "public-authority",
        "ademe agents-des-collectivites-territoriales-et-epci banque-des-territoires cc-ouche-et-montagne communes-de-plus-de-10-000-habitants communes-rurales conseil-departemental-de-cote-d-or direccte elu-regional elus-locaux epci metropole-de-dijon pays petr region-bourgogne-franche-comte representants-des-collectivites services-de-l-etat syndicats-mixtes-des-pnr territoires ville-de-chenove ville-de-dijon cap-val-de-saone"
    )]
    public async Task Of_kinds(string kind, string expected) =>
        Assert.That(
            (await IdsAsync("actors", $"kind: {{ under: \"{kind}\" }}")).Split(' '),
            Is.EquivalentTo(expected.Split(' '))
        );

    // The respondent is asked how it interacts with others: who collaborates, exchanges or trains with another works or interacts with it.
    [Test]
    public async Task Of_types_of_link()
    {
        var found = (await IdsAsync("partnerships", "type: { under: \"works-with\" }"))
            .Split(' ')
            .CountBy(id => id.Split('~')[2])
            .OrderBy(each => each.Key, StringComparer.Ordinal);

        Assert.That(
            string.Join(", ", found.Select(each => $"{each.Key} {each.Value}")),
            Is.EqualTo("collaborates 40, exchanges-with 13, trains-with 9, works-with 23")
        );
    }

    [TestCase("member", 41)]
    [TestCase("operator", 1)]
    [TestCase("adherent", 1)]
    public async Task Of_roles(string role, int expected) =>
        Assert.That(
            (await IdsAsync("memberships", $"role: {{ under: \"{role}\" }}")).Split(' '),
            Has.Length.EqualTo(expected)
        );

    [TestCase(
        "occasion",
        "mois-de-l-ess",
        "acteurs-de-l-ess cress-bfc elu-regional mes mouves structures-mouvements-de-l-ess"
    )]
    [TestCase("occasion", "debat-de-2017", "cress-bfc elu-regional mes mouves")]
    [TestCase("role", "non-member", "observatoire-dijonnais-de-la-vie-associative")]
    [TestCase("role", "member", "porteurs-de-projet-de-l-ess")]
    public async Task Of_occasions_and_capacities(string field, string term, string expected) =>
        Assert.That(
            string.Join(
                ' ',
                (await IdsAsync("partnerships", $"{field}: {{ under: \"{term}\" }}"))
                    .Split(' ')
                    .Select(id => id.Split('~')[1])
            ),
            Is.EqualTo(expected)
        );

    // No passage says that what is agri-rural is local development.
    [Test]
    public async Task Of_themes()
    {
        Assert.That(
            await IdsAsync("partnerships", "themes: { some: { under: \"territorial-development\" } }"),
            Is.EqualTo(
                "generateur-bfc~territoires~accompanies pes-21~agents-des-collectivites-territoriales-et-epci~works-with pes-21~communes-de-plus-de-10-000-habitants~accompanies pes-21~conseil-departemental-de-cote-d-or~works-with pes-21~epci~accompanies pes-21~petr~accompanies pes-21~services-de-l-etat~works-with pes-21~structures-associatives-et-de-l-ess~works-with"
            )
        );
        Assert.That(
            await IdsAsync("groupings", "themes: { some: { under: \"territorial-development\" } }"),
            Is.EqualTo("generateur-bfc")
        );
    }

    [Test]
    public void Every_wider_term_is_read_here()
    {
        var wider = _graph.Data.Concepts.SelectMany(row => row.Broader).Distinct().Order(StringComparer.Ordinal);

        Assert.That(
            wider,
            Is.EqualTo(
                new[]
                {
                    "association",
                    "bank",
                    "company",
                    "federation",
                    "insurer",
                    "member",
                    "mois-de-l-ess",
                    "non-member",
                    "public-authority",
                    "state-body",
                    "works-with",
                }
            )
        );
    }

    private async Task<string> IdsAsync(string list, string where)
    {
        var question = $"{{ {list}(first: 100, where: {{ {where} }}) {{ nodes {{ id }} }} }}";
        var answer = await AnswerAsync(_memory, question);
        Assert.That(await AnswerAsync(_neo4j, question), Is.EqualTo(answer), "the stores agree");
        using var read = JsonDocument.Parse(answer);
        Assert.That(read.RootElement.TryGetProperty("errors", out var errors), Is.False, () => errors.ToString());
        return string.Join(
            ' ',
            read.RootElement.GetProperty("data")
                .GetProperty(list)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("id").GetString())
                .Order(StringComparer.Ordinal)
        );
    }

    private static async Task<string> AnswerAsync(IStore store, string question)
    {
        using var writer = new AnswerWriter(1 << 20);
        await new GraphQLAnswerer(Schema, new GraphQLReader(Schema), store).AnswerAsync(
            new Question(question, null, Inputs.Empty),
            writer,
            CancellationToken.None
        );
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
