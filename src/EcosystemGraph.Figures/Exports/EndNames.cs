using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>Names and kinds of bodies by their ids, for formats whose rows of links stand alone.</summary>
internal sealed class EndNames(Extract extract, Language language)
{
    private readonly Dictionary<string, (string Name, string Kind)> _bodies = extract.Bodies.ToDictionary(
        b => b.Id,
        b => (b.Name, b.Kind.In(language)),
        StringComparer.Ordinal
    );

    public string Name(string id) => _bodies[id].Name;

    public string Kind(string id) => _bodies[id].Kind;
}
