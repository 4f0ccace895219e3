using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

/// <summary>Puts one fault into a data set, at random: what a slip of the hand, or a careless reading, would put there.</summary>
/// <param name="data">The data set.</param>
/// <param name="random">Chance.</param>
/// <param name="stands">Whether words stand in a passage that is cited.</param>
internal sealed class Mutation(Dataset data, Random random, Func<Citation, string, bool> stands)
{
    private readonly HashSet<string> _respondents = data
        .Sources.Select(row => row.Respondent)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Every kind of fault; null where the data set has no place for it.</summary>
    public static readonly ImmutableArray<(string Kind, Func<Mutation, Dataset?> Make)> Kinds =
    [
        ("mention", mutation => mutation.Mention()),
        ("far end", mutation => mutation.FarEnd()),
        ("year", mutation => mutation.Year(fromPassage: false)),
        ("year of the passage", mutation => mutation.Year(fromPassage: true)),
        ("measure value", mutation => mutation.Value()),
        ("fingerprint", mutation => mutation.PassageFingerprint()),
        ("id", mutation => mutation.OwnId()),
        ("id referred to", mutation => mutation.Reference()),
        ("passage id", mutation => mutation.PassageId()),
        ("name form", mutation => mutation.Form()),
    ];

    private Dataset? Mention() =>
        random.Next(5) switch
        {
            0 => Change(
                data.Groupings,
                (row, rows) => row with { Citation = Reworded(row.Citation) },
                rows => data with { Groupings = rows }
            ),
            1 or 2 => Change(
                data.Memberships,
                (row, rows) => row with { Citation = Reworded(row.Citation) },
                rows => data with { Memberships = rows }
            ),
            _ => Change(
                data.Partnerships,
                (row, rows) => row with { Citation = Reworded(row.Citation) },
                rows => data with { Partnerships = rows }
            ),
        };

    private Citation Reworded(Citation citation)
    {
        if (citation.Mentions.IsEmpty)
            return citation;
        var index = random.Next(citation.Mentions.Length);
        var old = citation.Mentions[index];
        var others = data
            .Memberships.Select(row => row.Citation)
            .Concat(data.Partnerships.Select(row => row.Citation))
            .ToList();
        var here = others.Where(other => other.Passages.Intersect(citation.Passages).Any()).ToList();
        string Of(List<Citation> from) =>
            from[random.Next(from.Count)].Mentions is { Length: > 0 } mentions
                ? mentions[random.Next(mentions.Length)]
                : old;
        var mention = random.Next(3) switch
        {
            0 => Of(here),
            1 => Of(others),
            _ => Typo(old),
        };
        return mention == old ? citation : citation with { Mentions = citation.Mentions.SetItem(index, mention) };
    }

    private Dataset? FarEnd() =>
        random.Next(2) == 0
            ? Change(
                data.Memberships,
                (row, _) =>
                    _respondents.Contains(row.Actor)
                        ? row with
                        {
                            Grouping = Any(data.Groupings).Id,
                        }
                        : row with
                        {
                            Actor = Any(data.Actors).Id,
                        },
                rows => data with { Memberships = rows }
            )
            : Change(
                data.Partnerships,
                (row, _) =>
                    _respondents.Contains(row.Source) || (!_respondents.Contains(row.Target) && random.Next(2) == 0)
                        ? row with
                        {
                            Target = Any(data.Actors).Id,
                        }
                        : row with
                        {
                            Source = Any(data.Actors).Id,
                        },
                rows => data with { Partnerships = rows }
            );

    private Dataset? Year(bool fromPassage) =>
        random.Next(4) switch
        {
            0 => Change(
                data.Memberships,
                (row, _) =>
                    row.To is null || random.Next(2) == 0
                        ? row with
                        {
                            From = Other(row.From, row.Citation, fromPassage),
                        }
                        : row with
                        {
                            To = Other(row.To, row.Citation, fromPassage),
                        },
                rows => data with { Memberships = rows }
            ),
            1 => Change(
                data.Measures,
                (row, _) => row with { At = Other(row.At, row.Citation, fromPassage) },
                rows => data with { Measures = rows }
            ),
            2 => Change(
                data.Groupings,
                (row, _) =>
                    row.To is null
                        ? row with
                        {
                            From = Other(row.From, row.Citation, fromPassage),
                        }
                        : row with
                        {
                            To = Other(row.To, row.Citation, fromPassage),
                        },
                rows => data with { Groupings = rows }
            ),
            _ => Change(
                data.Partnerships,
                (row, _) =>
                    row.To is null || random.Next(2) == 0
                        ? row with
                        {
                            From = Other(row.From, row.Citation, fromPassage),
                        }
                        : row with
                        {
                            To = Other(row.To, row.Citation, fromPassage),
                        },
                rows => data with { Partnerships = rows }
            ),
        };

