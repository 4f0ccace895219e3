namespace EcosystemGraph.Core.Model;

// The names are the contract's and the data package's: they are written, read and sorted as declared here.

/// <summary>Whether a dated thing was active at a date. In the order NO &lt; POSSIBLE &lt; CERTAIN of certainty.</summary>
public enum Activity
{
    /// <summary>Surely active throughout.</summary>
    CERTAIN,

    /// <summary>Perhaps: the dates do not settle it.</summary>
    POSSIBLE,

    /// <summary>Surely not.</summary>
    NO,
}

/// <summary>How sure a fact is, by its source.</summary>
public enum Confidence
{
    /// <summary>The source says so.</summary>
    STATED,

    /// <summary>It follows from what the source says.</summary>
    INFERRED,

    /// <summary>The source can be read so, and otherwise.</summary>
    UNCERTAIN,
}

/// <summary>Whether a list in a source names all that belong to it.</summary>
public enum Openness
{
    /// <summary>It goes on: "etc.", "such as". Who is not in it may belong all the same.</summary>
    OPEN,

    /// <summary>The source gives it as complete. Who is not in it does not belong, by this source.</summary>
    CLOSED,

    /// <summary>The source does not say, or there is no list: nothing follows from absence.</summary>
    UNKNOWN,
}

/// <summary>As the source puts it, at the source's date.</summary>
public enum Status
{
    /// <summary>It is so.</summary>
    CURRENT,

    /// <summary>It was so and is no longer.</summary>
    PAST,

    /// <summary>It is to be.</summary>
    PLANNED,

    /// <summary>The source does not say.</summary>
    UNKNOWN,
}

/// <summary>How regularly two work together.</summary>
public enum Regularity
{
    /// <summary>Regularly.</summary>
    REGULAR,

    /// <summary>From time to time.</summary>
    OCCASIONAL,

    /// <summary>Within limits that the source names.</summary>
    LIMITED,

    /// <summary>The source does not say.</summary>
    UNSTATED,
}

/// <summary>Which ends of a link are meant, seen from one body.</summary>
public enum LinkDirection
{
    /// <summary>Either end.</summary>
    ANY,

    /// <summary>The body is the source.</summary>
    OUT,

    /// <summary>The body is the target.</summary>
    IN,
}

/// <summary>How a number is meant.</summary>
public enum Qualifier
{
    /// <summary>Exactly so many.</summary>
    EXACT,

    /// <summary>So many or more.</summary>
    AT_LEAST,

    /// <summary>More than so many.</summary>
    MORE_THAN,

    /// <summary>About so many.</summary>
    ABOUT,
}

/// <summary>How well a name holds what is searched for, the best first.</summary>
public enum SearchRank
{
    /// <summary>It is the name.</summary>
    EXACT,

    /// <summary>The name begins so.</summary>
    PREFIX,

    /// <summary>The name has all its words, whole.</summary>
    WORD,

    /// <summary>The name has all its words, at least within longer ones.</summary>
    PART,

    /// <summary>The name has all its words, at least one of them written as two or more.</summary>
    JOINED,
}

/// <summary>A kind of link.</summary>
public enum LinkKind
{
    /// <summary>An actor in a grouping.</summary>
    MEMBERSHIP,

    /// <summary>A link of another kind between two bodies.</summary>
    PARTNERSHIP,
}

/// <summary>By what the bodies of a network are sorted.</summary>
public enum NodeMeasure
{
    /// <summary>How many bodies it is tied to, most first.</summary>
    DEGREE,

    /// <summary>How often it lies between others, most first.</summary>
    BETWEENNESS,

    /// <summary>How near it is to the others, nearest first.</summary>
    CLOSENESS,

    /// <summary>How much weight its neighbours lend it, most first.</summary>
    PAGERANK,

    /// <summary>Its folded name.</summary>
    NAME,
}

/// <summary>How much a finding about the data matters.</summary>
public enum FindingSeverity
{
    /// <summary>The data cannot be right.</summary>
    ERROR,

    /// <summary>Someone should look.</summary>
    WARNING,

    /// <summary>Worth knowing.</summary>
    INFO,
}
