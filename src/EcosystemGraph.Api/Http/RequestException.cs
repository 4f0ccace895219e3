using EcosystemGraph.Api.GraphQL;

namespace EcosystemGraph.Api.Http;

/// <summary>A message that is no GraphQL request: it gets its status under every media type.</summary>
internal sealed class RequestException(int status, string message, string code = ErrorCodes.BadRequest) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static RequestException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
