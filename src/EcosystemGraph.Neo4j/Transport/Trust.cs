using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Whose certificates are trusted: those that the system trusts, or those that the authorities in Neo4j:CaFile have signed.</summary>
internal static class Trust
{
    /// <summary>What is wrong with Neo4j:CaFile; null where nothing is.</summary>
    public static string? Problem(Neo4jSettings settings)
    {
        try
        {
            return settings.CaFile.Length == 0 || Read(settings.CaFile).Count > 0
                ? null
                : "Neo4j:CaFile holds no certificate; it is a file in PEM, with -----BEGIN CERTIFICATE-----";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return "Neo4j:CaFile cannot be read as certificates in PEM";
        }
    }

    /// <summary>How a server is made sure of.</summary>
    public static SslClientAuthenticationOptions Options(Neo4jSettings settings)
    {
        var options = new SslClientAuthenticationOptions();
        if (settings.CaFile.Length > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(Read(settings.CaFile));
        }
        return options;
    }

    /// <summary>The fault of a certificate that is not trusted.</summary>
    public static Neo4jException Fault(SslPolicyErrors found, Exception? cause) =>
        new(
            Neo4jFault.Refused,
            found.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? "the Neo4j server's certificate is for another name than the one in Neo4j:Uri; write the name that it is for"
                : "the Neo4j server's certificate is not trusted; set Neo4j:CaFile to the file of the authority that signed it",
            null,
            cause
        );

    private static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }
}
