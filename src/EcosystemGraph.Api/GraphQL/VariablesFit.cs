using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>
/// A variable stands only where its type is that of the place (GraphQL, 5.8.5): same names, same lists, and null only
/// where it may be. The library's own rule takes any type that may not be null for any other.
/// </summary>
internal sealed class VariablesFit : ValidationRuleBase
{
    /// <summary>The rule.</summary>
    public static readonly VariablesFit Rule = new();

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        new Check(context).Run();
        return default;
    }

    /// <summary>A variable where it stands.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Type">The type of the place.</param>
    /// <param name="HasDefault">Whether the place has a value of its own where none is given.</param>
    private sealed record Usage(GraphQLVariable Variable, IGraphType Type, bool HasDefault);

    /// <summary>What stands in an operation or a fragment, those it spreads left out.</summary>
    private sealed class Part
    {
        public List<Usage> Usages { get; } = [];

        public HashSet<string> Spreads { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Check(ValidationContext context)
    {
        private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = Fragments.ByName(context.Document);
        private readonly Dictionary<string, Part> _parts = new(StringComparer.Ordinal);

        public void Run()
        {
            foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
            {
                if (operation.Operation == OperationType.Query && operation.Variables is { Count: > 0 } variables)
                    Run(operation, variables);
            }
        }

        private void Run(GraphQLOperationDefinition operation, GraphQLVariablesDefinition variables)
        {
            var own = new Part();
            Collect(operation.Directives, own);
            Collect(operation.SelectionSet, context.Schema.Query, own);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var left = new Stack<Part>([own]);
            while (left.TryPop(out var part))
            {
                foreach (var usage in part.Usages)
                {
                    // One that is not declared is another rule's find.
                    var declared = variables.Items.Find(one => one.Variable.Name.Value == usage.Variable.Name.Value);
                    if (declared is not null && !IsAllowed(declared, usage))
                        Report(declared, usage);
                }
                foreach (var name in part.Spreads)
                {
                    if (seen.Add(name) && _fragments.TryGetValue(name, out var fragment))
                        left.Push(Of(name, fragment));
                }
            }
        }

        private Part Of(string name, GraphQLFragmentDefinition fragment)
        {
            if (_parts.TryGetValue(name, out var part))
                return part;
            _parts.Add(name, part = new Part());
            Collect(fragment.Directives, part);
            Collect(fragment.SelectionSet, context.Schema.AllTypes[fragment.TypeCondition.Type.Name.Value], part);
            return part;
        }

        private void Collect(GraphQLSelectionSet? set, IGraphType? parent, Part part)
        {
            foreach (var selection in set?.Selections ?? [])
            {
                Collect((selection as IHasDirectivesNode)?.Directives, part);
                switch (selection)
                {
                    case GraphQLField field:
                        var definition = FieldOf(parent, field);
                        Collect(field.Arguments, definition?.Arguments, part);
                        Collect(field.SelectionSet, definition?.ResolvedType is { } type ? Named(type) : null, part);
                        break;
                    case GraphQLInlineFragment inline:
                        Collect(
                            inline.SelectionSet,
                            inline.TypeCondition is { } condition
                                ? context.Schema.AllTypes[condition.Type.Name.Value]
                                : parent,
                            part
                        );
                        break;
                    case GraphQLFragmentSpread spread:
                        part.Spreads.Add(spread.FragmentName.Name.StringValue);
                        break;
                }
            }
        }

        private FieldType? FieldOf(IGraphType? parent, GraphQLField field) =>
            parent == context.Schema.Query && field.Name.Value == context.Schema.TypeMetaFieldType.Name
                ? context.Schema.TypeMetaFieldType
            : parent == context.Schema.Query && field.Name.Value == context.Schema.SchemaMetaFieldType.Name
                ? context.Schema.SchemaMetaFieldType
            : (parent as IComplexGraphType)?.GetField(field.Name.Value);

        private void Collect(GraphQLDirectives? directives, Part part)
        {
            foreach (var directive in directives?.Items ?? [])
                Collect(directive.Arguments, context.Schema.Directives.Find(directive.Name.Value)?.Arguments, part);
        }

        private static void Collect(GraphQLArguments? arguments, QueryArguments? known, Part part)
        {
            foreach (var argument in arguments?.Items ?? [])
            {
                if (known?.Find(argument.Name.Value) is { ResolvedType: { } type } found)
                    Collect(argument.Value, type, found.DefaultValue is not null, part);
            }
        }

        private static void Collect(GraphQLValue value, IGraphType type, bool hasDefault, Part part)
        {
            switch (value)
            {
                case GraphQLVariable variable:
                    part.Usages.Add(new Usage(variable, type, hasDefault));
                    break;
                case GraphQLListValue list when Nullable(type) is ListGraphType { ResolvedType: { } item }:
                    foreach (var each in list.Values ?? [])
                        Collect(each, item, false, part);
                    break;
                case GraphQLObjectValue of when Named(type) is IInputObjectGraphType input:
                    foreach (var field in of.Fields ?? [])
                    {
                        if (input.GetField(field.Name.Value) is { ResolvedType: { } inner } found)
                            Collect(field.Value, inner, found.DefaultValue is not null, part);
                    }
                    break;
            }
        }

        private static bool IsAllowed(GraphQLVariableDefinition declared, Usage usage)
        {
            if (
                usage.Type is not NonNullGraphType { ResolvedType: { } nullable }
                || declared.Type is GraphQLNonNullType
            )
                return IsSame(declared.Type, usage.Type);
            return (usage.HasDefault || declared.DefaultValue is not null and not GraphQLNullValue)
                && IsSame(declared.Type, nullable);
        }

        // The same type, but that what is never null may stand where null may.
        private static bool IsSame(GraphQLType own, IGraphType place) =>
            (own, place) switch
            {
                (GraphQLNonNullType a, NonNullGraphType b) => IsSame(a.Type, b.ResolvedType!),
                (_, NonNullGraphType) => false,
                (GraphQLNonNullType a, _) => IsSame(a.Type, place),
                (GraphQLListType a, ListGraphType b) => IsSame(a.Type, b.ResolvedType!),
                (GraphQLNamedType a, not ListGraphType) => a.Name.Value == place.Name,
                _ => false,
            };

        private static IGraphType Nullable(IGraphType type) =>
            type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;

        private static IGraphType Named(IGraphType type) =>
            type is IProvideResolvedType { ResolvedType: { } inner } ? Named(inner) : type;

        private void Report(GraphQLVariableDefinition declared, Usage usage) =>
            context.ReportError(
                new ValidationError(
                    context.Document.Source,
                    "5.8.5",
                    $"${usage.Variable.Name.StringValue} is of the type {Text(declared.Type)}, and stands where {usage.Type} is expected; declare it as that",
                    declared,
                    usage.Variable
                )
            );

        private static string Text(GraphQLType type) =>
            type switch
            {
                GraphQLNonNullType required => Text(required.Type) + "!",
                GraphQLListType list => $"[{Text(list.Type)}]",
                _ => ((GraphQLNamedType)type).Name.StringValue,
            };
    }
}
