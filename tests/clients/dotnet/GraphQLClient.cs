using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcosystemGraph.DotNetClient;

/// <summary>Asks a GraphQL server over HTTP and reads its answers strictly: a field that is missing, null or unknown to the type is an error.</summary>
internal sealed class GraphQLClient(Uri endpoint) : IDisposable
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The data of an answer.</summary>
    /// <exception cref="GraphQLException">The answer has errors.</exception>
    public async Task<T> AskAsync<T>(string query, object? variables, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        using var response = await _http.SendAsync(request, cancellation);
        if (
            response.Content.Headers.ContentType?.MediaType
            is not ("application/graphql-response+json" or "application/json")
        )
        {
            throw new InvalidOperationException($"the answer's type is {response.Content.Headers.ContentType}");
        }
        var answer = await response.Content.ReadFromJsonAsync<Response<T>>(Strict, cancellation);
        if (answer?.Errors is { Length: > 0 } errors)
            throw new GraphQLException(errors[0], response.StatusCode);
        return answer is { Data: { } data }
            ? data
            : throw new InvalidOperationException("the answer has no data and no errors");
    }

    public void Dispose() => _http.Dispose();

    private sealed record Response<T>(T? Data = default, GraphQLError[]? Errors = null);
}

/// <summary>An error as the server tells it.</summary>
internal sealed record GraphQLError(
    string Message,
    ErrorExtensions Extensions,
    ErrorLocation[]? Locations = null,
    JsonElement[]? Path = null
);

internal sealed record ErrorExtensions(string Code);

internal sealed record ErrorLocation(int Line, int Column);

/// <summary>The server answered with an error.</summary>
internal sealed class GraphQLException(GraphQLError error, System.Net.HttpStatusCode status) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;

    public System.Net.HttpStatusCode Status { get; } = status;
}
