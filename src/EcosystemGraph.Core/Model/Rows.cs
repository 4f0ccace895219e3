using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Core.Model;

// One record a file of the data package, its members the file's columns (design: The data package). Ids of other
// rows are kept as written; the reader has filled every default, the validator has seen that every id resolves.

/// <summary>Where a row stands in its package: the line of the file, counted from 1 with the header, on which it begins.</summary>
/// <param name="File">The file's name, "actors.csv".</param>
/// <param name="Line">The line on which the row begins; 0 for a row that the reader made (a concept from its use).</param>
public readonly record struct RowPlace(string File, int Line);

/// <summary>A fact's passages and the words that name the thing there.</summary>
/// <param name="Passages">Ids of passages, in the order of the file.</param>
/// <param name="Mentions">Nothing, one mention for all passages, or as many as there are passages, in their order.</param>
public sealed record Citation(ImmutableArray<string> Passages, ImmutableArray<string> Mentions)
{
    /// <summary>No passage.</summary>
    public static readonly Citation None = new([], []);

    /// <summary>The mention in the passage at <paramref name="index"/>; null where none is given.</summary>
    public string? MentionAt(int index) =>
        Mentions.Length switch
        {
            0 => null,
            1 => Mentions[0],
            _ => Mentions[index],
        };
}

/// <summary>A body: one that is named, or a category of bodies (<paramref name="Named"/> false).</summary>
/// <param name="Id">Unique among actors; the same id in groupings.csv is the same body.</param>
/// <param name="Name">The form by which it is listed.</param>
/// <param name="Acronym">The short form its source gives beside the long one.</param>
/// <param name="Kind">A concept of the scheme actor-kind.</param>
/// <param name="Named">False where the source names only a category.</param>
/// <param name="Territory">Where it is.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Actor(
    string Id,
    string Name,
    string? Acronym,
    string Kind,
    bool Named,
    string? Territory,
    RowPlace Place
);

/// <summary>A body whose members the source names or counts, or to which someone belongs.</summary>
/// <param name="Id">Unique among groupings.</param>
/// <param name="Name">The form by which it is listed.</param>
/// <param name="Acronym">The short form its source gives beside the long one.</param>
/// <param name="Kind">A concept of the scheme grouping-kind.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Themes">Concepts of the scheme theme.</param>
/// <param name="Territory">Where it works.</param>
/// <param name="From">Since when it exists.</param>
/// <param name="To">Until when.</param>
/// <param name="Status">As the source puts it.</param>
/// <param name="Confidence">How sure its existence is.</param>
/// <param name="Openness">Whether its source's list of its members is complete.</param>
/// <param name="PartOf">Ids of the groupings that it is part of.</param>
/// <param name="Citation">Its passages.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Grouping(
    string Id,
    string Name,
    string? Acronym,
    string Kind,
    MultilingualText Purpose,
    ImmutableArray<string> Themes,
    string? Territory,
    PartialDate? From,
    PartialDate? To,
    Status Status,
    Confidence Confidence,
    Openness Openness,
    ImmutableArray<string> PartOf,
    Citation Citation,
    RowPlace Place
);

/// <summary>An actor in a grouping.</summary>
/// <param name="Id">Unique among links of its kind.</param>
/// <param name="Actor">Who.</param>
/// <param name="Grouping">In what.</param>
/// <param name="Role">A concept of the scheme role; at or under `non-member` it counts in no list of members.</param>
/// <param name="Territory">Where it plays this role.</param>
/// <param name="Regularity">How regularly.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when.</param>
/// <param name="Status">As the source puts it.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Openness">Whether the list in which its source names it is complete.</param>
/// <param name="Citation">Its passages.</param>
/// <param name="Note">What else the source says of it.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Membership(
    string Id,
    string Actor,
    string Grouping,
    string Role,
    string? Territory,
    Regularity Regularity,
    PartialDate? From,
    PartialDate? To,
    Status Status,
    Confidence Confidence,
    Openness Openness,
    Citation Citation,
    MultilingualText Note,
    RowPlace Place
);

/// <summary>A link from one body to another that is no membership.</summary>
/// <param name="Id">Unique among links of its kind.</param>
/// <param name="Source">Who acts; the respondent, or the lower id, where the type is mutual.</param>
/// <param name="Target">With, for or towards whom.</param>
/// <param name="Type">A concept of the scheme link-type.</param>
/// <param name="Role">A concept of the scheme role: in what capacity the source acts.</param>
/// <param name="Grouping">The grouping in which it takes place.</param>
/// <param name="Occasion">A concept of the scheme occasion: the event at which it takes place.</param>
/// <param name="Regularity">How regularly.</param>
/// <param name="Themes">Concepts of the scheme theme.</param>
/// <param name="Territory">Where.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when.</param>
/// <param name="Status">As the source puts it.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Openness">Whether the list in which its source names it is complete.</param>
/// <param name="Citation">Its passages.</param>
/// <param name="Note">What else the source says of it.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Partnership(
    string Id,
    string Source,
    string Target,
    string Type,
    string? Role,
    string? Grouping,
    string? Occasion,
    Regularity Regularity,
    ImmutableArray<string> Themes,
    string? Territory,
    PartialDate? From,
    PartialDate? To,
    Status Status,
    Confidence Confidence,
    Openness Openness,
    Citation Citation,
    MultilingualText Note,
    RowPlace Place
);

