using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Queries;

/// <summary>Prints plans as short indented text that a person reads at a glance.</summary>
internal static class PlanText
{
    public static string Of(Plan plan)
    {
        var printer = new Printer(new StringBuilder());
        foreach (var root in plan.Roots)
            root.Accept(printer, 0);
        return printer.ToString();
    }

    public static string Of(SoughtText text) => $"{Quoted(text.Text)} ({(text.IsExact ? "exact" : "folded")})";

    public static string Of(ActiveAt at) => $"active {Days(at.Days)} at least {at.AtLeast}";

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
        part.Isolated is null ? Terms(part.Links) : Terms(part.Links).Append($"and without a link {part.Isolated}");

    public static IEnumerable<string> Terms(LinkChoice links) =>
        [$"memberships {links.Memberships?.Text ?? "none"}", $"partnerships {links.Partnerships?.Text ?? "none"}"];

    private static string Named(string name, string what) => name == what ? what : $"{name}: {what}";

    public static string Joined(IEnumerable<Filter> parts, string word) => string.Join(word, parts.Select(Bracketed));

    public static string Bracketed(Filter filter) =>
        filter is Conjunction { Parts.Length: > 1 } or Disjunction { Parts.Length: > 1 } ? $"({filter})" : filter.Text;

    public static string Values(IEnumerable<string> values) =>
        values.ToArray() is [var one] ? $"= {one}" : $"in [{string.Join(", ", values)}]";

    public static string Quoted(string text) => $"\"{text}\"";

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Days(DaySpan days)
    {
        static string Day(int number) =>
            DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return days.First == days.Last ? Day(days.First) : $"{Day(days.First)}…{Day(days.Last)}";
    }

    public static string Word(TextPlace place) =>
        place switch
        {
            TextPlace.Contains => "contains",
            TextPlace.StartsWith => "starts with",
            TextPlace.EndsWith => "ends with",
        };

    public static string Sign(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "<",
            Comparison.LessOrEqual => "≤",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => "≥",
        };

    /// <summary>Prints what is so many steps deep in a plan, and what is below it.</summary>
    private sealed class Printer(StringBuilder text)
        : IRootVisitor<int, Nothing>,
            ISelectedVisitor<int, Nothing>,
            IPageVisitor<int, Nothing>
    {
        public override string ToString() => text.ToString();

        public Nothing Visit(LookupRoot root, int depth) =>
            Line(depth, $"{root.Name}: {root.Type} {Quoted(root.Id)}", root.Projection);

        public Nothing Visit(NodesRoot root, int depth) =>
            Line(
                depth,
                $"{root.Name}: {(root.IsList ? "records" : "record")} {string.Join(", ", root.Ids.Select(Quoted))}",
                root.Projection
            );

        public Nothing Visit(PagesRoot root, int depth) => Page(depth, root.Name, root.Type.Plural!, root.Pages);

        public Nothing Visit(ListRoot root, int depth) =>
            Line(depth, $"{root.Name}: all {root.Type}s", root.Projection);

        public Nothing Visit(CoAccompaniersRoot root, int depth)
        {
            var with = root.With is null ? "" : $" with {Quoted(root.With)}";
            var at = root.ActiveAt is null ? "" : $", {Of(root.ActiveAt)}";
            var categories = root.IncludeCategories ? ", categories too" : "";
            return Page(depth, root.Name, $"co-accompaniers of {Quoted(root.Theme)}{with}{at}{categories}", root.Pages);
        }

        public Nothing Visit(SearchRoot root, int depth) =>
            Line(
                depth,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{root.Name}: bodies named {Of(root.Text)} first {root.First} by rank, name"
                ),
                root.Projection
            );

        public Nothing Visit(DatasetRoot root, int depth)
        {
            Line(depth, $"{root.Name}: data set");
            foreach (var part in root.Fields)
                Line(depth + 1, Named(part.Name, part.Fact.ToString()), part.Findings);
            return default;
        }

        public Nothing Visit(TypeNameRoot root, int depth) => Line(depth, $"{root.Name}: type name");

        public Nothing Visit(ComputedRoot root, int depth)
        {
            Line(depth, $"{root.Name}: {root.Title}");
            foreach (var term in root.Terms)
                Line(depth + 1, term);
            return Below(depth, root.Projection);
        }

        public Nothing Visit(SelectedValue field, int depth) => Line(depth, Named(field.Name, field.Column.Name));

        public Nothing Visit(SelectedText field, int depth) =>
            Line(depth, $"{Named(field.Name, field.Column.Name)} {field.Language}");

