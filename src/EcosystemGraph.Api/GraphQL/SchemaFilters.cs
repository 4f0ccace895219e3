using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using GraphQL.Types;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Makes the input types of filters and orders from the catalogue, by Hot Chocolate's conventions.</summary>
internal sealed class SchemaFilters(SchemaTypes types)
{
    private static readonly string[] Lists = ["all", "none", "some"];

    /// <summary>Whether lists of these records take a filter and an order.</summary>
    public static bool IsFiltered(RecordType record) => record.IsFound && record.Plural is not null;

    /// <summary>Whether a field can be sorted by.</summary>
    public static bool IsSorted(Field field) =>
        !field.Hidden && field is Column and (not MultilingualColumn or { Name: "label" });

    public InputObjectGraphType Filter(RecordType record) =>
        Input(
            record.Name + "FilterInput",
            $"Which {record.Name} records are meant: those that fit all that is given.",
            made =>
            {
                AddConnectives(made);
                foreach (var field in record.Fields.Where(f => !f.Hidden))
                    AddFilter(made, field);
                if (record == Records.Concept)
                {
                    Add(
                        made,
                        "under",
                        types.Id,
                        "This concept or a narrower one: `kind: { under: \"public-authority\" }`."
                    );
                    Add(
                        made,
                        "nunder",
                        types.Id,
                        "Neither this concept nor a narrower one, or absent: `kind: { nunder: \"association\" }`."
                    );
                }
                if (record == Records.Territory)
                {
                    Add(
                        made,
                        "inside",
                        types.Id,
                        "This territory or one that lies in it: `territory: { inside: \"cote-d-or\" }`."
                    );
                    Add(
                        made,
                        "ninside",
                        types.Id,
                        "Neither this territory nor one that lies in it, or absent: `territory: { ninside: \"cote-d-or\" }`."
                    );
                }
            }
        );

    public InputObjectGraphType Sort(RecordType record) =>
        Input(
            record.Name + "SortInput",
            "One key to sort by: exactly one field.",
            made =>
            {
                foreach (var field in record.Fields)
                {
                    if (IsSorted(field))
                        Add(made, field.Name, types.Enum(typeof(SortDirection)), field.Description);
                    else if (field is ToOne one)
                        Add(made, field.Name, Sort(one.Target), $"By a value of: {field.Description}");
                    else if (field is ComputedField { Value: ComputedValue.Record } who)
                        Add(made, field.Name, Sort(who.Target!), $"By a value of: {field.Description}");
                    else if (field is ComputedField { Value: ComputedValue.Whole })
                        Add(made, field.Name, types.Enum(typeof(SortDirection)), field.Description);
                }
            }
        );

    /// <summary>The input that asks for activity at a date.</summary>
    public InputObjectGraphType ActiveAt() =>
        Input(
            "ActiveAtFilterInput",
            "Was it active at a date? Example: `{ date: \"2016\", atLeast: CERTAIN }`.",
            made =>
            {
                Add(made, "date", SchemaTypes.Required(types.Date), "The date; activity throughout it is asked for.");
                Add(
                    made,
                    "atLeast",
                    SchemaTypes.Required(types.Enum(typeof(Activity))),
                    "How surely. POSSIBLE keeps what may have been active, CERTAIN only what surely was.",
                    Activity.POSSIBLE
                );
            }
        );

    private void AddFilter(InputObjectGraphType made, Field field)
    {
        switch (field)
        {
            case ActivityField:
                Add(made, "activeAt", ActiveAt(), "Active at a date, as surely as asked.");
                Add(
                    made,
                    "nactiveAt",
                    ActiveAt(),
                    "Not active at a date as surely as asked: with POSSIBLE surely not, with CERTAIN perhaps not."
                );
                break;
            case EvidenceField:
                Add(made, field.Name, ListFilter(Evidence()), field.Description);
                break;
            case TextsField:
                Add(made, field.Name, ListFilter(Operations(types.Text)), field.Description);
                break;
            case ToOne one:
                Add(made, field.Name, Filter(one.Target), field.Description);
                break;
            case Relation many:
                Add(made, field.Name, ListFilter(Filter(many.Target)), field.Description);
                break;
            case Column column:
                Add(made, field.Name, Operations(Value(column)), field.Description);
                break;
        }
    }

