namespace EcosystemGraph.Core.Model;

// By what the records of each list can be counted; the names are the contract's.

/// <summary>By what actors can be counted.</summary>
public enum ActorsFacet
{
    /// <summary>What sort of body each is.</summary>
    KIND,

    /// <summary>Where each is.</summary>
    TERRITORY,

    /// <summary>Whether each is named or a category.</summary>
    NAMED,
}

/// <summary>By what groupings can be counted.</summary>
public enum GroupingsFacet
{
    /// <summary>What sort of body each is.</summary>
    KIND,

    /// <summary>What each is about; it counts once for each of its themes.</summary>
    THEME,

    /// <summary>Where each is.</summary>
    TERRITORY,

    /// <summary>Whether each exists, as its source puts it.</summary>
    STATUS,

    /// <summary>Whether the list of its members is complete.</summary>
    OPENNESS,
}

/// <summary>By what memberships can be counted.</summary>
public enum MembershipsFacet
{
    /// <summary>In which role.</summary>
    ROLE,

    /// <summary>In what.</summary>
    GROUPING,

    /// <summary>Whether each holds, as its source puts it.</summary>
    STATUS,

    /// <summary>How sure each is.</summary>
    CONFIDENCE,

    /// <summary>Whether the list that names each is complete.</summary>
    OPENNESS,
}

/// <summary>By what partnerships can be counted.</summary>
public enum PartnershipsFacet
{
    /// <summary>What sort of link each is.</summary>
    TYPE,

    /// <summary>In what capacity the one that acts does so.</summary>
    ROLE,

    /// <summary>At which event.</summary>
    OCCASION,

    /// <summary>How regularly the two work together.</summary>
    REGULARITY,

    /// <summary>What each is about; it counts once for each of its themes.</summary>
    THEME,

    /// <summary>Whether each holds, as its source puts it.</summary>
    STATUS,

    /// <summary>How sure each is.</summary>
    CONFIDENCE,

    /// <summary>Whether the list that names each is complete.</summary>
    OPENNESS,
}
