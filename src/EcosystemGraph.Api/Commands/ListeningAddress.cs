using Microsoft.AspNetCore.Http;

namespace EcosystemGraph.Api.Commands;

/// <summary>The addresses where the server is to listen, checked before it tries.</summary>
/// <remarks>Kestrel takes what it cannot read for the name of a host, and listens everywhere: "http://127.0.0.1:x" on port 80.</remarks>
internal static class ListeningAddress
{
    /// <summary>What is wrong with a list of addresses separated by ';'; null where nothing is.</summary>
    public static string? FirstWrong(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length == 0 ? "it names none" : addresses.Select(Wrong).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Wrong(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return $"'{url}' is no address";
        }
        if (address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)) return $"'{url}' asks for TLS, which a proxy in front of this server is for";
        if (!address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || address.IsUnixPipe || address.IsNamedPipe) return $"'{url}' is no http address";
        if (address.PathBase.Length > 0) return $"'{url}' has a path; it listens on a host and a port";
        if (address.Port is < 0 or > ushort.MaxValue) return $"'{url}' has a port beyond {ushort.MaxValue}";
        return Uri.CheckHostName(address.Host.Trim('[', ']')) == UriHostNameType.Unknown && address.Host is not ("*" or "+") ? $"'{url}' is no address" : null;
    }
}
