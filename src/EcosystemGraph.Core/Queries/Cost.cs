using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Queries;

/// <summary>
/// How large the answer to a plan can be at most: every list as long as its longest in the data set, or as its page where
/// that is shorter. Found in one pass over the plan, before anything runs.
/// </summary>
/// <param name="Values">How many values: each field of each record once, and each element of a list of texts.</param>
/// <param name="Records">How many records.</param>
/// <param name="Costliest">The field under which the most values stand directly, "actors.nodes.memberships"; empty where there is none.</param>
public sealed record Cost(double Values, double Records, string Costliest)
{
    /// <summary>The cost of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lengths">How long lists are in the data set.</param>
    public static Cost Of(Plan plan, ListLengths lengths)
    {
        var sum = new Sum();
        var counter = new Counter(lengths);
        foreach (var root in plan.Roots)
            sum.Add(root.Name, counter.Of(root));
        return new Cost(sum.Size.Values, sum.Size.Records, string.Join('.', Path(sum.Size.Costliest)));
    }

    private static IEnumerable<string> Path(Place? place)
    {
        for (; place is not null; place = place.Below)
            yield return place.Name;
    }

    /// <summary>A field and what lies below it, on the way to the costliest one.</summary>
    private sealed record Place(string Name, Place? Below);

    /// <summary>What a record, or a page, can bring; and of its fields the costliest, with the values that stand directly below it.</summary>
    private readonly record struct Size(double Values, double Records, Place? Costliest, double Most)
    {
        public Size Times(double count) => new(Values * count, Records * count, Costliest, Most * count);
    }

    /// <summary>Adds up the fields of a record.</summary>
    private sealed class Sum
    {
        private double _values,
            _records,
            _most;
        private Place? _costliest;

        /// <summary>How many values stand directly here.</summary>
        public int Direct { get; private set; }

        public Size Size => new(_values, _records, _costliest, _most);

        public void Add(string name, Size below)
        {
            Direct++;
            _values += 1 + below.Values;
            _records += below.Records;
            if (below.Most <= _most)
                return;
            _most = below.Most;
            _costliest = new Place(name, below.Costliest);
        }
    }

