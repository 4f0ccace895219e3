using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace EcosystemGraph.Api.Http;

/// <summary>API keys: in the header X-Api-Key, or as a bearer token.</summary>
internal static class ApiKeys
{
    public const string Scheme = "ApiKey";

    private const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<KnownKeys>();
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);
        services.AddAuthorization();
    }

    /// <summary>The keys that are known, kept as hashes.</summary>
    private sealed class KnownKeys(ServiceSettings settings)
    {
        private readonly (string Name, byte[] Hash)[] _keys =
        [
            .. settings.ApiKeys.Keys.Select(key => (key.Key, HashOf(key.Value))),
        ];

        /// <summary>Whose a key is; null for nobody's. Takes as long whatever the key is: every one is compared whole.</summary>
        public string? HolderOf(string key)
        {
            var hash = HashOf(key);
            string? holder = null;
            foreach (var (name, known) in _keys)
            {
                if (CryptographicOperations.FixedTimeEquals(hash, known))
                    holder = name;
            }
            return holder;
        }

        private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
    }

    private sealed class Handler(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory loggers,
        UrlEncoder encoder,
        KnownKeys keys
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (GivenKey() is not { } key)
                return Task.FromResult(AuthenticateResult.NoResult());
            if (keys.HolderOf(key) is not { } holder)
                return Task.FromResult(AuthenticateResult.Fail("unknown key"));
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, holder)], Scheme.Name);
            return Task.FromResult(
                AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name))
            );
        }

        protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            var known = GivenKey() is not null;
            Response.Headers.WWWAuthenticate = known
                ? "Bearer realm=\"graphql\", error=\"invalid_token\""
                : "Bearer realm=\"graphql\"";
            await Responses.SendErrorAsync(
                Context,
                StatusCodes.Status401Unauthorized,
                ErrorCodes.Unauthenticated,
                known
                    ? "the API key is not known here; ask the operator for one"
                    : $"an API key is needed; send it in the header {Header}, or in Authorization as a bearer token"
            );
        }

        private string? GivenKey()
        {
            if (Request.Headers[Header] is [{ Length: > 0 } key])
                return key;
            return
                Request.Headers.Authorization is [{ } authorization]
                && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                && authorization.Length > Bearer.Length
                ? authorization[Bearer.Length..].Trim()
                : null;
        }
    }
}
