using System.Collections.Immutable;
using System.Text.Json;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Api.WebPages;

/// <summary>A body that can be chosen.</summary>
internal sealed record ListedBody(string Id, string Name, string? Acronym)
{
    /// <summary>As a list shows it: "Regroupons… (RARES)".</summary>
    public string Label =>
        Acronym is null || Name.Contains(Acronym, StringComparison.Ordinal) ? Name : $"{Name} ({Acronym})";
}

/// <summary>A theme that can be chosen.</summary>
internal sealed record ListedTheme(string Id, string Label);

/// <summary>What can be chosen from, so many of each at most, and what was looked for.</summary>
internal sealed record FigureLists
{
    /// <summary>The longest list of bodies, and the most that a search shows.</summary>
    public const int Most = 500;

    private const int MostFound = 10;

    private const int MostYears = 60;

    /// <summary>The question that is asked for them.</summary>
    public static readonly string Question = $$"""
        query($language: Language!, $focus: ID!, $find: String!, $id: ID!, $asks: Boolean!, $finds: Boolean!) {
          groupings(first: {{Most}}, order: [{ name: ASC }]) { totalCount nodes { id name acronym } }
          actors(first: {{Most}}, where: { named: { eq: true } }, order: [{ name: ASC }]) { totalCount nodes { id name acronym } }
          concepts(first: {{Most}}, where: { scheme: { eq: "theme" } }) { nodes { id label(language: $language) } }
          memberships(first: 1, order: [{ from: ASC }]) { nodes { from } }
          sources { date respondent { id name acronym } }
          entity(id: $focus) @include(if: $asks) { id name acronym }
          named: entity(id: $id) @include(if: $finds) { id name acronym }
          search(text: $find, first: {{MostFound}}) @include(if: $finds) { rank entity { id name acronym } }
        }
        """;

    /// <summary>No list: what is to be said is that there is nothing to choose from.</summary>
    public static FigureLists None { get; } = new();

    public ImmutableArray<ListedBody> Groupings { get; private init; } = [];

    public int GroupingCount { get; private init; }

    /// <summary>Named actors that are no groupings.</summary>
    public ImmutableArray<ListedBody> Actors { get; private init; } = [];

    public int ActorCount { get; private init; }

    public ImmutableArray<ListedTheme> Themes { get; private init; } = [];

    /// <summary>Years that a date may be, the latest first.</summary>
    public ImmutableArray<int> Years { get; private init; } = [];

    /// <summary>Who speaks in the first source that says who does.</summary>
    public ListedBody? Respondent { get; private init; }

    /// <summary>Whom the figure is around; null where there is none of that id.</summary>
    public ListedBody? Focus { get; init; }

    /// <summary>What was found by id or name, the best first; the exact one alone.</summary>
    public ImmutableArray<ListedBody> Found { get; private init; } = [];

    /// <summary>Reads the answer's data.</summary>
    public static FigureLists Read(JsonElement data)
    {
        var (groupings, actors) = (data.GetProperty("groupings"), data.GetProperty("actors"));
        var listed = Bodies(groupings.GetProperty("nodes"));
        var ids = listed.Select(body => body.Id).ToHashSet(StringComparer.Ordinal);
        var sources = data.GetProperty("sources").EnumerateArray().ToArray();
        var oldest = data.GetProperty("memberships")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(one => one.GetProperty("from"))
            .Take(1);
        return new FigureLists
        {
            Groupings = listed,
            GroupingCount = groupings.GetProperty("totalCount").GetInt32(),
            Actors = [.. Bodies(actors.GetProperty("nodes")).Where(body => !ids.Contains(body.Id))],
            ActorCount = actors.GetProperty("totalCount").GetInt32(),
            Themes =
            [
                .. data.GetProperty("concepts")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(one => new ListedTheme(
                        one.GetProperty("id").GetString()!,
                        one.GetProperty("label").GetString()!
                    ))
                    .OrderBy(theme => FoldedText.Of(theme.Label), StringComparer.Ordinal)
                    .ThenBy(theme => theme.Id, StringComparer.Ordinal),
            ],
            Years = YearsOf([.. oldest.Concat(sources.Select(source => source.GetProperty("date")))]),
            Respondent = sources
                .Select(source => source.GetProperty("respondent"))
                .Where(body => body.ValueKind == JsonValueKind.Object)
                .Select(Body)
                .FirstOrDefault(),
            Focus =
                data.TryGetProperty("entity", out var entity) && entity.ValueKind == JsonValueKind.Object
                    ? Body(entity)
                    : null,
            Found =
                !data.TryGetProperty("search", out var found) ? []
                : data.GetProperty("named") is { ValueKind: JsonValueKind.Object } named ? [Body(named)]
                : Best(found),
        };
    }

    private static ImmutableArray<ListedBody> Best(JsonElement found)
    {
        var exact = found
            .EnumerateArray()
            .Where(hit => hit.GetProperty("rank").GetString() == "EXACT")
            .Select(hit => Body(hit.GetProperty("entity")))
            .ToArray();
        return exact is [var only]
            ? [only]
            : [.. found.EnumerateArray().Select(hit => Body(hit.GetProperty("entity")))];
    }

    // By their letters, whatever accents and case.
    private static ImmutableArray<ListedBody> Bodies(JsonElement nodes) =>
        [
            .. nodes
                .EnumerateArray()
                .Select(Body)
                .OrderBy(body => FoldedText.Of(body.Name), StringComparer.Ordinal)
                .ThenBy(body => body.Id, StringComparer.Ordinal),
        ];

    private static ListedBody Body(JsonElement body) =>
        new(
            body.GetProperty("id").GetString()!,
            body.GetProperty("name").GetString()!,
            body.GetProperty("acronym").GetString()
        );

    private static ImmutableArray<int> YearsOf(IReadOnlyList<JsonElement> dates)
    {
        var years = dates
            .Select(date => PartialDate.TryParse(date.GetString(), out var read) ? read.First.Year : (int?)null)
            .OfType<int>()
            .ToArray();
        if (years.Length == 0)
            return [];
        var (first, last) = (Math.Max(years.Min(), years.Max() - MostYears), years.Max());
        return [.. Enumerable.Range(first, last - first + 1).Reverse()];
    }
}
