using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>
/// Fields with one name in the answer must be one field with the same arguments, and of one shape (GraphQL, 5.3.2), found
/// by groups rather than by pairs: the library's own rule takes seconds for a field that is asked for some thousand times.
/// </summary>
/// <remarks>
/// After Simon Adameit's algorithm for Sangria: each group is held against its first member, once for the shape of the
/// answer across all types and once for field and arguments among fields that can belong to one object.
/// </remarks>
internal sealed class FieldsMerge : ValidationRuleBase
{
    /// <summary>How many fields may be looked at: a document that is allowed needs no more than some passes over its fields.</summary>
    private const int MaxComparisons = 400_000;

    /// <summary>The rule.</summary>
    public static readonly FieldsMerge Rule = new();

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        new Check(context).Run();
        return default;
    }

    private sealed record Asked(GraphQLField Field, IComplexGraphType? Parent, FieldType? Definition);

    private sealed class Check(ValidationContext context)
    {
        private readonly HashSet<(string, int)> _reported = [];
        private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = Fragments.ByName(context.Document);
        private int _compared;

        public void Run()
        {
            foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
            {
                if (operation.Operation != OperationType.Query)
                    continue;
                var groups = Groups([(operation.SelectionSet, context.Schema.Query)]);
                AreOneField(groups);
                HaveOneShape(groups);
            }
        }

        private Dictionary<string, List<Asked>> Groups(IEnumerable<(GraphQLSelectionSet Set, IGraphType? Parent)> sets)
        {
            var groups = new Dictionary<string, List<Asked>>(StringComparer.Ordinal);
            var spread = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (set, parent) in sets)
                Collect(set, parent, groups, spread);
            return groups;
        }

        private void Collect(
            GraphQLSelectionSet set,
            IGraphType? parent,
            Dictionary<string, List<Asked>> groups,
            HashSet<string> spread
        )
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case GraphQLField field:
                        if (++_compared > MaxComparisons)
                        {
                            throw new QuestionException(
                                ErrorCodes.DocumentTooLarge,
                                "the document's fields and fragments are too entangled to be checked; ask in several questions",
                                field
                            );
                        }
                        var name = (field.Alias?.Name ?? field.Name).StringValue;
                        if (!groups.TryGetValue(name, out var group))
                            groups.Add(name, group = []);
                        var type = parent as IComplexGraphType;
                        group.Add(new Asked(field, type, type?.GetField(field.Name.Value)));
                        break;
                    case GraphQLInlineFragment inline:
                        Collect(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent, groups, spread);
                        break;
                    case GraphQLFragmentSpread { FragmentName.Name.StringValue: var fragment }
                        when spread.Add(fragment):
                        if (_fragments.TryGetValue(fragment, out var found))
                            Collect(found.SelectionSet, TypeOf(found.TypeCondition), groups, spread);
                        break;
                }
            }
        }

        private IGraphType? TypeOf(GraphQLTypeCondition? condition) =>
            condition is null ? null : context.Schema.AllTypes[condition.Type.Name.Value];

        private void HaveOneShape(Dictionary<string, List<Asked>> groups)
        {
            foreach (var (name, group) in groups)
            {
                var first = group[0].Definition?.ResolvedType;
                foreach (var other in group)
                {
                    if (first is not null && other.Definition?.ResolvedType is { } type && !IsOneShape(first, type))
                        Report(name, group[0], other, "they are of different types");
                }
                if (Below(group) is { } below)
                    HaveOneShape(below);
            }
        }

        private void AreOneField(Dictionary<string, List<Asked>> groups)
        {
            foreach (var (name, group) in groups)
            {
                foreach (var together in OfOneObject(group))
                {
                    foreach (var other in together)
                    {
                        if (other.Field.Name.Value != together[0].Field.Name.Value)
                            Report(
                                name,
                                together[0],
                                other,
                                $"{together[0].Field.Name.StringValue} and {other.Field.Name.StringValue} are different fields"
                            );
                        else if (!AreEqual(together[0].Field.Arguments, other.Field.Arguments))
                            Report(name, together[0], other, "they have different arguments");
                    }
                    if (Below(together) is { } below)
                        AreOneField(below);
                }
            }
        }

        // An object is of one concrete type: fields asked of different ones never meet, those asked of an abstract one meet all.
        private static IEnumerable<List<Asked>> OfOneObject(List<Asked> group)
        {
            if (group.Count == 1)
                return [group];
            var concrete = group
                .Where(asked => asked.Parent is IObjectGraphType)
                .ToLookup(asked => asked.Parent!.Name, StringComparer.Ordinal);
            if (concrete.Count == 0)
                return [group];
            var shared = group.Where(asked => asked.Parent is not IObjectGraphType).ToArray();
            return concrete.Select(own => own.Concat(shared).ToList());
        }

        private Dictionary<string, List<Asked>>? Below(List<Asked> group)
        {
            var sets = group
                .Where(asked => asked.Field.SelectionSet is not null)
                .Select(asked =>
                    (asked.Field.SelectionSet!, asked.Definition?.ResolvedType is { } type ? Named(type) : null)
                )
                .ToArray();
            return sets.Length == 0 ? null : Groups(sets);
        }

        private static IGraphType Named(IGraphType type) =>
            type is IProvideResolvedType { ResolvedType: { } inner } ? Named(inner) : type;

        private static bool IsOneShape(IGraphType one, IGraphType other)
        {
            if (ReferenceEquals(one, other))
                return true;
            if (one is NonNullGraphType a && other is NonNullGraphType b)
                return IsOneShape(a.ResolvedType!, b.ResolvedType!);
            if (one is ListGraphType c && other is ListGraphType d)
                return IsOneShape(c.ResolvedType!, d.ResolvedType!);
            if (one is NonNullGraphType or ListGraphType || other is NonNullGraphType or ListGraphType)
                return false;
            return (one is IComplexGraphType or UnionGraphType && other is IComplexGraphType or UnionGraphType)
                || one.Name == other.Name;
        }

        private static bool AreEqual(GraphQLArguments? one, GraphQLArguments? other)
        {
            if ((one?.Count ?? 0) != (other?.Count ?? 0))
                return false;
            foreach (var argument in one?.Items ?? [])
            {
                var same = other!.Items.Find(candidate => candidate.Name.Value == argument.Name.Value);
                if (same is null || !AreEqual(argument.Value, same.Value))
                    return false;
            }
            return true;
        }

        private static bool AreEqual(GraphQLValue one, GraphQLValue other) =>
            (one, other) switch
            {
                (GraphQLEnumValue a, GraphQLEnumValue b) => a.Name.Value == b.Name.Value,
                (GraphQLVariable a, GraphQLVariable b) => a.Name.Value == b.Name.Value,
                (GraphQLListValue a, GraphQLListValue b) => (a.Values?.Count ?? 0) == (b.Values?.Count ?? 0)
                    && (a.Values ?? []).Zip(b.Values ?? []).All(pair => AreEqual(pair.First, pair.Second)),
                (GraphQLObjectValue a, GraphQLObjectValue b) => (a.Fields?.Count ?? 0) == (b.Fields?.Count ?? 0)
                    && (a.Fields ?? []).All(field =>
                        b.Fields!.Find(candidate => candidate.Name.Value == field.Name.Value) is { } same
                        && AreEqual(field.Value, same.Value)
                    ),
                (IHasValueNode a, IHasValueNode b) => one.Kind == other.Kind && a.Value == b.Value,
                _ => false,
            };

        private void Report(string name, Asked one, Asked other, string why)
        {
            if (!_reported.Add((name, other.Field.Location.Start)))
                return;
            context.ReportError(
                new ValidationError(
                    context.Document.Source,
                    "5.3.2",
                    $"two fields are called '{name}' in the answer, but {why}; give one of them a name of its own",
                    one.Field,
                    other.Field
                )
            );
        }
    }
}
