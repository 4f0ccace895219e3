namespace EcosystemGraph.Figures.Exports;

/// <summary>The kinds of file that hold a network. The names are the contract's.</summary>
public enum NetworkFormat
{
    /// <summary>GEXF 1.3, Gephi's own: dates as spells, positions and colours.</summary>
    GEXF,

    /// <summary>GraphML, which most libraries of graphs read.</summary>
    GRAPHML,

    /// <summary>DOT, Graphviz's language.</summary>
    DOT,

    /// <summary>A Mermaid flowchart, for Markdown pages.</summary>
    MERMAID,

    /// <summary>One table, RFC 4180: the links, or the bodies (<see cref="ExportOptions.Table"/>).</summary>
    CSV,

    /// <summary>A workbook with a sheet each for bodies, links and passages.</summary>
    XLSX,

    /// <summary>JSON-LD in the terms of schema.org, W3C PROV and SKOS.</summary>
    JSONLD,

    /// <summary>Elements for Cytoscape.js and Cytoscape.</summary>
    CYTOSCAPE,
}
