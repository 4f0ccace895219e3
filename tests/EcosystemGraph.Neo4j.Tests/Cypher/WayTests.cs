using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Neo4j.Cypher;
using NUnit.Framework;

namespace EcosystemGraph.Neo4j.Tests.Cypher;

/// <summary>Neo4j's graph has a place for every relation of the catalogue, or the program does not start.</summary>
public sealed class WayTests
{
    [Test]
    public void Every_relation_of_the_catalogue_has_a_way()
    {
        var table = Ways.TableOf(Ways.All());
        foreach (var relation in Records.WithRows.SelectMany(type => type.Fields).OfType<Relation>())
        {
            Assert.That(table.ContainsKey(relation), relation.Name);
        }
    }

    [Test]
    public void A_relation_that_has_none_is_named() =>
        Assert.That(
            () => Ways.TableOf(Ways.All().Where(way => way.Name != "respondent")),
            Throws.InvalidOperationException.With.Message.StartsWith("Source.respondent has no way")
        );

    [Test]
    public void A_way_that_does_not_fit_is_named()
    {
        Assert.That(
            () => Ways.TableOf([(Records.Actor, "name", new Named("name"))]),
            Throws.InvalidOperationException.With.Message.StartsWith("Actor.name is no relation")
        );
        Assert.That(
            () => Ways.TableOf([(Records.Actor, "kind", new NamedAll("kind"))]),
            Throws.InvalidOperationException.With.Message.StartsWith("Actor.kind is a ToOne")
        );
        Assert.That(
            () =>
                Ways.TableOf([
                    (Records.Actor, "kind", new Named("kind")),
                    (Records.Actor, "kind", new Named("actorKind")),
                ]),
            Throws.InvalidOperationException.With.Message.Contains("Actor.kind")
        );
    }
}
