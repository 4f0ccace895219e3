using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of measures, denials, evidence, and of the answers that are computed.</summary>
internal static class FactFields
{
    public static IEnumerable<Field> OfNameForm() =>
        [
            new TextColumn("name", false, "The form, as it is written."),
            ChoiceColumn.Of<Confidence>(
                "confidence",
                "How sure it is that the form means this body: STATED where the data say nothing else."
            ),
            new ToOne("entity", false, () => Records.Entity, "The body."),
            new EvidenceField(
                "The passages in which the form stands; none for a name by which the body is listed but that no source uses."
            ),
            new TextColumn("id", false, "What tells it from all other forms.") { Hidden = true, IsId = true },
        ];

    public static IEnumerable<Field> OfMeasure() =>
        [
            new TextColumn("id", false, "A readable identifier.") { IsId = true },
            new ToOne("subject", false, () => Records.Entity, "The body of which the number is given."),
            new ToOne("concept", false, () => Records.Concept, "What is counted."),
            new NumberColumn("value", "The number."),
            ChoiceColumn.Of<Qualifier>("qualifier", "How the number is meant."),
            new TextColumn("unit", true, "What is counted, where the concept does not say."),
            new DateColumn("at", "When it held."),
            ChoiceColumn.Of<Confidence>("confidence", "How sure it is."),
            new EvidenceField("The passages that state the number."),
        ];

    public static IEnumerable<Field> OfDenial() =>
        [
            new TextColumn("id", false, "A readable identifier.") { IsId = true },
            new ToOne("source", false, () => Records.Entity, "Who."),
            new ToOne("target", false, () => Records.Entity, "With, for or towards whom it is not so."),
            new ToOne("type", false, () => Records.Concept, "The sort of link that is denied."),
            new MultilingualColumn("note", true, "What else the source says of it, in our words."),
            new EvidenceField("The passages that deny it."),
        ];

    public static IEnumerable<Field> OfFinding() =>
        [
            new TextColumn(
                "rule",
                false,
                "The rule that found it, in a word or two: unnamed-members, contradictory-dates, no-passage, unlinked-body…"
            ),
            ChoiceColumn.Of<FindingSeverity>("severity", "How much it matters."),
            new TextColumn(
                "subject",
                false,
                "The id of the body, link or passage that it is about; the rule's name where it says how many more of the rule are not listed."
            )
            {
                IsId = true,
            },
            new MultilingualColumn("message", false, "What is found."),
        ];

    public static readonly ComputedField EvidencePassage = new(
        "passage",
        false,
        ComputedValue.Record,
        "The paragraph.",
        () => Records.Passage
    );

    public static readonly ComputedField EvidenceMention = new(
        "mention",
        true,
        ComputedValue.Text,
        "The few words by which it names the thing."
    );

    public static readonly ComputedField CoAccompanierActor = new(
        "actor",
        false,
        ComputedValue.Record,
        "Who accompanies.",
        () => Records.Actor
    );

    public static readonly ComputedField CoAccompanierSharedCount = new(
        "sharedCount",
        false,
        ComputedValue.Whole,
        "How many groupings and partnerships are listed here."
    );

    public static readonly ComputedField CoAccompanierGroupings = new(
        "groupings",
        false,
        ComputedValue.Records,
        "The groupings on the theme in which it is a member; with `with`, those it shares.",
        () => Records.Grouping
    );

    public static readonly ComputedField CoAccompanierPartnerships = new(
        "partnerships",
        false,
        ComputedValue.Records,
        "The partnerships by which it accompanies; with `with`, those it has with that body.",
        () => Records.Partnership
    );

    public static readonly ComputedField CoAccompanierEvidence = new(
        "evidence",
        false,
        ComputedValue.Records,
        "The passages that state these memberships and partnerships.",
        () => Records.Evidence
    );

    public static readonly ComputedField CoAccompanierConfidence = new(
        "confidence",
        false,
        ComputedValue.Choice,
        "How sure it is that it accompanies: as sure as the surest of `links`, STATED before INFERRED before UNCERTAIN."
    )
    {
        Choices = typeof(Confidence),
    };

    public static readonly ComputedField CoAccompanierLinks = new(
        "links",
        false,
        ComputedValue.Records,
        "The memberships and partnerships that make it one of the accompaniers, each with its own dates, confidence and evidence.",
        () => Records.Link
    );

    public static readonly ComputedField CoMemberActor = new(
        "actor",
        false,
        ComputedValue.Record,
        "With whom.",
        () => Records.Actor
    );

    public static readonly ComputedField CoMemberSharedCount = new(
        "sharedCount",
        false,
        ComputedValue.Whole,
        "How many groupings they share."
    );

    public static readonly ComputedField CoMemberShared = new(
        "shared",
        false,
        ComputedValue.Records,
        "The groupings they share.",
        () => Records.Grouping
    );

    public static readonly ComputedField SearchHitEntity = new(
        "entity",
        false,
        ComputedValue.Record,
        "The body.",
        () => Records.Entity
    );

    public static readonly ComputedField SearchHitMatched = new(
        "matched",
        false,
        ComputedValue.Text,
        "The form of its name that holds the words best."
    );

    public static readonly ComputedField SearchHitRank = new(
        "rank",
        false,
        ComputedValue.Choice,
        "How well it holds them."
    )
    {
        Choices = typeof(SearchRank),
    };

    // Read off what is counted, not off a row.
    public static readonly TextColumn FacetValue = new(
        "value",
        true,
        "The concept's, territory's or grouping's id, the enum's value, or \"true\" or \"false\"; null for records that have none."
    )
    {
        IsId = true,
    };

    public static readonly MultilingualColumn FacetLabel = new(
        "label",
        true,
        "What people read for the value: the concept's label, the territory's or grouping's name, and for enums and NAMED a word or two, such as \"en cours\"; null where the value is."
    );

    public static readonly WholeColumn FacetSize = new(
        "count",
        false,
        "How many records of the whole list have it, after the filter and before the page."
    );

    public static IEnumerable<Field> OfFacetCount() => [FacetValue, FacetLabel, FacetSize];

    public static IEnumerable<Field> OfSearchHit() => [SearchHitEntity, SearchHitMatched, SearchHitRank];

    public static IEnumerable<Field> OfEvidence() => [EvidencePassage, EvidenceMention];

    public static IEnumerable<Field> OfCoAccompanier() =>
        [
            CoAccompanierActor,
            CoAccompanierSharedCount,
            CoAccompanierConfidence,
            CoAccompanierGroupings,
            CoAccompanierPartnerships,
            CoAccompanierLinks,
            CoAccompanierEvidence,
        ];

    public static IEnumerable<Field> OfCoMember() => [CoMemberActor, CoMemberSharedCount, CoMemberShared];
}
