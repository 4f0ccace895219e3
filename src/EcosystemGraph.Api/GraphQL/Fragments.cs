using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The fragments of a document.</summary>
internal static class Fragments
{
    /// <summary>By their names; of several with one name, which validation refuses, the first.</summary>
    public static Dictionary<string, GraphQLFragmentDefinition> ByName(GraphQLDocument document)
    {
        var fragments = new Dictionary<string, GraphQLFragmentDefinition>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment)
                fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }
        return fragments;
    }
}