    // Any other year of twenty, at the same precision: one that the passage has (for something else), or one that it has not.
    private PartialDate? Other(PartialDate? date, Citation citation, bool fromPassage)
    {
        if (date is not { } known)
            return null;
        var years = Enumerable
            .Range(known.First.Year - 10, 21)
            .Where(year => year != known.First.Year)
            .Select(year => year.ToString(CultureInfo.InvariantCulture))
            .Where(year => stands(citation, year) == fromPassage)
            .ToList();
        return years.Count == 0 ? date : PartialDate.Parse(years[random.Next(years.Count)] + known.ToString()[4..]);
    }

    private Dataset? Value() =>
        Change(
            data.Measures,
            (row, _) => row with { Value = Math.Max(0, row.Value + Shift(20)) },
            rows => data with { Measures = rows }
        );

    private int Shift(int most) => random.Next(1, most + 1) * (random.Next(2) == 0 ? 1 : -1);

    private Dataset? PassageFingerprint() =>
        random.Next(8) == 0
            ? Change(
                data.Sources,
                (row, _) => row with { Sha256 = Digits(row.Sha256) },
                rows => data with { Sources = rows }
            )
            : Change(
                data.Passages,
                (row, rows) => row with { Sha256 = random.Next(3) == 0 ? Any(rows).Sha256 : Digits(row.Sha256) },
                rows => data with { Passages = rows }
            );

    private string Digits(string sha) =>
        sha.Length == 0
            ? new string('0', 64)
            : Set(sha, random.Next(64), c => "0123456789abcdef".Where(other => other != c).ElementAt(random.Next(15)));

    // Ids that nothing refers to may be anything: those of links, and of concepts and territories that are not used.
    private Dataset? OwnId()
    {
        var used = References().ToHashSet(StringComparer.Ordinal);
        return random.Next(6) switch
        {
            0 or 1 => Change(
                [.. data.Actors],
                (row, _) => used.Contains(row.Id) ? row with { Id = Typo(row.Id) } : row,
                rows => data with { Actors = rows }
            ),
            2 => Change(
                data.Groupings,
                (row, _) => used.Contains(row.Id) ? row with { Id = Typo(row.Id) } : row,
                rows => data with { Groupings = rows }
            ),
            3 => Change(
                data.Concepts,
                (row, _) => used.Contains(row.Id) ? row with { Id = Typo(row.Id) } : row,
                rows => data with { Concepts = rows }
            ),
            4 => Change(
                data.Territories,
                (row, _) => used.Contains(row.Id) ? row with { Id = Typo(row.Id) } : row,
                rows => data with { Territories = rows }
            ),
            _ => Change(
                data.Passages,
                (row, _) => used.Contains(row.Id) ? row with { Id = Typo(row.Id) } : row,
                rows => data with { Passages = rows }
            ),
        };
    }

    private IEnumerable<string?> References() =>
        data
            .Actors.SelectMany(row => new[] { row.Kind, row.Territory })
            .Concat(
                data.Groupings.SelectMany(row =>
                    new[] { row.Kind, row.Territory }
                        .Concat(row.Themes)
                        .Concat(row.PartOf)
                        .Concat(row.Citation.Passages)
                )
            )
            .Concat(
                data.Memberships.SelectMany(row =>
                    new[] { row.Actor, row.Grouping, row.Role, row.Territory }.Concat(row.Citation.Passages)
                )
            )
            .Concat(
                data.Partnerships.SelectMany(row =>
                    new[] { row.Source, row.Target, row.Type, row.Role, row.Grouping, row.Occasion, row.Territory }
                        .Concat(row.Themes)
                        .Concat(row.Citation.Passages)
                )
            )
            .Concat(data.Measures.SelectMany(row => new[] { row.Subject, row.Concept }.Concat(row.Citation.Passages)))
            .Concat(data.Names.SelectMany(row => row.Passages.Prepend(row.Entity)))
            .Concat(data.Concepts.SelectMany(row => row.Broader))
            .Concat(data.Territories.Select(row => row.Within));