    private sealed class Counter(ListLengths lengths)
        : IRootVisitor<Nothing, Size>,
            ISelectedVisitor<RecordType, Size>,
            IPageVisitor<(double Size, int Longest), Size>
    {
        private ComputedRoot? _question;

        public Size Of(Root root) => root.Accept(this, default);

        Size IRootVisitor<Nothing, Size>.Visit(LookupRoot root, Nothing about) => Record(root.Projection);

        Size IRootVisitor<Nothing, Size>.Visit(NodesRoot root, Nothing about) =>
            Record(root.Projection).Times(root.Ids.Length);

        Size IRootVisitor<Nothing, Size>.Visit(PagesRoot root, Nothing about) => Of(root.Pages, lengths.All(root.Type));

        Size IRootVisitor<Nothing, Size>.Visit(ListRoot root, Nothing about) =>
            Record(root.Projection).Times(lengths.All(root.Type));

        Size IRootVisitor<Nothing, Size>.Visit(DatasetRoot root, Nothing about) => Dataset(root);

        Size IRootVisitor<Nothing, Size>.Visit(CoAccompaniersRoot root, Nothing about) =>
            Of(root.Pages, lengths.All(Catalog.Records.Actor));

        Size IRootVisitor<Nothing, Size>.Visit(SearchRoot root, Nothing about) =>
            Record(root.Projection).Times(Math.Min(root.First, lengths.All(Catalog.Records.Entity)));

        Size IRootVisitor<Nothing, Size>.Visit(TypeNameRoot root, Nothing about) => default;

        Size IRootVisitor<Nothing, Size>.Visit(ComputedRoot root, Nothing about)
        {
            _question = root;
            var size = Record(root.Projection).Times(root.Most(lengths));
            _question = null;
            return size;
        }

        private Size Dataset(DatasetRoot dataset)
        {
            var sum = new Sum();
            foreach (var part in dataset.Fields)
                sum.Add(
                    part.Name,
                    part.Findings is null
                        ? default
                        : Record(part.Findings).Times(lengths.All(Catalog.Records.DataFinding))
                );
            var size = sum.Size;
            return size with
            {
                Records = size.Records + 1,
                Costliest = size.Most > sum.Direct ? size.Costliest : null,
                Most = Math.Max(size.Most, sum.Direct),
            };
        }

        // One record, and the values that stand in it.
        private Size Record(Projection projection)
        {
            var largest = default(Size);
            foreach (var selection in projection.ByType)
            {
                var size = Fields(selection.Type, selection.Fields);
                if (size.Values >= largest.Values)
                    largest = size;
            }
            return largest;
        }

        private Size Fields(RecordType type, ImmutableArray<Selected> fields)
        {
            var sum = new Sum();
            foreach (var field in fields)
                sum.Add(field.Name, field.Accept<RecordType, Size>(this, type));
            var size = sum.Size;
            return size with
            {
                Records = size.Records + 1,
                Costliest = size.Most > sum.Direct ? size.Costliest : null,
                Most = Math.Max(size.Most, sum.Direct),
            };
        }

        Size IRowVisitor<RecordType, Size>.Visit(SelectedValue field, RecordType type) => default;

        Size IRowVisitor<RecordType, Size>.Visit(SelectedText field, RecordType type) => default;

        Size IRowVisitor<RecordType, Size>.Visit(SelectedActivity field, RecordType type) => default;

        Size IRowVisitor<RecordType, Size>.Visit(SelectedTypeName field, RecordType type) => default;

        Size IRowVisitor<RecordType, Size>.Visit(SelectedTexts field, RecordType type) =>
            Texts(lengths.Of(type, field.Field));

        Size IRowVisitor<RecordType, Size>.Visit(SelectedEvidence field, RecordType type) =>
            Fields(Catalog.Records.Evidence, field.Parts).Times(lengths.Of(type, field.Field));

        Size IRowVisitor<RecordType, Size>.Visit(SelectedOne field, RecordType type) => Record(field.Projection);

        Size IRowVisitor<RecordType, Size>.Visit(SelectedList field, RecordType type) =>
            Record(field.Projection).Times(lengths.Of(type, field.Relation));

        Size IRowVisitor<RecordType, Size>.Visit(SelectedPages field, RecordType type) =>
            Of(field.Pages, lengths.Of(type, field.Relation));

        Size IRowVisitor<RecordType, Size>.Visit(SelectedCoMembers field, RecordType type) =>
            Of(field.Pages, lengths.All(Catalog.Records.Actor));

        Size ISelectedVisitor<RecordType, Size>.Visit(SelectedDrawing field, RecordType type) =>
            Record(field.Projection);

        Size ISelectedVisitor<RecordType, Size>.Visit(SelectedNetworkList field, RecordType type) =>
            Record(field.Projection)
                .Times(Math.Min(field.First ?? double.PositiveInfinity, Longest(field.Field, field.Field.Target)));

        Size ISelectedVisitor<RecordType, Size>.Visit(SelectedComputed field, RecordType type) => Of(field);

        private static Size Texts(int count) => new(count, 0, null, count);

        private int OfActor(string list) => lengths.Of(Catalog.Records.Actor, Catalog.Records.Actor.FieldOf(list)!);

        // A computed list is at most as long as what it is taken from.
        private Size Of(SelectedComputed computed)
        {
            var one =
                computed.Projection is { } projection ? Record(projection)
                : computed.Parts.IsEmpty ? default
                : Fields(Catalog.Records.Evidence, computed.Parts);
            var isList =
                computed.Field.Value is not ComputedValue.Record
                && (computed.Projection is not null || !computed.Parts.IsEmpty);
            // What two share is at most what one of them is in.
            if (computed.Field == FactFields.CoMemberShared)
                return one.Times(OfActor("groupings"));
            // Each of an accompanier's links is one of its own.
            if (computed.Field == FactFields.CoAccompanierLinks)
                return one.Times(OfActor("memberships") + OfActor("partnerships"));
            return isList ? one.Times(Longest(computed.Field, computed.Field.Target)) : one;
        }

        private double Longest(Field list, RecordType? target) =>
            _question?.Longest(list, lengths)
            ?? (
                target is not null && lengths.All(target) is var all and > 0
                    ? all
                    : lengths.All(Catalog.Records.Passage)
            );

        private Size Of(Pages pages, int longest)
        {
            var size = Math.Min(pages.Page.Size, longest);
            var sum = new Sum();
            foreach (var part in pages.Parts)
                sum.Add(part.Name, part.Accept(this, (size, longest)));
            return sum.Size;
        }

        public Size Visit(NodesPart part, (double Size, int Longest) list) => Record(part.Projection).Times(list.Size);

        public Size Visit(EdgesPart part, (double Size, int Longest) list) => Edge(part.Parts).Times(list.Size);

        public Size Visit(TotalCountPart part, (double Size, int Longest) list) => default;

        public Size Visit(FacetsPart part, (double Size, int Longest) list) =>
            Record(part.Projection).Times(Math.Min(part.First, ValuesOf(part.Field, list.Longest)));

        public Size Visit(PageInfoPart part, (double Size, int Longest) list) => Texts(part.Parts.Length);

        public Size Visit(PageTypeName part, (double Size, int Longest) list) => default;

        // How many values the records of a list may have, none being one of them; where each has but one, no more than there are records.
        private double ValuesOf(Field field, int longest) =>
            field switch
            {
                ToList list => lengths.All(list.Target) + 1,
                ToOne one => Math.Min(longest, lengths.All(one.Target) + 1),
                ChoiceColumn choice => Math.Min(longest, choice.Values.Length),
                _ => Math.Min(longest, 2),
            };

        private Size Edge(ImmutableArray<EdgePart> parts)
        {
            var sum = new Sum();
            foreach (var part in parts)
                sum.Add(part.Name, part.Node is null ? default : Record(part.Node));
            return sum.Size;
        }
    }
}
