using EcosystemGraph.Api.GraphQL;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>The schema that is printed, kept and promised is one.</summary>
public sealed class SchemaTests
{
    [Test]
    public void The_kept_schema_is_the_one_the_server_has()
    {
        var kept = File.ReadAllText(SharedFiles.InRepository("schema/ecosystem.graphql"));

        Assert.That(new EcosystemSchema().Printed(), Is.EqualTo(kept),
            "write it anew: dotnet run --project src/EcosystemGraph.Api -- schema > schema/ecosystem.graphql");
    }
}
