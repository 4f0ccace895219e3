using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>All kinds of records: the one description of the model, by which schema, plan and stores go.</summary>
/// <remarks>The fields of each are in the file named after it; a field is added there and nowhere else.</remarks>
public static class Records
{
    /// <summary>A body, as an actor or as a grouping.</summary>
    public static readonly RecordType Entity = new(
        "Entity",
        "A body of the ecosystem. The same id may be an actor, a grouping, or both at once (a network that is itself a member elsewhere); where it is both, it is given as a Grouping.",
        BodyFields.OfEntity
    )
    {
        Possible = [ActorType(), GroupingType()],
    };

    /// <summary>A body that acts.</summary>
    public static RecordType Actor => Entity.Possible[0];

    /// <summary>A body with members.</summary>
    public static RecordType Grouping => Entity.Possible[1];

    /// <summary>A membership or a partnership.</summary>
    public static readonly RecordType Link = new(
        "Link",
        "What all links have in common: who, with or in whom, since when, how sure, and which passages say so.",
        LinkFields.OfLink
    )
    {
        Possible = [MembershipType(), PartnershipType()],
    };

    /// <summary>An actor in a grouping.</summary>
    public static RecordType Membership => Link.Possible[0];

    /// <summary>A link of another kind between two bodies.</summary>
    public static RecordType Partnership => Link.Possible[1];

    /// <summary>A term of a vocabulary.</summary>
    public static readonly RecordType Concept = new(
        "Concept",
        "A term of one of the data set's vocabularies: a kind, a role, a type of link, a theme, a measure, an occasion. Terms are arranged from broader to narrower, so that one filter finds all banks or all forms of accompaniment.",
        ConceptFields.All
    )
    {
        Plural = "Concepts",
        DefaultKey = () => Concept!.Column("labelKey"),
    };

    /// <summary>A place.</summary>
    public static readonly RecordType Territory = new(
        "Territory",
        "A place: a country, a region, a department, an intercommunality, a commune. Reference data, not a source's claim.",
        TerritoryFields.All
    )
    {
        Plural = "Territories",
        DefaultKey = () => Territory!.Column("nameKey"),
    };

    /// <summary>A document.</summary>
    public static readonly RecordType Source = new(
        "Source",
        "A document from which facts are drawn.",
        SourceFields.OfSource
    );

    /// <summary>A paragraph of a document.</summary>
    public static readonly RecordType Passage = new(
        "Passage",
        "A paragraph of a source, by its place and its fingerprint; the text itself stays with its publisher.",
        SourceFields.OfPassage
    );

    /// <summary>A passage that states a fact.</summary>
    public static readonly RecordType Evidence = new(
        "Evidence",
        "A passage that states a fact, with the few words that name the thing there.",
        FactFields.OfEvidence
    );

    /// <summary>A form of a body's name.</summary>
    public static readonly RecordType NameForm = new(
        "NameForm",
        "A form under which sources name a body: its full name, a short or a former one, another spelling.",
        FactFields.OfNameForm
    );

    /// <summary>A number that a source gives.</summary>
    public static readonly RecordType Measure = new(
        "Measure",
        "A number that a source gives of a body: how many members, how many territories.",
        FactFields.OfMeasure
    );

    /// <summary>What a source denies.</summary>
    public static readonly RecordType Denial = new(
        "Denial",
        "What a source says is not so. A denial is never a link: it is not listed among links, counted or drawn.",
        FactFields.OfDenial
    );

    /// <summary>What the data tell about themselves.</summary>
    public static readonly RecordType DataFinding = new(
        "DataFinding",
        "Something missing, doubtful or contradictory in the data.",
        FactFields.OfFinding
    );

    /// <summary>Who accompanies a theme.</summary>
    public static readonly RecordType CoAccompanier = new(
        "CoAccompanier",
        "A body that accompanies a theme: through groupings on it, through partnerships, or both.",
        FactFields.OfCoAccompanier
    )
    {
        Plural = "CoAccompaniers",
    };

    /// <summary>With whom an actor shares groupings.</summary>
    public static readonly RecordType CoMember = new(
        "CoMember",
        "An actor with whom another shares groupings, and which.",
        FactFields.OfCoMember
    )
    {
        Plural = "CoMembers",
    };

    /// <summary>A body that is found by its name.</summary>
    public static readonly RecordType SearchHit = new(
        "SearchHit",
        "A body with a name that holds all the words of a search.",
        FactFields.OfSearchHit
    );

    /// <summary>How many records of a list have a value.</summary>
    public static readonly RecordType FacetCount = new(
        "FacetCount",
        "A value, and how many records of a list have it.",
        FactFields.OfFacetCount
    );

    /// <summary>A shortest chain between two bodies.</summary>
    public static readonly RecordType Path = new(
        "Path",
        "A shortest chain of links between two bodies, each body once.",
        NetworkFields.OfPath
    );

    /// <summary>A part of the graph and its measures.</summary>
    public static readonly RecordType Network = new(
        "Network",
        "A part of the graph as a network: bodies, tied in pairs. Measures are computed over bodies in the order of their ids and rounded to 9 decimals.",
        NetworkFields.OfNetwork
    );

