using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using Microsoft.AspNetCore.RateLimiting;

namespace EcosystemGraph.Api.Http;

/// <summary>How often a client may ask: whoever has an API key by its name, others by their address.</summary>
internal static class RateLimits
{
    public const string Policy = "questions";

    // Who has an IPv6 address has the whole network of it.
    private const int NetworkBytes = 8;

    public static void AddRateLimits(this IServiceCollection services, RateLimitSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(
                Policy,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        ClientOf(context),
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = settings.Requests,
                            Window = TimeSpan.FromSeconds(settings.Seconds),
                        }
                    )
            );
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))
                    : settings.Seconds;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await Responses.SendErrorAsync(
                    rejected.HttpContext,
                    StatusCodes.Status429TooManyRequests,
                    ErrorCodes.RateLimited,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"more than {settings.Requests} requests in {settings.Seconds} s; ask again in {wait} s"
                    )
                );
            };
        });

    private static string ClientOf(HttpContext context)
    {
        // A name cannot be mistaken for an address.
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name })
            return "key " + name;
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([
                .. address.GetAddressBytes().AsSpan(0, NetworkBytes),
                .. new byte[16 - NetworkBytes],
            ]).ToString()
            : address.ToString();
    }
}
