using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests.Transport;

public sealed class Neo4jSettingsTests
{
    [TestCase("nonsense", "", "", 30, "Neo4j:Uri")]
    [TestCase("ftp://localhost:7687", "", "", 30, "Neo4j:Uri")]
    [TestCase("bolt://localhost:7687/neo4j", "", "", 30, "Neo4j:Uri has a path")]
    [TestCase("bolt://localhost:7687?policy=eu", "", "", 30, "Neo4j:Uri has a query")]
    [TestCase("bolt+s://me:secret@localhost", "", "", 30, "Neo4j:Uri has a user")]
    [TestCase("neo4j+s://localhost:7687", "", "", 30, "one server, with bolt://")]
    [TestCase("http://localhost:7474", "a:b", "x", 30, "Neo4j:User")]
    [TestCase("http://localhost:7474", "", "x", 30, "Neo4j:User")]
    [TestCase("http://localhost:7474", "", "", 0, "Neo4j:TimeoutSeconds")]
    public void A_wrong_setting_is_named(string uri, string user, string password, int seconds, string setting)
    {
        var problem = new Neo4jSettings
        {
            Uri = uri,
            User = user,
            Password = password,
            TimeoutSeconds = seconds,
        }.Problem();

        Assert.That(problem, Does.Contain(setting));
    }

    [Test]
    public void Each_scheme_of_a_transport_is_taken()
    {
        Assert.That(Transports.Schemes, Is.SupersetOf(new[] { "bolt", "bolt+s", "bolt+ssc", "http", "https" }));
        foreach (var scheme in Transports.Schemes)
        {
            var settings = new Neo4jSettings { Uri = scheme + "://localhost:1" };
            Assert.That(settings.Problem(), Is.Null, scheme);
            using var transport = Transports.Open(settings);
        }
    }
}
