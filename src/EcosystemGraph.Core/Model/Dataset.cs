using System.Collections.Immutable;

namespace EcosystemGraph.Core.Model;

/// <summary>A data package, read: every row of every file, with defaults filled, in the order of the files.</summary>
public sealed record Dataset
{
    /// <summary>The data set's title, from datapackage.json.</summary>
    public required string Title { get; init; }

    /// <summary>Its version, from datapackage.json.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Fingerprint of the rows (SHA-256, 64 lower-case hex digits): the same rows give the same fingerprint, however
    /// their files are spelled (line ends, quotes, a BOM, columns in another order).
    /// </summary>
    public required string Sha256 { get; init; }

    /// <summary>actors.csv.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>groupings.csv, or the groupings that memberships use.</summary>
    public ImmutableArray<Grouping> Groupings { get; init; } = [];

    /// <summary>memberships.csv.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>partnerships.csv.</summary>
    public ImmutableArray<Partnership> Partnerships { get; init; } = [];

    /// <summary>denials.csv.</summary>
    public ImmutableArray<Denial> Denials { get; init; } = [];

    /// <summary>measures.csv.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>names.csv.</summary>
    public ImmutableArray<NameForm> Names { get; init; } = [];

    /// <summary>concepts.csv, or the concepts used, and those built in.</summary>
    public ImmutableArray<Concept> Concepts { get; init; } = [];

    /// <summary>territories.csv, or the territories used.</summary>
    public ImmutableArray<Territory> Territories { get; init; } = [];

    /// <summary>sources.csv.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>passages.csv.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];
}