    /// <summary>A body of a network.</summary>
    public static readonly RecordType NetworkNode = new(
        "NetworkNode",
        "A body and its place in a network.",
        NetworkFields.OfNode
    );

    /// <summary>Two bodies that are tied.</summary>
    public static readonly RecordType NetworkLink = new(
        "NetworkLink",
        "Two bodies of a network that are tied, and by what.",
        NetworkFields.OfLink
    );

    /// <summary>A part into which a network falls.</summary>
    public static readonly RecordType Component = new(
        "Component",
        "Bodies that chains of links join to each other and to no others.",
        NetworkFields.OfComponent
    );

    /// <summary>A group of a network.</summary>
    public static readonly RecordType Community = new(
        "Community",
        "Bodies that are tied closely among themselves.",
        NetworkFields.OfCommunity
    );

    /// <summary>What changed in a network.</summary>
    public static readonly RecordType NetworkChange = new(
        "NetworkChange",
        "What appeared, ended and stayed between two dates, as surely as the dates tell.",
        NetworkFields.OfChange
    );

    /// <summary>A network as a figure.</summary>
    public static readonly RecordType Figure = new("Figure", "A network drawn for a report.", NetworkFields.OfFigure);

    /// <summary>A network as a file.</summary>
    public static readonly RecordType NetworkFile = new(
        "NetworkFile",
        "A network written for another program.",
        NetworkFields.OfFile
    );

    /// <summary>Whatever has an id.</summary>
    public static readonly RecordType Node = new(
        "Node",
        "Whatever has an id: a body, a link, a term, a place, a document, a paragraph, a number, a denial. An id is that of one record, whatever its type; where it is an actor and a grouping, which are one body, it is given as a Grouping.",
        () => [new TextColumn("id", false, "The record's id, by which `node` finds it again.") { IsId = true }]
    )
    {
        // Groupings before actors: the first that has the id is meant.
        Possible = [Grouping, Actor, Membership, Partnership, Concept, Territory, Source, Passage, Measure, Denial],
    };

    /// <summary>The types that stand for several concrete ones.</summary>
    public static IEnumerable<RecordType> Abstract => [Entity, Link, Node];

    private static RecordType ActorType() =>
        new(
            "Actor",
            "A body that acts: an association, an authority, a bank, a university… or, where `named` is false, a category of bodies that the source does not name one by one.",
            BodyFields.OfActor
        )
        {
            Plural = "Actors",
            DefaultKey = () => Actor.Column("nameKey"),
            Facets =
            [
                new(ActorsFacet.KIND, "kind"),
                new(ActorsFacet.TERRITORY, "territory"),
                new(ActorsFacet.NAMED, "named"),
            ],
        };

    private static RecordType GroupingType() =>
        new(
            "Grouping",
            "A body whose members a source names or counts: a network, a consortium, a scheme, a platform…",
            BodyFields.OfGrouping
        )
        {
            Plural = "Groupings",
            DefaultKey = () => Grouping.Column("nameKey"),
            Facets =
            [
                new(GroupingsFacet.KIND, "kind"),
                new(GroupingsFacet.THEME, "themes"),
                new(GroupingsFacet.TERRITORY, "territory"),
                new(GroupingsFacet.STATUS, "status"),
                new(GroupingsFacet.OPENNESS, "openness"),
            ],
        };

    private static RecordType MembershipType() =>
        new(
            "Membership",
            "An actor in a grouping: in which role, since when, how sure, and which passages say so.",
            LinkFields.OfMembership
        )
        {
            Plural = "Memberships",
            DefaultKey = () => Membership.Column("from"),
            Facets =
            [
                new(MembershipsFacet.ROLE, "role"),
                new(MembershipsFacet.GROUPING, "grouping"),
                new(MembershipsFacet.STATUS, "status"),
                new(MembershipsFacet.CONFIDENCE, "confidence"),
                new(MembershipsFacet.OPENNESS, "openness"),
            ],
        };

    private static RecordType PartnershipType() =>
        new(
            "Partnership",
            "A partnership link from one body to another: collaborates, funds, trains with, accompanies…",
            LinkFields.OfPartnership
        )
        {
            Plural = "Partnerships",
            DefaultKey = () => Partnership.Column("from"),
            Facets =
            [
                new(PartnershipsFacet.TYPE, "type"),
                new(PartnershipsFacet.ROLE, "role"),
                new(PartnershipsFacet.OCCASION, "occasion"),
                new(PartnershipsFacet.REGULARITY, "regularity"),
                new(PartnershipsFacet.THEME, "themes"),
                new(PartnershipsFacet.STATUS, "status"),
                new(PartnershipsFacet.CONFIDENCE, "confidence"),
                new(PartnershipsFacet.OPENNESS, "openness"),
            ],
        };

    /// <summary>The concrete types with rows of their own, in the order in which they are listed for people.</summary>
    public static IEnumerable<RecordType> WithRows =>
        [
            Actor,
            Grouping,
            Membership,
            Partnership,
            Concept,
            Territory,
            Source,
            Passage,
            NameForm,
            Measure,
            Denial,
            DataFinding,
        ];
}