    private static void AddConnectives(InputObjectGraphType made)
    {
        Add(made, "and", SchemaTypes.ListOf(made), "All of these hold; true where there are none.");
        Add(made, "or", SchemaTypes.ListOf(made), "One of these holds; false where there are none.");
        Add(
            made,
            "not",
            made,
            "This does not hold as a whole, the absent included; false where it is empty: `not: { kind: { under: \"association\" } }`."
        );
    }

    private InputObjectGraphType Evidence() =>
        Input(
            "EvidenceFilterInput",
            "Which evidence is meant: that which fits all that is given.",
            made =>
            {
                AddConnectives(made);
                Add(made, "passage", Filter(Records.Passage), "The paragraph that states the fact.");
            }
        );

    private InputObjectGraphType ListFilter(InputObjectGraphType item)
    {
        var name = item.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal)
            ? "List" + item.Name
            : "ListFilterInputTypeOf" + item.Name;
        return Input(
            name,
            "Which lists are meant, by their items.",
            made =>
            {
                foreach (var kind in Lists)
                {
                    Add(
                        made,
                        kind,
                        item,
                        kind switch
                        {
                            "all" => "Every item fits; true of an empty list.",
                            "none" => "No item fits.",
                            _ => "At least one item fits.",
                        }
                    );
                }
                Add(made, "any", types.Flag, "Whether there is an item at all.");
            }
        );
    }

    private InputObjectGraphType Operations(IGraphType value)
    {
        var name = value == types.Id ? "Id" : value.Name;
        var folded =
            value != types.Text
                ? ""
                : " `eq` and `in` compare exactly; the others without regard to accents, case, punctuation and characters that nobody sees, "
                    + "but for a text without a letter or digit, such as \"&\", which is compared as it reads. An empty one fits every text.";
        return Input(
            name + "OperationFilterInput",
            $"How a value of type {value.Name} must be.{folded}",
            made =>
            {
                Add(made, "eq", value, "Equal to this; null finds the absent.");
                Add(made, "neq", value, "Not equal to this, or absent; null finds what is there.");
                if (value == types.Flag)
                    return;
                Add(made, "in", SchemaTypes.ListOf(value), "One of these.");
                Add(made, "nin", SchemaTypes.ListOf(value), "None of these, or absent.");
                if (value == types.Text)
                {
                    Add(made, "contains", value, "Has this in it, without regard to accents, case or punctuation.");
                    Add(made, "ncontains", value, "Does not have this in it, or is absent.");
                    Add(made, "startsWith", value, "Begins with this, without regard to accents, case or punctuation.");
                    Add(made, "nstartsWith", value, "Does not begin with this, or is absent.");
                    Add(made, "endsWith", value, "Ends with this, without regard to accents, case or punctuation.");
                    Add(made, "nendsWith", value, "Does not end with this, or is absent.");
                }
                else if (value == types.Date)
                {
                    Add(made, "gt", value, "Surely later: begins after the last day of this.");
                    Add(made, "gte", value, "Begins no earlier than this begins.");
                    Add(made, "lt", value, "Surely earlier: ends before the first day of this.");
                    Add(made, "lte", value, "Ends no later than this ends.");
                }
                else if (value == types.Whole || value == types.Number)
                {
                    Add(made, "gt", value, "Greater than this.");
                    Add(made, "ngt", value, "Not greater than this, or absent.");
                    Add(made, "gte", value, "Greater than or equal to this.");
                    Add(made, "ngte", value, "Not greater than or equal to this, or absent.");
                    Add(made, "lt", value, "Less than this.");
                    Add(made, "nlt", value, "Not less than this, or absent.");
                    Add(made, "lte", value, "Less than or equal to this.");
                    Add(made, "nlte", value, "Not less than or equal to this, or absent.");
                }
            }
        );
    }

    private IGraphType Value(Column column) =>
        column switch
        {
            TextColumn { IsId: true } => types.Id,
            TextColumn or MultilingualColumn => types.Text,
            WholeColumn => types.Whole,
            NumberColumn => types.Number,
            FlagColumn => types.Flag,
            DateColumn => types.Date,
            ChoiceColumn choice => types.Enum(choice.Choices),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Name, "a column without a filter"),
        };

    private InputObjectGraphType Input(string name, string description, Action<InputObjectGraphType> complete) =>
        types.Made(name, () => new InputObjectGraphType { Name = name, Description = description }, complete);

    private static void Add(
        InputObjectGraphType type,
        string name,
        IGraphType value,
        string description,
        object? fallback = null
    ) =>
        type.AddField(
            new FieldType
            {
                Name = name,
                ResolvedType = value,
                Description = description,
                DefaultValue = fallback,
            }
        );
}
