using EcosystemGraph.Core.Catalog;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>A field of the answer: its name there, and the places of the document that ask for it.</summary>
/// <param name="Name">The name in the answer.</param>
/// <param name="Nodes">Where it is asked for; all of one field with the same arguments, as validation has seen to.</param>
internal sealed record CollectedField(string Name, List<GraphQLField> Nodes)
{
    public GraphQLField First => Nodes[0];

    public string FieldName => First.Name.StringValue;

    public IEnumerable<GraphQLSelectionSet> SelectionSets =>
        Nodes.Select(node => node.SelectionSet).OfType<GraphQLSelectionSet>();
}

/// <summary>
/// Collects the fields asked of one concrete type: through fragments and type conditions, merged by their names in the
/// answer, without those that @skip and @include leave out.
/// </summary>
internal sealed class FieldCollector(GraphQLDocument document, Variables? variables)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = Fragments.ByName(document);

    public IReadOnlyList<CollectedField> Of(IEnumerable<GraphQLSelectionSet> sets, string concreteType)
    {
        var fields = new List<CollectedField>();
        var byName = new Dictionary<string, CollectedField>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
            Collect(set, concreteType, fields, byName, spread);
        return fields;
    }

    private void Collect(
        GraphQLSelectionSet set,
        string type,
        List<CollectedField> fields,
        Dictionary<string, CollectedField> byName,
        HashSet<string> spread
    )
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!byName.TryGetValue(name, out var collected))
                    {
                        byName.Add(name, collected = new CollectedField(name, []));
                        fields.Add(collected);
                    }
                    collected.Nodes.Add(field);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, fields, byName, spread);
                    break;
                // A fragment spread again adds nothing; without this, fragments that each spread the next one twice would take for ever.
                case GraphQLFragmentSpread { FragmentName.Name.StringValue: var fragment } when spread.Add(fragment):
                    if (Applies(_fragments[fragment].TypeCondition, type))
                        Collect(_fragments[fragment].SelectionSet, type, fields, byName, spread);
                    break;
            }
        }
    }

    private static bool Applies(GraphQLTypeCondition? condition, string type)
    {
        if (condition is null)
            return true;
        var asked = condition.Type.Name.StringValue;
        if (asked == type)
            return true;
        return Records.Abstract.Any(one => one.Name == asked && one.Possible.Any(possible => possible.Name == type));
    }

    private bool IsIncluded(ASTNode selection)
    {
        foreach (var directive in (selection as IHasDirectivesNode)?.Directives?.Items ?? [])
        {
            var skips = directive.Name.Value == "skip";
            if (!skips && directive.Name.Value != "include")
                continue;
            if (Condition(directive) == skips)
                return false;
        }
        return true;
    }

    private bool Condition(GraphQLDirective directive)
    {
        var argument = directive.Arguments!.First(a => a.Name.Value == "if").Value;
        if (argument is GraphQLVariable variable)
        {
            // A variable that may be null can stand here where it has a default; null given for it is an error (GraphQL, 6.4.1).
            return
                variables is not null
                && variables.ValueFor(variable.Name.Value, out var value)
                && value.Value is bool given
                ? given
                : throw new QuestionException(
                    ErrorCodes.BadArgument,
                    $"${variable.Name.StringValue} is null, and @{directive.Name.StringValue} needs true or false; give one of them, or leave the variable out",
                    directive
                );
        }
        return argument is GraphQLBooleanValue literal && literal.BoolValue;
    }
}