/// <summary>What a source says is not so. Never a link: not listed, counted, drawn or walked.</summary>
/// <param name="Id">Unique among denials.</param>
/// <param name="Source">Who.</param>
/// <param name="Target">With whom it has no such link.</param>
/// <param name="Type">A concept of the scheme link-type or role.</param>
/// <param name="Citation">Its passages.</param>
/// <param name="Note">What else the source says of it.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Denial(
    string Id,
    string Source,
    string Target,
    string Type,
    Citation Citation,
    MultilingualText Note,
    RowPlace Place
);

/// <summary>A number that a source gives of a body.</summary>
/// <param name="Id">Unique among measures.</param>
/// <param name="Subject">The body.</param>
/// <param name="Concept">What is counted: a concept of the scheme measure.</param>
/// <param name="Value">The number.</param>
/// <param name="Qualifier">How it is meant.</param>
/// <param name="Unit">What is counted, where the concept does not say.</param>
/// <param name="At">When it held.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Citation">Its passages.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Measure(
    string Id,
    string Subject,
    string Concept,
    double Value,
    Qualifier Qualifier,
    string? Unit,
    PartialDate? At,
    Confidence Confidence,
    Citation Citation,
    RowPlace Place
);

/// <summary>A form by which sources name a body.</summary>
/// <param name="Entity">The body.</param>
/// <param name="Text">The form, as written.</param>
/// <param name="Confidence">How sure it is that this form means this body.</param>
/// <param name="Passages">Where the form stands.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record NameForm(
    string Entity,
    string Text,
    Confidence Confidence,
    ImmutableArray<string> Passages,
    RowPlace Place
);

/// <summary>A term of a vocabulary: a kind, a role, a link type, a theme, a measure, an occasion.</summary>
/// <param name="Id">Unique among concepts of all schemes.</param>
/// <param name="Scheme">actor-kind, grouping-kind, role, link-type, theme, measure, occasion.</param>
/// <param name="Label">What people read.</param>
/// <param name="Broader">The terms that include this one, in the order of the file.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Mutual">Of a link type: whether it holds both ways.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Concept(
    string Id,
    string Scheme,
    MultilingualText Label,
    ImmutableArray<string> Broader,
    MultilingualText Definition,
    bool Mutual,
    RowPlace Place
);

/// <summary>A place.</summary>
/// <param name="Id">Unique among territories.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">country, region, former-region, department, intercommunality, commune, place.</param>
/// <param name="Within">The territory it lies in.</param>
/// <param name="Code">Its official code.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Territory(string Id, string Name, string Kind, string? Within, string? Code, RowPlace Place);

/// <summary>A document.</summary>
/// <param name="Id">Unique among sources.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When.</param>
/// <param name="DateConfidence">How sure that date is.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Respondent">The body that speaks in it.</param>
/// <param name="Sha256">Fingerprint of the file, 64 lower-case hex digits; empty where unknown.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Source(
    string Id,
    string Title,
    string? Publisher,
    PartialDate? Date,
    Confidence DateConfidence,
    Language Language,
    string? Respondent,
    string Sha256,
    RowPlace Place
);

/// <summary>A paragraph of a source, by its place and fingerprint; the text itself stays with its publisher.</summary>
/// <param name="Id">Unique among passages.</param>
/// <param name="Source">The source.</param>
/// <param name="Question">The question it answers, from 1; 0 before the first; null where the source has no questions.</param>
/// <param name="Paragraph">The paragraph in its question, from 1; 0 is the question itself.</param>
/// <param name="Also">Where the same text stands again: locators such as "2.1".</param>
/// <param name="Sha256">Fingerprint of the text (NFC, white space collapsed, trimmed); empty where unknown.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Passage(
    string Id,
    string Source,
    int? Question,
    int Paragraph,
    ImmutableArray<string> Also,
    string Sha256,
    RowPlace Place
)
{
    /// <summary>Its place in the source: "1.18" is question 1, paragraph 18; "0.0" the title; "18" where there are no questions.</summary>
    public string Locator =>
        Question is { } question
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{question}.{Paragraph}")
            : Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
