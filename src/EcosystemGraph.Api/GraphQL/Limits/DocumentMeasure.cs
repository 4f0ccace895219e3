using System.Globalization;
using EcosystemGraph.Api.Settings;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>
/// Measures a document before anything else looks at it, in one pass: each fragment is measured once and counted wherever
/// it is spread, so that a few lines that stand for millions of fields cost no more than they are long.
/// </summary>
internal sealed class DocumentMeasure
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);

    // Null while a fragment is being measured.
    private readonly Dictionary<string, Size?> _sizes = new(StringComparer.Ordinal);

    private DocumentMeasure(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment) _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }
    }

    /// <summary>Refuses a document that is larger than it may be.</summary>
    /// <exception cref="QuestionException">It is, or a fragment spreads itself.</exception>
    public static void Check(GraphQLDocument document, LimitSettings limits)
    {
        var measure = new DocumentMeasure(document);
        // Operations that are not asked for are validated with the others.
        double fields = 0, aliases = 0, directives = 0;
        foreach (var definition in document.Definitions)
        {
            var (set, own) = definition switch
            {
                GraphQLOperationDefinition operation => (operation.SelectionSet, operation.Directives?.Count ?? 0),
                GraphQLFragmentDefinition fragment => (fragment.SelectionSet, fragment.Directives?.Count ?? 0),
                _ => (null, 0),
            };
            if (set is null) continue;
            var size = definition is GraphQLFragmentDefinition named ? measure.Of(named) : measure.Of(set);
            fields += size.Fields;
            aliases += size.Aliases;
            directives += size.Directives + own;
            if (definition is GraphQLOperationDefinition)
            {
                Refuse("Depth", size.Depth, limits.Depth, "levels of fields", "ask in several questions", definition);
                Refuse("RootFields", size.Roots, limits.RootFields, "fields at its root", "ask in several questions", definition);
            }
        }
        Refuse("Fields", fields, limits.Fields, "fields", "ask in several questions", document);
        Refuse("Aliases", aliases, limits.Aliases, "fields with a name of their own", "ask for lists, or in several questions", document);
        Refuse("Directives", directives, limits.Directives, "directives", "leave out what is not needed", document);
    }

    private static void Refuse(string setting, double found, int allowed, string what, string instead, ASTNode node)
    {
        if (found <= allowed) return;
        throw new QuestionException(ErrorCodes.DocumentTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"the document has {found:0} {what}, more than the {allowed} allowed (Limits:{setting}); {instead}"), node);
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
                GraphQLFragmentSpread spread => _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) ? Of(fragment) : default,
                _ => default,
            };
            var own = (selection as IHasDirectivesNode)?.Directives?.Count ?? 0;
            sum = new Size(sum.Fields + size.Fields, Math.Max(sum.Depth, size.Depth), sum.Aliases + size.Aliases, sum.Directives + size.Directives + own, sum.Roots + size.Roots);
        }
        return sum;
    }

    private Size OfField(GraphQLField field)
    {
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet);
        return new Size(below.Fields + 1, below.Depth + 1, below.Aliases + (field.Alias is null ? 0 : 1), below.Directives, 1);
    }

    private Size Of(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.StringValue;
        if (_sizes.TryGetValue(name, out var known))
        {
            return known ?? throw new QuestionException(ErrorCodes.Validation, $"the fragment {name} spreads itself; leave the spread out", fragment);
        }
        _sizes.Add(name, null);
        var size = Of(fragment.SelectionSet);
        _sizes[name] = size;
        return size;
    }

    // In floating point: what fragments stand for outgrows every whole number.
    private readonly record struct Size(double Fields, int Depth, double Aliases, double Directives, double Roots);
}
