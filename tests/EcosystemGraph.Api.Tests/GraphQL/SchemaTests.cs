using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Dates;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>The schema that is printed, kept and promised is one.</summary>
public sealed class SchemaTests
{
    [Test]
    public void The_kept_schema_is_the_one_the_server_has()
    {
        var kept = File.ReadAllText(SharedFiles.InRepository("schema/ecosystem.graphql"));

        Assert.That(
            new EcosystemSchema().Printed(),
            Is.EqualTo(kept),
            "write it anew: dotnet run --project src/EcosystemGraph.Api -- schema > schema/ecosystem.graphql"
        );
    }

    [Test]
    public async Task Where_a_date_is_specified_one_reads_how_it_is_written()
    {
        var url = (await SeedServer.DataAsync("""{ __type(name: "PartialDate") { specifiedByURL } }"""))
            .GetProperty("__type")
            .GetProperty("specifiedByURL")
            .GetString()!;
        var text = await SeedServer.Client.GetStringAsync(new Uri(SeedServer.Address, url));

        Assert.That(
            new EcosystemSchema().Printed(),
            Does.Contain($"\nscalar PartialDate @specifiedBy(url: \"{url}\")\n")
        );
        foreach (var form in PartialDate.Forms.Split([", ", " or "], StringSplitOptions.None))
            Assert.That(text, Does.Contain(form));
    }

    [Test]
    public async Task A_tool_may_ask_all_that_the_specification_lets_it_ask_about_a_schema()
    {
        var answer = await SeedServer.DataAsync(
            """
            {
              __schema { description directives { name isRepeatable args(includeDeprecated: true) { name isDeprecated deprecationReason } } }
              id: __type(name: "ID") { specifiedByURL }
              query: __type(name: "Query") { fields(includeDeprecated: true) { args(includeDeprecated: true) { name isDeprecated } } }
              filter: __type(name: "ActorFilterInput") { inputFields(includeDeprecated: true) { name isDeprecated } }
            }
            """
        );

        Assert.That(
            answer
                .GetProperty("__schema")
                .GetProperty("directives")
                .EnumerateArray()
                .Select(directive => directive.GetProperty("isRepeatable").GetBoolean()),
            Is.Not.Empty.And.All.False
        );
        Assert.That(
            answer.GetProperty("id").GetProperty("specifiedByURL").ValueKind,
            Is.EqualTo(System.Text.Json.JsonValueKind.Null)
        );
        Assert.That(
            answer
                .GetProperty("filter")
                .GetProperty("inputFields")
                .EnumerateArray()
                .Select(field => field.GetProperty("isDeprecated").GetBoolean()),
            Is.Not.Empty.And.All.False
        );
    }
}
