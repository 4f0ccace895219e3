namespace EcosystemGraph.Api.Commands;

/// <summary>The addresses at which the program is told to listen.</summary>
internal static class ListenAddresses
{
    /// <summary>What is wrong with them; null where nothing is.</summary>
    /// <remarks>The server itself would take "http://localhost:nope" for every address of the machine, at port 80.</remarks>
    public static string? Problem(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0)
            return $"Cannot listen on '{urls}': --urls names no address";
        foreach (var address in addresses)
        {
            if (ProblemOf(address) is { } problem)
                return $"Cannot listen on '{urls}': {(addresses.Length > 1 ? $"'{address}': " : "")}{problem}";
        }
        return null;
    }

    private static string? ProblemOf(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            return "that is no address";
        }
        if (parsed.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase))
            return "https needs a certificate; listen on http, behind a proxy that has one";
        if (!parsed.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
            return "that is no http address";
        if (parsed.IsUnixPipe || parsed.IsNamedPipe)
            return null;
        if (parsed.PathBase.Length > 0)
            return "an address has no path";
        if (parsed.Port is < 0 or > 65535 || HasPortInHost(parsed.Host))
            return "a port is a number from 0 to 65535";
        return
            Uri.CheckHostName(parsed.Host.Trim('[', ']')) == UriHostNameType.Unknown && parsed.Host is not ("*" or "+")
            ? "that is no address"
            : null;
    }

    // A port that is no number is left standing in the host.
    private static bool HasPortInHost(string host) => host.LastIndexOf(':') > host.LastIndexOf(']');
}
