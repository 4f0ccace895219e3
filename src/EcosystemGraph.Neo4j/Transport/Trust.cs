using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Whose certificates are trusted: those that the system trusts, or those that the authorities in Neo4j:CaFile have signed.</summary>
internal sealed class Trust
{
    private SslPolicyErrors _found;

    /// <param name="settings">Whom to trust.</param>
    /// <param name="isBlind">Whether anybody is.</param>
    public Trust(Neo4jSettings settings, bool isBlind = false)
    {
        Options.RemoteCertificateValidationCallback = (_, _, _, errors) =>
        {
            _found = errors;
            return errors == SslPolicyErrors.None || isBlind;
        };
        if (settings.CaFile.Length == 0)
            return;
        Options.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        Options.CertificateChainPolicy.CustomTrustStore.AddRange(Read(settings.CaFile));
    }

    /// <summary>How a connection over TLS is made.</summary>
    public SslClientAuthenticationOptions Options { get; } = new();

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

    /// <summary>The fault of a connection that did not come about; null where it is not the certificate's.</summary>
    public Neo4jException? Fault(Exception cause)
    {
        if (_found == SslPolicyErrors.None)
            return null;
        return new Neo4jException(
            Neo4jFault.Refused,
            _found.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? "the Neo4j server's certificate is for another name than the one in Neo4j:Uri; write the name that it is for"
                : "the Neo4j server's certificate is not trusted; set Neo4j:CaFile to the file of the authority that signed it",
            null,
            cause
        );
    }

    private static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }
}
