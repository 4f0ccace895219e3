using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>In which order records are sorted.</summary>
internal enum SortDirection
{
    ASC,
    DESC,
}

/// <summary>The contract's enums: their names, what they mean and what each value means, for analysts.</summary>
internal static class EnumDescriptions
{
    public static readonly IReadOnlyDictionary<
        Type,
        (string Name, string Description, IReadOnlyDictionary<string, string> Values)
    > All = new Dictionary<Type, (string, string, IReadOnlyDictionary<string, string>)>
    {
        [typeof(Activity)] = (
            "Activity",
            "Whether a dated thing was active at a date. By certainty: NO, then POSSIBLE, then CERTAIN.",
            new Dictionary<string, string>
            {
                ["CERTAIN"] = "Active throughout the date, surely.",
                ["POSSIBLE"] = "Perhaps: the dates do not settle it. As a least certainty it includes CERTAIN.",
                ["NO"] = "Surely not active. As a least certainty it includes everything.",
            }
        ),
        [typeof(Confidence)] = (
            "Confidence",
            "How sure a fact is, by its source.",
            new Dictionary<string, string>
            {
                ["STATED"] = "The source says so.",
                ["INFERRED"] =
                    "It follows from what the source says, as an item of a list does that has no verb of its own.",
                ["UNCERTAIN"] = "The source can be read so, and otherwise.",
            }
        ),
        [typeof(Openness)] = (
            "Openness",
            "Whether a list in a source names all that belong to it, so that absence from it means something.",
            new Dictionary<string, string>
            {
                ["OPEN"] =
                    "The list goes on, as one does that ends in \"etc.\" or begins with \"such as\": who is not in it may belong all the same.",
                ["CLOSED"] =
                    "The source gives the list as complete, as in \"a group of six: …\": who is not in it does not belong, by this source.",
                ["UNKNOWN"] = "The source does not say, or there is no list: nothing follows from absence.",
            }
        ),
        [typeof(Status)] = (
            "Status",
            "As the source puts it, at the source's date.",
            new Dictionary<string, string>
            {
                ["CURRENT"] = "It is so.",
                ["PAST"] = "It was so and is no longer.",
                ["PLANNED"] = "It is to be.",
                ["UNKNOWN"] = "The source does not say.",
            }
        ),
        [typeof(Regularity)] = (
            "Regularity",
            "How regularly two bodies work together, as the source puts it.",
            new Dictionary<string, string>
            {
                ["REGULAR"] = "Regularly.",
                ["OCCASIONAL"] = "From time to time.",
                ["LIMITED"] = "Within limits that the source names.",
                ["UNSTATED"] = "The source does not say.",
            }
        ),
        [typeof(LinkDirection)] = (
            "LinkDirection",
            "Which links of a body are meant, by its end.",
            new Dictionary<string, string>
            {
                ["ANY"] = "Links at either end.",
                ["OUT"] = "Links in which the body acts.",
                ["IN"] = "Links at whose other end the body is.",
            }
        ),
        [typeof(Qualifier)] = (
            "Qualifier",
            "How a number is meant.",
            new Dictionary<string, string>
            {
                ["EXACT"] = "Exactly so many.",
                ["AT_LEAST"] = "So many or more.",
                ["MORE_THAN"] = "More than so many.",
                ["ABOUT"] = "About so many.",
            }
        ),
        [typeof(SearchRank)] = (
            "SearchRank",
            "How well a name holds what is searched for, the best first; accents, case and punctuation aside.",
            new Dictionary<string, string>
            {
                ["EXACT"] = "It is the name.",
                ["PREFIX"] = "The name begins so.",
                ["WORD"] = "The name has all the words, whole, in whatever order.",
                ["PART"] = "The name has all the words, some of them only within longer ones.",
                ["JOINED"] =
                    "The name has all the words, some of them only where it is written in more: \"plateforme\" in \"Plate-forme\".",
            }
        ),
        [typeof(FindingSeverity)] = (
            "FindingSeverity",
            "How much a finding about the data matters.",
            new Dictionary<string, string>
            {
                ["ERROR"] = "The data cannot be right.",
                ["WARNING"] = "Someone should look.",
                ["INFO"] = "Worth knowing.",
            }
        ),
        [typeof(LinkKind)] = (
            "LinkKind",
            "A kind of link.",
            new Dictionary<string, string>
            {
                ["MEMBERSHIP"] = "An actor in a grouping.",
                ["PARTNERSHIP"] = "A link of another kind between two bodies: collaborates, funds, accompanies…",
            }
        ),
        [typeof(ExtractProjection)] = (
            "Projection",
            "How the bodies of a network are tied.",
            new Dictionary<string, string>
            {
                ["BIPARTITE"] =
                    "As the links have it: actors to groupings by memberships, bodies to bodies by partnerships.",
                ["ACTORS"] =
                    "Two actors by each grouping that they share, in roles that make members and, as surely as `overlap` asks, at the same time. Partnerships do not count.",
                ["GROUPINGS"] =
                    "Two groupings by each named member that they share, as surely as `overlap` asks at the same time. Partnerships do not count.",
            }
        ),
        [typeof(NodeMeasure)] = (
            "NodeMeasure",
            "By what the bodies of a network are sorted: the greatest first, or by name.",
            new Dictionary<string, string>
            {
                ["DEGREE"] = "How many bodies it is tied to.",
                ["BETWEENNESS"] = "How often it lies between others.",
                ["CLOSENESS"] = "How near it is to the others.",
                ["PAGERANK"] = "How much weight its neighbours lend it.",
                ["NAME"] = "Its name.",
            }
        ),
        [typeof(ActorsFacet)] = (
            "ActorsFacet",
            "By what the actors of a list can be counted.",
            new Dictionary<string, string>
            {
                ["KIND"] =
                    "What sort of body each is, as its data say: banks, universities… A broader kind does not count what is narrower.",
                ["TERRITORY"] = "Where each is; a territory does not count what lies within it.",
                ["NAMED"] = "Whether each is named one by one (\"true\") or a category (\"false\").",
            }
        ),
        [typeof(GroupingsFacet)] = (
            "GroupingsFacet",
            "By what the groupings of a list can be counted.",
            new Dictionary<string, string>
            {
                ["KIND"] =
                    "What sort of body each is: networks, consortia… A broader kind does not count what is narrower.",
                ["THEME"] =
                    "What each is about; it counts once for each of its themes, under the absent where it has none.",
                ["TERRITORY"] = "Where each works; a territory does not count what lies within it.",
                ["STATUS"] = "Whether each exists, as its source puts it.",
                ["OPENNESS"] = "Whether the source's list of its members is complete.",
            }
        ),
        [typeof(MembershipsFacet)] = (
            "MembershipsFacet",
            "By what the memberships of a list can be counted.",
            new Dictionary<string, string>
            {
                ["ROLE"] = "In which role: member, operator, host…",
                ["GROUPING"] = "In which grouping.",
                ["STATUS"] = "Whether each holds, as its source puts it.",
                ["CONFIDENCE"] = "How sure each is, by its source.",
                ["OPENNESS"] = "Whether the list in which the source names it is complete.",
            }
        ),
        [typeof(PartnershipsFacet)] = (
            "PartnershipsFacet",
            "By what the partnerships of a list can be counted.",
            new Dictionary<string, string>
            {
                ["TYPE"] = "What sort of link each is: collaborates, funds, accompanies…",
                ["ROLE"] = "In what capacity the body that acts does so, where its source says it.",
                ["OCCASION"] = "At which event, where the source names one.",
                ["REGULARITY"] = "How regularly the two work together.",
                ["THEME"] =
                    "What each is about; it counts once for each of its themes, under the absent where it has none.",
                ["STATUS"] = "Whether each holds, as its source puts it.",
                ["CONFIDENCE"] = "How sure each is, by its source.",
                ["OPENNESS"] = "Whether the list in which the source names it is complete.",
            }
        ),
        [typeof(SortDirection)] = (
            "SortEnumType",
            "In which order to sort.",
            new Dictionary<string, string>
            {
                ["ASC"] = "Ascending: the least first, the absent last.",
                ["DESC"] = "Descending: the absent first, then the greatest.",
            }
        ),
    };
}
