using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Queries;

/// <summary>Prints plans and filters as short indented text that a person reads at a glance.</summary>
internal static class PlanText
{
    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var root in plan.Roots)
            root.Accept(Roots.Text, text);
        return text.ToString();
    }

    public static string Of(Filter filter) =>
        filter switch
        {
            Conjunction { Parts: [] } => "true",
            Disjunction { Parts: [] } => "false",
            Conjunction all => Joined(all.Parts, " and "),
            Disjunction any => Joined(any.Parts, " or "),
            Negation not => $"not {Bracketed(not.Part)}",
            Absent absent => $"{absent.Column} absent",
            TextIn text => $"{text.Column} {Values(text.Values.Select(Quoted))}",
            TextHas text => $"{text.Column} {Word(text.Place)} {Of(text.Part)}",
            NumberIn number => $"{number.Column} {Values(number.Values.Select(Number))}",
            NumberCompares number => $"{number.Column} {Sign(number.Comparison)} {Number(number.Value)}",
            DateIn date => $"{date.Column} {Values(date.Values.Select(Days))}",
            DateCompares date => $"{date.Column} {Sign(date.Comparison)} {Days(date.Days)}",
            ChoiceIn choice => $"{choice.Column} {Values(choice.Values.Select(value => choice.Column.Values[value]))}",
            FlagIs flag => flag.Value ? flag.Column.Name : $"not {flag.Column}",
            Active active => Of(active.At),
            Under under => $"under {Quoted(under.Concept)}",
            Inside inside => $"inside {Quoted(inside.Territory)}",
            PerType types => string.Join("; ", types.Types.Select((type, i) => $"{type}: {Of(types.Parts[i])}")),
            One one => $"{one.Relation} ({Of(one.Part)})",
            Some some => $"some {some.Relation} ({Of(some.Part)})",
            SomeText some => $"some {some.Field} ({Of(some.Part)})",
            SomeEvidence some => $"some {some.Field} ({Of(some.Passage)})",
            _ => throw new ArgumentOutOfRangeException(
                nameof(filter),
                filter.GetType().Name,
                "a filter without a text"
            ),
        };

    private static string Of(SoughtText text) => $"{Quoted(text.Text)} ({(text.IsExact ? "exact" : "folded")})";

    private static string Of(ActiveAt at) => $"active {Days(at.Days)} at least {at.AtLeast}";

    private sealed class Roots : IRootVisitor<StringBuilder, Nothing>
    {
        public static readonly Roots Text = new();

        public Nothing Visit(LookupRoot root, StringBuilder text)
        {
            Line(text, 0, $"{root.Name}: {root.Type} {Quoted(root.Id)}");
            return Below(text, root.Projection);
        }

        public Nothing Visit(NodesRoot root, StringBuilder text)
        {
            Line(
                text,
                0,
                $"{root.Name}: {(root.IsList ? "records" : "record")} {string.Join(", ", root.Ids.Select(Quoted))}"
            );
            return Below(text, root.Projection);
        }

        public Nothing Visit(PagesRoot root, StringBuilder text)
        {
            Append(text, 0, root.Name, root.Type.Plural!, root.Pages);
            return default;
        }

        public Nothing Visit(ListRoot root, StringBuilder text)
        {
            Line(text, 0, $"{root.Name}: all {root.Type}s");
            return Below(text, root.Projection);
        }

        public Nothing Visit(CoAccompaniersRoot root, StringBuilder text)
        {
            var with = root.With is null ? "" : $" with {Quoted(root.With)}";
            var at = root.ActiveAt is null ? "" : $", {Of(root.ActiveAt)}";
            var categories = root.IncludeCategories ? ", categories too" : "";
            Append(text, 0, root.Name, $"co-accompaniers of {Quoted(root.Theme)}{with}{at}{categories}", root.Pages);
            return default;
        }

        public Nothing Visit(SearchRoot root, StringBuilder text)
        {
            Line(
                text,
                0,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{root.Name}: bodies named {Of(root.Text)} first {root.First} by rank, name"
                )
            );
            return Below(text, root.Projection);
        }

        public Nothing Visit(DatasetRoot root, StringBuilder text)
        {
            Line(text, 0, $"{root.Name}: data set");
            foreach (var part in root.Fields)
            {
                Line(text, 1, PlanText.Named(part.Name, part.Fact.ToString()));
                if (part.Findings is not null)
                    Append(text, 2, part.Findings);
            }
            return default;
        }

        public Nothing Visit(TypeNameRoot root, StringBuilder text)
        {
            Line(text, 0, $"{root.Name}: type name");
            return default;
        }

        public Nothing Visit(ComputedRoot root, StringBuilder text)
        {
            Line(text, 0, $"{root.Name}: {root.Title}");
            foreach (var term in root.Terms)
                Line(text, 1, term);
            return Below(text, root.Projection);
        }

        private static Nothing Below(StringBuilder text, Projection projection)
        {
            Append(text, 1, projection);
            return default;
        }
    }

    public static string Of(NetworkPart part)
    {
        var around = part.Focus.IsEmpty
            ? "of all"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"around {string.Join(", ", part.Focus.Select(Quoted))}, {part.Depth} links away"
            );
        var without = part.Without.IsEmpty ? "" : $", without {string.Join(", ", part.Without.Select(Quoted))}";
        var overlap = part.ActiveAt is null ? $", overlapping at least {part.Overlap}" : "";
        return around
            + without
            + part.Projection switch
            {
                ExtractProjection.ACTORS => $", of actors that share groupings{overlap}",
                ExtractProjection.GROUPINGS => $", of groupings that share members{overlap}",
                ExtractProjection.BIPARTITE => "",
            };
    }

    public static IEnumerable<string> Terms(NetworkPart part) =>
        part.Isolated is null ? Terms(part.Links) : Terms(part.Links).Append($"and without a link {Of(part.Isolated)}");

    public static IEnumerable<string> Terms(LinkChoice links) =>
        [
            $"memberships {(links.Memberships is null ? "none" : Of(links.Memberships))}",
            $"partnerships {(links.Partnerships is null ? "none" : Of(links.Partnerships))}",
        ];

    private static void Append(StringBuilder text, int depth, Projection projection)
    {
        foreach (var selection in projection.ByType)
        {
            var inner = depth;
            if (projection.ByType.Length > 1)
                Line(text, inner++, $"of {selection.Type}");
            foreach (var field in selection.Fields)
                Append(text, inner, field);
        }
    }

    private static void Append(StringBuilder text, int depth, Selected field)
    {
        switch (field)
        {
            case SelectedValue value:
                Line(text, depth, Named(value.Name, value.Column.Name));
                break;
            case SelectedText value:
                Line(text, depth, $"{Named(value.Name, value.Column.Name)} {value.Language}");
                break;
            case SelectedTexts value:
                Line(text, depth, Named(value.Name, value.Field.Name));
                break;
            case SelectedActivity value:
                Line(text, depth, $"{Named(value.Name, "activity")} {Days(value.Days)}");
                break;
            case SelectedTypeName value:
                Line(text, depth, $"{value.Name}: type name");
                break;
            case SelectedEvidence evidence:
                Line(text, depth, Named(evidence.Name, "evidence"));
                foreach (var part in evidence.Parts)
                    Append(text, depth + 1, part);
                break;
            case SelectedOne one:
                Line(text, depth, $"{Named(one.Name, one.Relation.Name)} → {one.Relation.Target}");
                Append(text, depth + 1, one.Projection);
                break;
            case SelectedList list:
                Line(text, depth, $"{Named(list.Name, list.Relation.Name)} → all {list.Relation.Target}");
                Append(text, depth + 1, list.Projection);
                break;
            case SelectedPages pages:
                Append(text, depth, pages.Name, pages.Relation.Name, pages.Pages);
                break;
            case SelectedCoMembers question:
                var least =
                    question.MinShared == 1
                        ? ""
                        : string.Create(CultureInfo.InvariantCulture, $" of at least {question.MinShared} groupings");
                var when = question.ActiveAt is { } at
                    ? $", both {Of(at)}"
                    : $", overlapping at least {question.Overlap}";
                Append(
                    text,
                    depth,
                    question.Name,
                    $"co-members{least}{when}{(question.IncludeCategories ? ", categories too" : "")}",
                    question.Pages
                );
                break;
            case SelectedDrawing drawing:
                Line(text, depth, $"{Named(drawing.Name, drawing.Field.Name)} {drawing.Request}");
                Append(text, depth + 1, drawing.Projection);
                break;
            case SelectedNetworkList list:
                var by = list.Field.IsRanked ? $" by {list.By}" : "";
                Line(
                    text,
                    depth,
                    Named(list.Name, list.Field.Name)
                        + by
                        + (
                            list.First is { } first
                                ? string.Create(CultureInfo.InvariantCulture, $" first {first}")
                                : ""
                        )
                );
                Append(text, depth + 1, list.Projection);
                break;
            case SelectedComputed computed:
                Line(text, depth, Named(computed.Name, computed.Field.Name));
                if (computed.Projection is not null)
                    Append(text, depth + 1, computed.Projection);
                foreach (var part in computed.Parts)
                    Append(text, depth + 1, part);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.GetType().Name, "a field without a text");
        }
    }

    private static void Append(StringBuilder text, int depth, string name, string what, Pages pages)
    {
        var page = pages.Page;
        var line = new StringBuilder(Named(name, what));
        line.Append(CultureInfo.InvariantCulture, $" {(page.Backward ? "last" : "first")} {page.Size}");
        if (page.After is not null)
            line.Append(CultureInfo.InvariantCulture, $" after {Quoted(page.After.Id)}");
        if (page.Before is not null)
            line.Append(CultureInfo.InvariantCulture, $" before {Quoted(page.Before.Id)}");
        if (!pages.Order.Keys.IsEmpty)
            line.Append(CultureInfo.InvariantCulture, $" by {pages.Order}");
        Line(text, depth, line.ToString());
        if (pages.Through is not null)
            Line(text, depth + 1, $"through {Of(pages.Through)}");
        if (pages.Where is not null)
            Line(text, depth + 1, $"where {Of(pages.Where)}");
        foreach (var part in pages.Parts)
        {
            switch (part)
            {
                case NodesPart nodes:
                    Line(text, depth + 1, Named(nodes.Name, "nodes"));
                    Append(text, depth + 2, nodes.Projection);
                    break;
                case EdgesPart edges:
                    Line(text, depth + 1, Named(edges.Name, "edges"));
                    foreach (var edge in edges.Parts)
                    {
                        Line(
                            text,
                            depth + 2,
                            Named(
                                edge.Name,
                                edge.Node is not null ? "node"
                                    : edge.TypeName is null ? "cursor"
                                    : "type name"
                            )
                        );
                        if (edge.Node is not null)
                            Append(text, depth + 3, edge.Node);
                    }
                    break;
                case TotalCountPart:
                    Line(text, depth + 1, Named(part.Name, "totalCount"));
                    break;
                case FacetsPart facets:
                    Line(
                        text,
                        depth + 1,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Named(facets.Name, "facets")} by {facets.Field} first {facets.First}"
                        )
                    );
                    Append(text, depth + 2, facets.Projection);
                    break;
                case PageInfoPart info:
                    Line(
                        text,
                        depth + 1,
                        $"{Named(info.Name, "pageInfo")} ({string.Join(", ", info.Parts.Select(p => p.Fact))})"
                    );
                    break;
                case PageTypeName:
                    Line(text, depth + 1, $"{part.Name}: type name");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(pages), part.GetType().Name, "a part without a text");
            }
        }
    }

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(line).Append('\n');

    private static string Named(string name, string what) => name == what ? what : $"{name}: {what}";

    private static string Joined(IEnumerable<Filter> parts, string word) => string.Join(word, parts.Select(Bracketed));

    private static string Bracketed(Filter filter) =>
        filter is Conjunction { Parts.Length: > 1 } or Disjunction { Parts.Length: > 1 }
            ? $"({Of(filter)})"
            : Of(filter);

    private static string Values(IEnumerable<string> values) =>
        values.ToArray() is [var one] ? $"= {one}" : $"in [{string.Join(", ", values)}]";

    public static string Quoted(string text) => $"\"{text}\"";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Days(DaySpan days)
    {
        static string Day(int number) =>
            DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return days.First == days.Last ? Day(days.First) : $"{Day(days.First)}…{Day(days.Last)}";
    }

    private static string Word(TextPlace place) =>
        place switch
        {
            TextPlace.Contains => "contains",
            TextPlace.StartsWith => "starts with",
            TextPlace.EndsWith => "ends with",
        };

    private static string Sign(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "<",
            Comparison.LessOrEqual => "≤",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => "≥",
        };
}
