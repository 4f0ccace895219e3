using EcosystemGraph.Api.GraphQL;

namespace EcosystemGraph.Api.Http;

/// <summary>A message that is no GraphQL request: it gets its status under every media type.</summary>
internal sealed class RequestException(
    int status,
    string message,
    string code = ErrorCodes.BadRequest,
    bool closes = false
) : RefusedException(new Refusal(AnswerOutcome.Refused, code, message) { Status = status, Closes = closes })
{
    public static RequestException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
