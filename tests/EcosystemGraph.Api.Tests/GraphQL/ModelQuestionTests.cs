using System.Text.Json;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Who co-accompanies agri-rural projects with the PES 21? The answer was read off the document by hand.</summary>
public sealed class ModelQuestionTests
{
    private const string Question = """
        query($categories: Boolean! = false) {
          coAccompaniers(theme: "agri-rural", with: "pes-21", includeCategories: $categories) {
            totalCount
            nodes { actor { id name named } sharedCount groupings { acronym } partnerships { id } evidence { mention passage { locator source { title } } } }
          }
        }
        """;

    [Test]
    public async Task The_named_members_of_RARES_accompany_agri_rural_projects_with_the_PES_21()
    {
        var answer = (await SeedServer.DataAsync(Question)).GetProperty("coAccompaniers");

        Assert.That(answer.GetProperty("totalCount").GetInt32(), Is.EqualTo(8));
        Assert.That(
            Names(answer),
            Is.EqualTo(
                new[]
                {
                    "Active 71",
                    "Agrosup Dijon",
                    "BioBourgogne",
                    "CERD",
                    "CIVAM Le Serpolet",
                    "Fédération des Foyers Ruraux de l’Yonne",
                    "Semeurs du Possible",
                    "Terre de Liens",
                }
            )
        );
    }

    [Test]
    public async Task With_categories_those_whom_the_paragraph_does_not_name_one_by_one_are_listed_too()
    {
        var answer = (await SeedServer.DataAsync(Question, new { categories = true })).GetProperty("coAccompaniers");

        var categories = answer
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(node => !node.GetProperty("actor").GetProperty("named").GetBoolean());
        Assert.That(
            categories.Select(node => node.GetProperty("actor").GetProperty("id").GetString()),
            Is.EquivalentTo(
                new[]
                {
                    "agri-ruraux-deja-installes",
                    "associations-de-developpement-agricole",
                    "chambre-d-agriculture-regionale",
                    "chambres-d-agriculture-departementales",
                    "laboratoires-de-recherche",
                }
            )
        );
        Assert.That(answer.GetProperty("totalCount").GetInt32(), Is.EqualTo(13));
    }

    [Test]
    public async Task Each_answer_cites_the_paragraph_that_says_so()
    {
        var answer = (await SeedServer.DataAsync(Question, new { categories = true })).GetProperty("coAccompaniers");

        foreach (var node in answer.GetProperty("nodes").EnumerateArray())
        {
            var evidence = node.GetProperty("evidence").EnumerateArray().Single();
            Assert.That(evidence.GetProperty("passage").GetProperty("locator").GetString(), Is.EqualTo("1.18"));
            Assert.That(evidence.GetProperty("mention").GetString(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Before_the_PES_21_joined_nobody_did_so_with_it()
    {
        var answer = await SeedServer.DataAsync(
            """{ coAccompaniers(theme: "agri-rural", with: "pes-21", activeAt: { date: "2018" }) { totalCount nodes { actor { name } } } }"""
        );

        Assert.That(answer.GetProperty("coAccompaniers").GetProperty("totalCount").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task A_theme_is_under_no_other_that_no_source_puts_above_it()
    {
        var answer = await SeedServer.DataAsync(
            """{ coAccompaniers(theme: "territorial-development", with: "pes-21", first: 100) { nodes { actor { name } groupings { id } } } }"""
        );

        var groupings = answer
            .GetProperty("coAccompaniers")
            .GetProperty("nodes")
            .EnumerateArray()
            .SelectMany(node => node.GetProperty("groupings").EnumerateArray());
        Assert.That(
            groupings.Select(grouping => grouping.GetProperty("id").GetString()).Distinct(),
            Is.EqualTo(new[] { "generateur-bfc" })
        );
    }

    [Test]
    public async Task An_unknown_theme_is_an_error_that_names_near_ones()
    {
        var answer = await SeedServer.AskAsync("""{ coAccompaniers(theme: "agri rurale") { totalCount } }""");

        Assert.That(answer.GetProperty("data").GetProperty("coAccompaniers").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var error = answer.GetProperty("errors")[0];
        Assert.That(
            error.GetProperty("message").GetString(),
            Does.Contain("'agri rurale'").And.Contain("'agri-rural'")
        );
        Assert.That(error.GetProperty("path")[0].GetString(), Is.EqualTo("coAccompaniers"));
        Assert.That(error.GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo("UNKNOWN_ID"));
    }

    [TestCase("social and solidarity economie", "sse")]
    [TestCase("vie associativ", "associative-life")]
    public async Task A_theme_is_found_by_its_label_in_either_language(string asked, string near)
    {
        var (message, _) = await SeedServer.ErrorAsync(
            "query($theme: ID!) { coAccompaniers(theme: $theme) { totalCount } }",
            new { theme = asked }
        );

        Assert.That(message, Does.Contain($"'{near}'"));
    }

    [Test]
    public async Task An_unknown_partner_is_an_error_too()
    {
        var (message, code) = await SeedServer.ErrorAsync(
            """{ coAccompaniers(theme: "agri-rural", with: "pes21") { totalCount } }"""
        );

        Assert.That(code, Is.EqualTo("UNKNOWN_ID"));
        Assert.That(message, Does.Contain("with").And.Contain("'pes-21'"));
    }

    private static IEnumerable<string?> Names(JsonElement connection) =>
        connection
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("actor").GetProperty("name").GetString());
}
