using System.Net;
using EcosystemGraph.Api.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace EcosystemGraph.Api.Http;

/// <summary>Believes what trusted proxies say of the client: its address, its scheme, its host.</summary>
internal static class Proxies
{
    public static void UseTrustedProxies(this WebApplication app, HttpSettings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
        app.UseForwardedHeaders(options);
    }
}
