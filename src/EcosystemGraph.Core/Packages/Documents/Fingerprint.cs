using System.Security.Cryptography;
using System.Text;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>SHA-256 of a text or a file, as 64 lower-case hex digits.</summary>
public static class Fingerprint
{
    /// <summary>That of a text: NFC, every run of white space one space, trimmed, UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(Normal(text)));

    /// <summary>That of a file's bytes.</summary>
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A text as its fingerprint sees it.</summary>
    public static string Normal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(
            ' ',
            text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
