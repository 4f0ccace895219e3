using EcosystemGraph.Api.GraphQL;

namespace EcosystemGraph.Api.Http;

/// <summary>Says how a PartialDate is written: what the schema's @specifiedBy points at, beside /graphql.</summary>
internal static class SpecificationEndpoint
{
    public static void MapSpecification(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/" + PartialDateType.SpecifiedBy,
            (HttpContext context) =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(PartialDateType.Specification, context.RequestAborted);
            }
        );
}
