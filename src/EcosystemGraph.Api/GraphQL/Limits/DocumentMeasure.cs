using System.Globalization;
using EcosystemGraph.Api.Settings;
using GraphQL;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>
/// Measures a document before anything else looks at it, in one pass: each fragment is measured once and counted wherever
/// it is spread, so that a few lines that stand for millions of fields cost no more than they are long.
/// </summary>
internal sealed class DocumentMeasure
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;

    // Null while a fragment is being measured.
    private readonly Dictionary<string, Size?> _sizes = new(StringComparer.Ordinal);

    private readonly LimitSettings _limits;
    private int _nesting;

    private DocumentMeasure(GraphQLDocument document, LimitSettings limits)
    {
        _limits = limits;
        _fragments = Fragments.ByName(document);
    }

    /// <summary>Refuses a document that is larger than it may be.</summary>
    /// <exception cref="QuestionException">It is, or a fragment spreads itself.</exception>
    public static void Check(GraphQLDocument document, LimitSettings limits)
    {
        var measure = new DocumentMeasure(document, limits);
        Refuse(
            "Definitions",
            document.Definitions.Count,
            limits.Definitions,
            "operations and fragments",
            "leave out what is not asked for",
            document
        );
        // Operations that are not asked for are validated with the others.
        double fields = 0,
            aliases = 0,
            directives = 0,
            values = 0;
        var variables = 0;
        foreach (var definition in document.Definitions)
        {
            var (set, own) = definition switch
            {
                GraphQLOperationDefinition operation => (operation.SelectionSet, operation.Directives),
                GraphQLFragmentDefinition fragment => (fragment.SelectionSet, fragment.Directives),
                _ => throw new QuestionException(
                    ErrorCodes.Validation,
                    "the document defines something other than operations and fragments; leave it out",
                    definition
                ),
            };
            var size = definition is GraphQLFragmentDefinition named ? measure.Of(named) : measure.Of(set);
            fields += size.Fields;
            aliases += size.Aliases;
            directives += size.Directives + (own?.Count ?? 0);
            values += size.Values + Values(own);
            foreach (var variable in (definition as GraphQLOperationDefinition)?.Variables?.Items ?? [])
            {
                variables++;
                directives += variable.Directives?.Count ?? 0;
                values += Values(variable.DefaultValue) + Values(variable.Directives);
            }
            if (definition is GraphQLOperationDefinition)
            {
                Refuse("Depth", size.Depth, limits.Depth, "levels of fields", "ask in several questions", definition);
                Refuse(
                    "RootFields",
                    size.Roots,
                    limits.RootFields,
                    "fields at its root",
                    "ask in several questions",
                    definition
                );
            }
        }
        Refuse("Fields", fields, limits.Fields, "fields", "ask in several questions", document);
        Refuse(
            "Aliases",
            aliases,
            limits.Aliases,
            "fields with a name of their own",
            "ask for lists, or in several questions",
            document
        );
        Refuse("Directives", directives, limits.Directives, "directives", "leave out what is not needed", document);
        Refuse(
            "Variables",
            variables,
            limits.Variables,
            "variables",
            "leave out what is not needed, or give an object",
            document
        );
        Refuse("Values", values, limits.Values, "values in its arguments", "ask in several questions", document);
    }

    /// <summary>Refuses variables that hold more values than they may.</summary>
    /// <exception cref="QuestionException">They do.</exception>
    public static void Check(Inputs variables, LimitSettings limits)
    {
        if (variables.Count > 0)
            Refuse(
                "Values",
                variables.Values.Sum(Count),
                limits.Values,
                "values in its variables",
                "ask in several questions",
                null
            );
    }

    private static double Count(object? value) =>
        value switch
        {
            IDictionary<string, object?> of => 1 + of.Values.Sum(Count),
            IList<object?> list => 1 + list.Sum(Count),
            _ => 1,
        };

    private static void Refuse(string setting, double found, int allowed, string what, string instead, ASTNode? node)
    {
        if (found <= allowed)
            return;
        throw new QuestionException(
            ErrorCodes.DocumentTooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the document has {found:0} {what}, more than the {allowed} allowed (Limits:{setting}); {instead}"
            ),
            node
        );
    }

    private Size Of(GraphQLSelectionSet set)
    {
        var sum = default(Size);
        foreach (var selection in set.Selections)
        {
            var size = selection switch
            {
                GraphQLField field => OfField(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                GraphQLFragmentSpread spread => _fragments.TryGetValue(
                    spread.FragmentName.Name.StringValue,
                    out var fragment
                )
                    ? Of(fragment)
                    : default,
                _ => default,
            };
            var own = (selection as IHasDirectivesNode)?.Directives;
            sum = new Size(
                sum.Fields + size.Fields,
                Math.Max(sum.Depth, size.Depth),
                sum.Aliases + size.Aliases,
                sum.Directives + size.Directives + (own?.Count ?? 0),
                sum.Roots + size.Roots,
                sum.Values + size.Values + Values(own)
            );
        }
        return sum;
    }

    private Size OfField(GraphQLField field)
    {
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet);
        return new Size(
            below.Fields + 1,
            below.Depth + 1,
            below.Aliases + (field.Alias is null ? 0 : 1),
            below.Directives,
            1,
            below.Values + Values(field.Arguments)
        );
    }

    private Size Of(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.StringValue;
        if (_sizes.TryGetValue(name, out var known))
        {
            return known
                ?? throw new QuestionException(
                    ErrorCodes.Validation,
                    $"the fragment {name} spreads itself; leave the spread out",
                    fragment
                );
        }
        // Whatever walks the document follows fragments as deep as they go: how deep is as much a matter of the stack as that of fields.
        if (++_nesting > _limits.Depth)
        {
            throw new QuestionException(
                ErrorCodes.DocumentTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the document has more than {_limits.Depth} fragments spread one within the other, as many as are allowed (Limits:Depth); ask in several questions"
                ),
                fragment
            );
        }
        _sizes.Add(name, null);
        var size = Of(fragment.SelectionSet);
        _nesting--;
        _sizes[name] = size;
        return size;
    }

    private static double Values(GraphQLDirectives? directives) =>
        directives is null ? 0 : directives.Items.Sum(directive => Values(directive.Arguments));

    private static double Values(GraphQLArguments? arguments) =>
        arguments is null ? 0 : arguments.Items.Sum(argument => Values(argument.Value));

    // The parser has bounded how deep they nest.
    private static double Values(GraphQLValue? value) =>
        value switch
        {
            null => 0,
            GraphQLListValue list => 1 + (list.Values?.Sum(Values) ?? 0),
            GraphQLObjectValue of => 1 + (of.Fields?.Sum(field => Values(field.Value)) ?? 0),
            _ => 1,
        };

    // In floating point: what fragments stand for outgrows every whole number.
    private readonly record struct Size(
        double Fields,
        int Depth,
        double Aliases,
        double Directives,
        double Roots,
        double Values
    );
}
