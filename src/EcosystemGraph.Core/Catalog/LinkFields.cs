using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of memberships and partnerships, and what they have in common.</summary>
internal static class LinkFields
{
    private const string Id = "A readable identifier of the link.";
    private const string Territory = "Where the link holds, where its source says so.";
    private const string Regularity = "How regularly the two work together, as the source puts it.";
    private const string From = "Since when, as precisely as the source says.";
    private const string To = "Until when.";
    private const string Status = "As the source puts it, at the source's date.";
    private const string Confidence = "How sure the link is: stated by its source, inferred from it, or uncertain.";
    private const string Openness =
        "Whether the list in which the source names the link is complete. Only where it is CLOSED does it mean something that a body is not in it; a link that stands in no list is UNKNOWN.";
    private const string Note = "What else the source says of the link, in our words.";
    private const string Evidence = "The passages that state the link, with the words that name its other end.";

    /// <summary>What every link has, whichever it is.</summary>
    // When, how sure and who says so: the same of every link, by fields of its own type.
    private static IEnumerable<Field> Stated() =>
        [
            new DateColumn("from", From),
            new DateColumn("to", To),
            ChoiceColumn.Of<Status>("status", Status),
            new ActivityField(),
            ChoiceColumn.Of<Confidence>("confidence", Confidence),
            ChoiceColumn.Of<Openness>("openness", Openness),
            new MultilingualColumn("note", true, Note),
            new EvidenceField(Evidence),
        ];

    public static IEnumerable<Field> OfLink() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new ToOne("source", false, () => Records.Entity, "Who is a member, or acts."),
            new ToOne("target", false, () => Records.Entity, "In what, or with, for or towards whom."),
            .. Stated(),
        ];

    public static IEnumerable<Field> OfMembership() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new ToOne("actor", false, () => Records.Actor, "Who."),
            new ToOne("grouping", false, () => Records.Grouping, "In what."),
            new ToOne("source", false, () => Records.Entity, "The actor."),
            new ToOne("target", false, () => Records.Entity, "The grouping."),
            new ToOne("role", false, () => Records.Concept, "In which role: member, operator…"),
            new FlagColumn("isMember", "False for roles such as host, expert or funder, which make nobody a member."),
            new ToOne("territory", true, () => Records.Territory, Territory),
            ChoiceColumn.Of<Regularity>("regularity", Regularity),
            .. Stated(),
        ];

    public static IEnumerable<Field> OfPartnership() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new ToOne(
                "source",
                false,
                () => Records.Entity,
                "Who acts; of a mutual link, the body that speaks in the source."
            ),
            new ToOne("target", false, () => Records.Entity, "With, for or towards whom."),
            new ToOne(
                "type",
                false,
                () => Records.Concept,
                "What sort of link it is: collaborates, funds, trains with, accompanies…"
            ),
            new ToOne(
                "role",
                true,
                () => Records.Concept,
                "In what capacity the body that acts does so, where its source says it: as an expert, an operator… A membership has its own `role`."
            ),
            new FlagColumn("mutual", "Whether the link holds both ways."),
            new ToOne("grouping", true, () => Records.Grouping, "The grouping within which it takes place."),
            new ToOne(
                "occasion",
                true,
                () => Records.Concept,
                "At which event it takes place, where its source names one. Whoever was at one: `partnerships(where: { occasion: { id: { eq: \"forum-2017\" } } })`."
            ),
            ChoiceColumn.Of<Regularity>("regularity", Regularity),
            new ToList("themes", () => Records.Concept, "What the link is about."),
            new ToOne("territory", true, () => Records.Territory, Territory),
            .. Stated(),
        ];
}
