using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EcosystemGraph.Neo4j.Transport;
using EcosystemGraph.Neo4j.Transport.Bolt;

namespace EcosystemGraph.Neo4j.Tests.Transport.Bolt;

/// <summary>Bolt to a real server: what it ends, what it refuses, and whom it trusts.</summary>
public sealed class BoltServerTests
{
    private static readonly Statement Endless = new(
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a + b AS c WHERE c < 0 RETURN sum(c) AS endless"
    );

    private static readonly Statement Long = new("UNWIND range(1, 100000000) AS long RETURN long");

    [Test]
    public async Task A_statement_whose_client_left_ends_on_the_server_and_its_connection_serves_the_next()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();
        foreach (var statement in new[] { Endless, Long })
        {
            using var left = new CancellationTokenSource();
            var asking = client.RunAsync(statement, left.Token);
            await RunningAsync(client, 1);
            await left.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => asking);
            await EndedWithinAsync(client, TimeSpan.FromSeconds(3));
        }
    }

    [Test]
    public async Task Rows_that_nobody_reads_further_are_ended_on_the_server()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();
        using var transport = new BoltTransport(server.Settings);
        await using (var rows = await transport.SendAsync(Long, CancellationToken.None))
        {
            Assert.That(await rows.NextAsync(CancellationToken.None));
            await RunningAsync(client, 1);
        }
        await EndedWithinAsync(client, TimeSpan.FromSeconds(3));
    }

    [Test]
    public async Task A_statement_whose_time_is_up_ends_on_the_server()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();
        using var hasty = new Neo4jClient(new Neo4jSettings { Uri = server.Settings.Uri, TimeoutSeconds = 1 });
        Assert.That(
            Assert.ThrowsAsync<Neo4jException>(() => hasty.RunAsync(Endless, CancellationToken.None))!.Fault,
            Is.EqualTo(Neo4jFault.TimedOut)
        );
        await EndedWithinAsync(client, TimeSpan.FromSeconds(3));
    }

    [Test]
    public async Task A_program_that_dies_leaves_no_statement_behind()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();
        var transport = new BoltTransport(server.Settings);
        var rows = await transport.SendAsync(Endless, CancellationToken.None);
        await RunningAsync(client, 1);
        transport.Abort();

        await EndedWithinAsync(client, TimeSpan.FromSeconds(3));
        await rows.DisposeAsync();
        transport.Dispose();
    }

    [Test]
    public async Task A_read_may_not_write()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();

        Assert.That(
            Assert
                .ThrowsAsync<Neo4jException>(() =>
                    client.RunAsync(new Statement("CREATE (n)"), CancellationToken.None)
                )!
                .ServerCode,
            Is.EqualTo("Neo.ClientError.Statement.AccessMode")
        );
    }

    [Test]
    public async Task A_long_answer_is_read_in_parts()
    {
        var server = await SharedServer.GetAsync();
        using var client = server.Client();
        var numbers = await client.AllAsync(
            new Statement("UNWIND range(1, 10001) AS i RETURN i"),
            row => row.Int(),
            CancellationToken.None
        );

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 10_001)));
    }

    [Test]
    public async Task An_address_of_another_port_or_protocol_is_named()
    {
        var server = await SharedServer.GetAsync();
        var bolt = new Uri(server.Over("bolt").Uri).Authority;
        var http = new Uri(server.Over("http").Uri).Authority;

        Assert.That(await MessageAsync("bolt://" + http), Does.Contain("names an HTTP port with bolt://"));
        Assert.That(await MessageAsync("bolt+s://" + http), Does.Contain("no encrypted connection comes about"));
        Assert.That(await MessageAsync("bolt+s://" + bolt), Does.Contain("no encrypted connection comes about"));
        Assert.That(await MessageAsync("bolt+ssc://" + bolt), Does.Contain("no encrypted connection comes about"));
    }

    [Test]
    public async Task Certificates_and_credentials_are_seen_to()
    {
        var folder = Directory.CreateTempSubdirectory("certificates").FullName;
        try
        {
            var file = Certify(folder);
            var https = "localhost:" + Neo4jServer.FreePort().ToString(CultureInfo.InvariantCulture);
            await using var server = await Neo4jServer.StartAsync(
                own: true,
                [
                    "dbms.security.auth_enabled=true",
                    "server.bolt.tls_level=REQUIRED",
                    "server.https.enabled=true",
                    "server.https.listen_address=" + https,
                    .. Policy("bolt", folder),
                    .. Policy("https", folder),
                ]
            );
            var port = new Uri(server.Settings.Uri).Port.ToString(CultureInfo.InvariantCulture);

            Assert.That(await MessageAsync("bolt://localhost:" + port), Does.Contain("bolt+s://"), "no TLS");
            Assert.That(
                await MessageAsync("bolt+s://localhost:" + port),
                Does.Contain("certificate is not trusted; set Neo4j:CaFile")
            );
            Assert.That(
                await MessageAsync("bolt+s://127.0.0.1:" + port, file),
                Does.Contain("certificate is for another name")
            );
            Assert.That(
                await MessageAsync("https://" + https),
                Does.Contain("certificate is not trusted; set Neo4j:CaFile")
            );
            Assert.That(
                await CodeAsync("https://" + https, file, "neo4j", "wrong"),
                Is.EqualTo("Neo.ClientError.Security.Unauthorized")
            );
            foreach (var uri in new[] { "bolt+ssc://127.0.0.1:" + port, "bolt+s://localhost:" + port })
            {
                Assert.That(await CodeAsync(uri, file, "", ""), Does.StartWith("Neo.ClientError.Security"), uri);
                Assert.That(
                    await CodeAsync(uri, file, "neo4j", "wrong"),
                    Is.EqualTo("Neo.ClientError.Security.Unauthorized"),
                    uri
                );
                Assert.That(
                    await CodeAsync(uri, file, "neo4j", "neo4j"),
                    Is.EqualTo("Neo.ClientError.Security.CredentialsExpired"),
                    uri
                );
            }
            // The statement that changes a password that must be changed is the one that is taken.
            var settings = Settings("bolt+s://localhost:" + port, file, "neo4j", "neo4j");
            settings.Database = "system";
            using (var client = new Neo4jClient(settings))
            {
                await client.RunAsync(
                    new Statement("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'test-password'", AccessMode.Write),
                    CancellationToken.None
                );
            }
            using var able = new Neo4jClient(Settings("bolt+s://localhost:" + port, file, "neo4j", "test-password"));
            Assert.That(
                await able.OneAsync(new Statement("RETURN 1"), row => row.Whole(), CancellationToken.None),
                Is.EqualTo(1)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Policy(string name, string folder) =>
        [
            $"dbms.ssl.policy.{name}.enabled=true",
            $"dbms.ssl.policy.{name}.base_directory={folder}",
            $"dbms.ssl.policy.{name}.private_key=private.key",
            $"dbms.ssl.policy.{name}.public_certificate=public.crt",
            $"dbms.ssl.policy.{name}.client_auth=NONE",
        ];

    // A certificate that signs itself, for the name localhost only, as Neo4j reads it.
    private static string Certify(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        var file = Path.Combine(folder, "public.crt");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "private.key"), key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    private static Neo4jSettings Settings(string uri, string file = "", string user = "", string password = "") =>
        new()
        {
            Uri = uri,
            CaFile = file,
            User = user,
            Password = password,
        };

    private static async Task<string> MessageAsync(string uri, string file = "") =>
        (await FaultAsync(Settings(uri, file)))!.Message;

    private static async Task<string?> CodeAsync(string uri, string file, string user, string password) =>
        (await FaultAsync(Settings(uri, file, user, password)))?.ServerCode;

    private static async Task<Neo4jException?> FaultAsync(Neo4jSettings settings)
    {
        try
        {
            using var client = new Neo4jClient(settings);
            await client.RunAsync(new Statement("RETURN 1"), CancellationToken.None);
            return null;
        }
        catch (Neo4jException error)
        {
            return error;
        }
    }

    private static async Task RunningAsync(Neo4jClient client, int count)
    {
        var waiting = Stopwatch.StartNew();
        while (await RunsAsync(client) != count)
            Assert.That(waiting.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "it runs");
    }

    private static async Task EndedWithinAsync(Neo4jClient client, TimeSpan time)
    {
        var waiting = Stopwatch.StartNew();
        while (await RunsAsync(client) > 0)
            Assert.That(waiting.Elapsed, Is.LessThan(time), "it has ended");
        await TestContext.Out.WriteLineAsync($"ended after {waiting.ElapsedMilliseconds} ms");
    }

    private static Task<long> RunsAsync(Neo4jClient client) =>
        client.OneAsync(
            new Statement(
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*) AS count"
            ),
            row => row.Whole(),
            CancellationToken.None
        );
}
