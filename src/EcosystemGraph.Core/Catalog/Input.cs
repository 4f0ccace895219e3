using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>What an input takes.</summary>
public enum InputKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>The id of a body, which must be given.</summary>
    Id,

    /// <summary>Ids of bodies.</summary>
    Ids,

    /// <summary>One of a few names.</summary>
    Choice,

    /// <summary>Several of a few names.</summary>
    Choices,

    /// <summary>A date, which must be given.</summary>
    Date,

    /// <summary>Activity at a date.</summary>
    ActiveAt,

    /// <summary>A filter of records.</summary>
    Filter,

    /// <summary>A part of the graph (<see cref="NetworkInputs"/>).</summary>
    Part,
}

/// <summary>
/// An input of a question, described once: the schema, links, the command line, the page's form and README's table are made
/// from it.
/// </summary>
/// <param name="Name">Its name in all of them.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it means, for analysts.</param>
public record Input(string Name, InputKind Kind, string Description)
{
    /// <summary>What holds where it is left out; null where nothing does.</summary>
    public object? Unset { get; init; }

    /// <summary>Of a number: the least.</summary>
    public int? Least { get; init; }

    /// <summary>Of a number: the greatest; of a text: the most characters.</summary>
    public int? Most { get; init; }

    /// <summary>Of a number: what to do where more is wanted, for whoever is refused; null where nothing helps.</summary>
    public string? Advice { get; init; }

    /// <summary>Of a choice: the names, where the model has them.</summary>
    public Type? Choices { get; init; }

    /// <summary>Of a choice: the names, where whoever draws has them.</summary>
    public Variants? Variants { get; init; }

    /// <summary>Of a filter: which records.</summary>
    public RecordType? Filter { get; init; }

    /// <summary>What fills the places of what a form says below it; null where that has none.</summary>
    public Func<Language, (string Place, object Value)[]>? HintPlaces { get; init; }

    /// <summary>Whether forms have it: the files of languages say how they name it.</summary>
    public bool IsOnForms => FormTexts.In(Language.Usual).Inputs.ContainsKey(Name);

    /// <summary>How a form names it, and what it says below it.</summary>
    public FormText TextIn(Language language) =>
        FormTexts.In(language).Inputs[Name] is { Hint: { } hint } text && HintPlaces is not null
            ? text with
            {
                Hint = new Sentence(hint).With(HintPlaces(language)),
            }
            : FormTexts.In(language).Inputs[Name];

    /// <summary>The names of a choice.</summary>
    public IReadOnlyList<string> Names =>
        Variants is not null ? [.. Variants.All.Select(one => one.Name)]
        : Choices is not null ? Enum.GetNames(Choices)
        : [];

    /// <summary>Its value among those that were given, or what holds where it was not.</summary>
    /// <param name="given">What was given, by name.</param>
    public T? In<T>(IDictionary<string, object?> given) =>
        given.TryGetValue(Name, out var value) && value is T own ? own
        : Unset is T unset ? unset
        : default;
}