        public Nothing Visit(SelectedTexts field, int depth) => Line(depth, Named(field.Name, field.Field.Name));

        public Nothing Visit(SelectedActivity field, int depth) =>
            Line(depth, $"{Named(field.Name, "activity")} {Days(field.Days)}");

        public Nothing Visit(SelectedTypeName field, int depth) => Line(depth, $"{field.Name}: type name");

        public Nothing Visit(SelectedEvidence field, int depth)
        {
            Line(depth, Named(field.Name, "evidence"));
            return Fields(depth + 1, field.Parts);
        }

        public Nothing Visit(SelectedOne field, int depth) =>
            Line(depth, $"{Named(field.Name, field.Relation.Name)} → {field.Relation.Target}", field.Projection);

        public Nothing Visit(SelectedList field, int depth) =>
            Line(depth, $"{Named(field.Name, field.Relation.Name)} → all {field.Relation.Target}", field.Projection);

        public Nothing Visit(SelectedPages field, int depth) =>
            Page(depth, field.Name, field.Relation.Name, field.Pages);

        public Nothing Visit(SelectedCoMembers field, int depth)
        {
            var least =
                field.MinShared == 1
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $" of at least {field.MinShared} groupings");
            var when = field.ActiveAt is { } at ? $", both {Of(at)}" : $", overlapping at least {field.Overlap}";
            var categories = field.IncludeCategories ? ", categories too" : "";
            return Page(depth, field.Name, $"co-members{least}{when}{categories}", field.Pages);
        }

        public Nothing Visit(SelectedDrawing field, int depth) =>
            Line(depth, $"{Named(field.Name, field.Field.Name)} {field.Request}", field.Projection);

        public Nothing Visit(SelectedNetworkList field, int depth)
        {
            var by = field.Field.IsRanked ? $" by {field.By}" : "";
            var first = field.First is { } most ? string.Create(CultureInfo.InvariantCulture, $" first {most}") : "";
            return Line(depth, $"{Named(field.Name, field.Field.Name)}{by}{first}", field.Projection);
        }

        public Nothing Visit(SelectedComputed field, int depth)
        {
            Line(depth, Named(field.Name, field.Field.Name), field.Projection);
            return Fields(depth + 1, field.Parts);
        }

        public Nothing Visit(NodesPart part, int depth) => Line(depth, Named(part.Name, "nodes"), part.Projection);

        public Nothing Visit(EdgesPart part, int depth)
        {
            Line(depth, Named(part.Name, "edges"));
            foreach (var edge in part.Parts)
            {
                var what =
                    edge.Node is not null ? "node"
                    : edge.TypeName is null ? "cursor"
                    : "type name";
                Line(depth + 1, Named(edge.Name, what), edge.Node);
            }
            return default;
        }

        public Nothing Visit(TotalCountPart part, int depth) => Line(depth, Named(part.Name, "totalCount"));

        public Nothing Visit(FacetsPart part, int depth) =>
            Line(
                depth,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Named(part.Name, "facets")} by {part.Field} first {part.First}"
                ),
                part.Projection
            );

        public Nothing Visit(PageInfoPart part, int depth) =>
            Line(depth, $"{Named(part.Name, "pageInfo")} ({string.Join(", ", part.Parts.Select(p => p.Fact))})");

        public Nothing Visit(PageTypeName part, int depth) => Line(depth, $"{part.Name}: type name");

        private Nothing Page(int depth, string name, string what, Pages pages)
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
            Line(depth, line.ToString());
            if (pages.Through is not null)
                Line(depth + 1, $"through {pages.Through}");
            if (pages.Where is not null)
                Line(depth + 1, $"where {pages.Where}");
            foreach (var part in pages.Parts)
                part.Accept(this, depth + 1);
            return default;
        }

        private Nothing Line(int depth, string line, Projection? below = null)
        {
            text.Append(' ', depth * 2).Append(line).Append('\n');
            return below is null ? default : Below(depth, below);
        }

        private Nothing Below(int depth, Projection projection)
        {
            foreach (var selection in projection.ByType)
            {
                var inner = depth + 1;
                if (projection.ByType.Length > 1)
                    Line(inner++, $"of {selection.Type}");
                Fields(inner, selection.Fields);
            }
            return default;
        }

        private Nothing Fields(int depth, ImmutableArray<Selected> fields)
        {
            foreach (var field in fields)
                field.Accept<int, Nothing>(this, depth);
            return default;
        }
    }
}
