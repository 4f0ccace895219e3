using GraphQL.Types;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>
/// How many values an answer about the schema has: the schema is at hand, so it is counted, each selection once for each
/// thing that it is asked of. Types lead to fields and fields to types, without end.
/// </summary>
internal sealed class IntrospectionSize(ISchema schema, GraphQLDocument document)
{
    // By reference: to the library all lists are equal, and all that may not be null, whatever they are of.
    private readonly Dictionary<object, Dictionary<GraphQLSelectionSet, double>> _known = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = Fragments.ByName(document);

    /// <summary>The size of the answer to __schema or __type.</summary>
    public double Of(CollectedField root) =>
        1
        + root.SelectionSets.Sum(set =>
            root.FieldName == "__schema" ? Of(set, schema) : schema.AllTypes.Max(type => Of(set, type))
        );

    private double Of(GraphQLSelectionSet set, object asked)
    {
        if (!_known.TryGetValue(asked, out var bySet))
            _known.Add(asked, bySet = []);
        if (bySet.TryGetValue(set, out var known))
            return known;
        double sum = 0;
        foreach (var selection in set.Selections)
        {
            sum += selection switch
            {
                GraphQLField { SelectionSet: { } below } field => 1
                    + Below(asked, field.Name.StringValue).Sum(item => Of(below, item)),
                GraphQLField { Name.Value: var name } when name == "locations" && asked is Directive directive => 1
                    + directive.Locations.Count,
                GraphQLField => 1,
                GraphQLInlineFragment inline => Of(inline.SelectionSet, asked),
                GraphQLFragmentSpread spread => Of(
                    _fragments[spread.FragmentName.Name.StringValue].SelectionSet,
                    asked
                ),
                _ => 0,
            };
        }
        return bySet[set] = sum;
    }

    private IEnumerable<object> Below(object asked, string field) =>
        (asked, field) switch
        {
            (ISchema, "types") => schema.AllTypes,
            (ISchema, "queryType") => [schema.Query],
            (ISchema, "directives") => schema.Directives,
            (IInputObjectGraphType input, "inputFields") => input.Fields,
            (IComplexGraphType type and not IInputObjectGraphType, "fields") => type.Fields,
            (IImplementInterfaces type, "interfaces") => type.ResolvedInterfaces,
            (IAbstractGraphType type, "possibleTypes") => type.PossibleTypes,
            (EnumerationGraphType type, "enumValues") => type.Values,
            (IProvideResolvedType { ResolvedType: { } inner } and IGraphType, "ofType") => [inner],
            (FieldType of, "args") => of.Arguments ?? Enumerable.Empty<object>(),
            (Directive directive, "args") => directive.Arguments ?? Enumerable.Empty<object>(),
            (FieldType { ResolvedType: { } type }, "type") => [type],
            (QueryArgument { ResolvedType: { } type }, "type") => [type],
            _ => [],
        };
}