    private Dataset? Reference() =>
        random.Next(10) switch
        {
            0 => Change(
                data.Memberships,
                (row, _) => row with { Actor = Typo(row.Actor) },
                rows => data with { Memberships = rows }
            ),
            1 => Change(
                data.Memberships,
                (row, _) => row with { Grouping = Typo(row.Grouping) },
                rows => data with { Memberships = rows }
            ),
            2 => Change(
                data.Memberships,
                (row, _) => row with { Role = Typo(row.Role) },
                rows => data with { Memberships = rows }
            ),
            3 => Change(
                data.Partnerships,
                (row, _) => row with { Target = Typo(row.Target) },
                rows => data with { Partnerships = rows }
            ),
            4 => Change(
                data.Partnerships,
                (row, _) => row with { Type = Typo(row.Type) },
                rows => data with { Partnerships = rows }
            ),
            5 => Change(
                data.Actors,
                (row, _) => row with { Kind = Typo(row.Kind) },
                rows => data with { Actors = rows }
            ),
            6 => Change(
                data.Names,
                (row, _) => row with { Entity = Typo(row.Entity) },
                rows => data with { Names = rows }
            ),
            7 => Change(
                data.Measures,
                (row, _) => row with { Subject = Typo(row.Subject) },
                rows => data with { Measures = rows }
            ),
            8 => Change(
                data.Partnerships,
                (row, _) => row.Themes.IsEmpty ? row : row with { Themes = row.Themes.SetItem(0, Typo(row.Themes[0])) },
                rows => data with { Partnerships = rows }
            ),
            _ => Change(
                data.Passages,
                (row, _) => row with { Source = Typo(row.Source) },
                rows => data with { Passages = rows }
            ),
        };

    private Dataset? PassageId() =>
        random.Next(4) switch
        {
            0 => Change(
                data.Memberships,
                (row, _) => row with { Citation = Elsewhere(row.Citation) },
                rows => data with { Memberships = rows }
            ),
            1 => Change(
                data.Measures,
                (row, _) => row with { Citation = Elsewhere(row.Citation) },
                rows => data with { Measures = rows }
            ),
            2 => Change(
                data.Groupings,
                (row, _) => row with { Citation = Elsewhere(row.Citation) },
                rows => data with { Groupings = rows }
            ),
            _ => Change(
                data.Partnerships,
                (row, _) => row with { Citation = Elsewhere(row.Citation) },
                rows => data with { Partnerships = rows }
            ),
        };

    private Citation Elsewhere(Citation citation)
    {
        var passage = Any(data.Passages).Id;
        return citation.Passages.IsEmpty || citation.Passages.Contains(passage)
            ? citation
            : citation with
            {
                Passages = citation.Passages.SetItem(random.Next(citation.Passages.Length), passage),
            };
    }

    private Dataset? Form() =>
        Change(
            data.Names,
            (row, rows) => row with { Text = random.Next(3) == 0 ? Any(rows).Text : Typo(row.Text) },
            rows => data with { Names = rows }
        );

    // A letter or digit changed, dropped or doubled.
    private string Typo(string text)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsLetterOrDigit(text[i])).ToList();
        if (places.Count == 0)
            return text + "x";
        var at = places[random.Next(places.Count)];
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at..(at + 1)]),
            _ => Set(
                text,
                at,
                c =>
                    "abcdefghijklmnopqrstuvwxyz"
                        .Where(other => other != char.ToLowerInvariant(c))
                        .ElementAt(random.Next(25))
            ),
        };
    }

    private static string Set(string text, int at, Func<char, char> change) =>
        text[..at] + change(text[at]) + text[(at + 1)..];

    private T Any<T>(ImmutableArray<T> rows) => rows[random.Next(rows.Length)];

    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    // Tries rows until one is changed by the fault: not every row has a date, and chance may draw the same again.
    private Dataset? Change<T>(
        ImmutableArray<T> rows,
        Func<T, ImmutableArray<T>, T> fault,
        Func<ImmutableArray<T>, Dataset> with
    )
    {
        for (var tries = 0; tries < 200 && !rows.IsEmpty; tries++)
        {
            var index = random.Next(rows.Length);
            var changed = fault(rows[index], rows);
            if (!Same(changed, rows[index]))
                return with(rows.SetItem(index, changed));
        }
        return null;
    }
}
