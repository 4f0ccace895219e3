using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;
using GraphQL.Types;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Makes the public types from the catalogue of records: each type once, by its name.</summary>
/// <param name="files">The formats in which networks are written.</param>
internal sealed class SchemaTypes(NetworkFormats files)
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);

    public IGraphType Id { get; } = new IdGraphType();

    public IGraphType Text { get; } = new StringGraphType();

    public IGraphType Whole { get; } = new IntGraphType();

    public IGraphType Number { get; } = new FloatGraphType();

    public IGraphType Flag { get; } = new BooleanGraphType();

    public IGraphType Date { get; } = new PartialDateType();

    public IEnumerable<IGraphType> All => _types.Values;

    public static IGraphType Required(IGraphType type) => new NonNullGraphType(type);

    public static IGraphType ListOf(IGraphType type) => new ListGraphType(new NonNullGraphType(type));

    public IGraphType Enum(Type type) =>
        type == typeof(Language)
            ? Enum(Variants.OfLanguages)
            : Made(
                EnumDescriptions.All[type].Name,
                () =>
                {
                    var (name, description, values) = EnumDescriptions.All[type];
                    var made = new EnumerationGraphType { Name = name, Description = description };
                    foreach (var value in System.Enum.GetNames(type))
                        made.Add(value, System.Enum.Parse(type, value), values[value]);
                    return made;
                }
            );

    /// <summary>The enum of what can be chosen from.</summary>
    public IGraphType Enum(Variants variants) =>
        Made(
            variants.Name,
            () =>
            {
                var made = new EnumerationGraphType { Name = variants.Name, Description = variants.Description };
                foreach (var one in variants.All)
                    made.Add(one.Name, one.Value ?? one.Name, one.Description);
                return made;
            }
        );

    /// <summary>An input type of inputs that may each be left out.</summary>
    public InputObjectGraphType Inputs(string name, string description, IEnumerable<Input> inputs) =>
        Made(
            name,
            () => new InputObjectGraphType { Name = name, Description = description },
            made =>
            {
                foreach (var input in inputs)
                {
                    var type = TypeOf(input);
                    made.AddField(
                        new FieldType
                        {
                            Name = input.Name,
                            ResolvedType = input.Unset is null ? type : Required(type),
                            Description = input.Description,
                            DefaultValue = input.Unset,
                        }
                    );
                }
            }
        );

    /// <summary>A computed question.</summary>
    public FieldType FieldOf(ComputedQuestion question) =>
        Plain(
            question.Name,
            question.IsList ? ListOf(Record(question.Target)) : Record(question.Target),
            question.Description,
            question.Inputs.Select(Argument)
        );

    private QueryArgument Argument(Input input) =>
        Argument(
            input.Name,
            input.Unset is not null || input.Kind is InputKind.Id or InputKind.Date
                ? Required(TypeOf(input))
                : TypeOf(input),
            input.Description,
            input.Unset
        );

    private IGraphType TypeOf(Input input) =>
        input.Kind switch
        {
            InputKind.Text => Text,
            InputKind.Id => Id,
            InputKind.Date => Date,
            InputKind.Whole => Whole,
            InputKind.Flag => Flag,
            InputKind.Ids => ListOf(Id),
            InputKind.Choice => input.Variants is { } variants ? Enum(variants) : Enum(input.Choices!),
            InputKind.Choices => ListOf(Enum(input.Choices!)),
            InputKind.ActiveAt => new SchemaFilters(this).ActiveAt(),
            InputKind.Filter => new SchemaFilters(this).Filter(input.Filter!),
            InputKind.Part => Inputs(
                "NetworkInput",
                "A part of the graph: first the filters, then what is taken out, then focus and depth. A body without a link is in it only if it is a focus, or with `includeIsolated`.",
                NetworkInputs.All
            ),
        };

    /// <summary>A type made when it is first asked for; it may refer to itself.</summary>
    public T Made<T>(string name, Func<T> make, Action<T>? complete = null)
        where T : class, IGraphType
    {
        if (_types.TryGetValue(name, out var known))
            return (T)known;
        var made = make();
        _types.Add(name, made);
        complete?.Invoke(made);
        return made;
    }

    /// <summary>A record's type: an interface where it is abstract, else an object.</summary>
    public IGraphType Record(RecordType record)
    {
        if (record.IsAbstract)
        {
            return Made(
                record.Name,
                () =>
                    new InterfaceGraphType
                    {
                        Name = record.Name,
                        Description = record.Description,
                        ResolveType = _ => null,
                    },
                made =>
                {
                    foreach (var field in record.Fields)
                        made.AddField(FieldOf(field));
                    foreach (var wider in WiderThan(record))
                        made.AddResolvedInterface((IInterfaceGraphType)Record(wider));
                    foreach (var concrete in record.Possible)
                        Record(concrete);
                }
            );
        }
        return Made(
            record.Name,
            () =>
                new ObjectGraphType
                {
                    Name = record.Name,
                    Description = record.Description,
                    SkipTypeCheck = true,
                },
            made =>
            {
                foreach (var field in record.Fields.Where(f => !f.Hidden))
                    made.AddField(FieldOf(field));
                foreach (var wider in WiderThan(record))
                    made.AddResolvedInterface((IInterfaceGraphType)Record(wider));
            }
        );
    }

    // An abstract type that stands for all that another one stands for is wider.
    private static IEnumerable<RecordType> WiderThan(RecordType record) =>
        Records.Abstract.Where(wider =>
            wider != record
            && (record.IsAbstract ? record.Possible : [record]).All(possible => wider.Possible.Contains(possible))
        );

    /// <summary>A page of records.</summary>
    public IGraphType Connection(RecordType record) =>
        Made(
            record.Plural + "Connection",
            () =>
                new ObjectGraphType
                {
                    Name = record.Plural + "Connection",
                    Description = $"A page of {Lower(record.Plural!)}.",
                    SkipTypeCheck = true,
                },
            made =>
            {
                made.AddField(
                    Plain(
                        "edges",
                        Required(ListOf(Edge(record))),
                        "The page's records, each with its place in the list."
                    )
                );
                made.AddField(Plain("nodes", Required(ListOf(Record(record))), "The page's records."));
                made.AddField(
                    Plain("pageInfo", Required(PageInfo()), "Whether there is more before or after the page.")
                );
                made.AddField(
                    Plain(
                        "totalCount",
                        Required(Whole),
                        "How many records the whole list has, after the filter and before the page."
                    )
                );
                if (!record.Facets.IsEmpty)
                    made.AddField(Facets(record));
            }
        );

    /// <summary>The arguments of a paged list.</summary>
    public IEnumerable<QueryArgument> PageArguments(RecordType record)
    {
        if (SchemaFilters.IsFiltered(record))
        {
            yield return Argument(
                "where",
                new SchemaFilters(this).Filter(record),
                $"Which {Lower(record.Plural!)} are meant; all where it is left out."
            );
            yield return Argument(
                "order",
                ListOf(new SchemaFilters(this).Sort(record)),
                "In which order; each element is one key, the first decides first, the id decides last."
            );
        }
        yield return Argument(
            "first",
            Whole,
            "How many at most, from the beginning or after `after`: 0 to 500; 25 where neither `first` nor `last` is given."
        );
        yield return Argument(
            "after",
            Text,
            "The cursor after which the page begins: `pageInfo.endCursor` of the page before."
        );
        yield return Argument(
            "last",
            Whole,
            "How many at most, from the end or before `before`: 0 to 500. Not together with `first`."
        );
        yield return Argument(
            "before",
            Text,
            "The cursor before which the page ends: `pageInfo.startCursor` of the page after."
        );
    }

    public static QueryArgument Argument(string name, IGraphType type, string description, object? value = null) =>
        new(type)
        {
            Name = name,
            Description = description,
            DefaultValue = value,
        };

    public static FieldType Plain(
        string name,
        IGraphType type,
        string description,
        params IEnumerable<QueryArgument> arguments
    ) =>
        new()
        {
            Name = name,
            ResolvedType = type,
            Description = description,
            Arguments = new QueryArguments(arguments),
        };

    private FieldType FieldOf(Field field)
    {
        var (type, arguments) = field switch
        {
            ToPages { Directed: not null } pages => (
                Connection(pages.Target),
                PageArguments(pages.Target)
                    .Prepend(
                        Argument(
                            "direction",
                            Required(Enum(typeof(LinkDirection))),
                            "Which links, by the body's end.",
                            LinkDirection.ANY
                        )
                    )
            ),
            ToPages { Through: { } through } pages => (
                Connection(pages.Target),
                PageArguments(pages.Target)
                    .Prepend(
                        Argument(
                            through,
                            new SchemaFilters(this).Filter(Records.Membership),
                            "Only through memberships that fit."
                        )
                    )
            ),
            ToPages pages => (Connection(pages.Target), PageArguments(pages.Target)),
            CoMembersField => (Connection(Records.CoMember), CoMemberArguments()),
            DrawingField drawing => (Record(drawing.Target), DrawingArguments(drawing)),
            NetworkListField list => (ListOf(Record(list.Target)), NetworkListArguments(list)),
            ToList list => (ListOf(Record(list.Target)), []),
            ToOne one => (Record(one.Target), []),
            EvidenceField => (ListOf(Record(Records.Evidence)), []),
            TextsField => (ListOf(Text), []),
            ActivityField => (
                Enum(typeof(Activity)),
                [Argument("at", Required(Date), "The date: \"2016\", \"2016-H2\", \"2016-07-01\"…")]
            ),
            MultilingualColumn => (
                Text,
                [
                    Argument(
                        "language",
                        Required(Enum(Variants.OfLanguages)),
                        "In which language; another's text where this one's is missing.",
                        Language.Usual
                    ),
                ]
            ),
            ComputedField computed => (Computed(computed), []),
            Column column => (Value(column), Array.Empty<QueryArgument>().AsEnumerable()),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.GetType().Name, "a field without a type"),
        };
        return Plain(field.Name, field.Nullable ? type : Required(type), field.Description, arguments);
    }

    private IEnumerable<QueryArgument> CoMemberArguments()
    {
        var filters = new SchemaFilters(this);
        return
        [
            Argument("minShared", Required(Whole), "How many groupings they must share at least; 1 or more.", 1),
            Argument(
                "activeAt",
                filters.ActiveAt(),
                "Only groupings in which both were active at a date, as surely as it asks; `overlap` is not looked at then."
            ),
            Argument(
                "overlap",
                Required(Enum(typeof(Activity))),
                "How surely both must have been in a grouping at the same time, whenever that was. POSSIBLE keeps what the dates do not rule out; NO keeps also those who were in it one after the other.",
                Activity.POSSIBLE
            ),
            Argument(
                "includeCategories",
                Required(Flag),
                "Whether to list categories that a source does not name one by one, such as \"the chambers of agriculture\".",
                false
            ),
            Argument("where", filters.Filter(Records.Actor), "Which actors are meant; all where it is left out."),
            Argument(
                "order",
                ListOf(filters.Sort(Records.CoMember)),
                "In which order; each element is one key, the first decides first, the id decides last."
            ),
            .. PageArguments(Records.CoMember),
        ];
    }

    private FieldType Facets(RecordType record)
    {
        var choice = record.Facets[0].Choice;
        var several = record.Facets.Any(facet => record.FieldOf(facet.Field) is ToList)
            ? " By theme, a record counts once for each of its themes: the counts may add up to more than totalCount."
            : "";
        return Plain(
            "facets",
            Required(ListOf(Record(Records.FacetCount))),
            $"How many records of the whole list have each value, after the filter and before the page: the most frequent value first, then by value, what is absent last among as many.{several} Example: `facets(by: {choice}) {{ value label count }}`.",
            Argument("by", Required(Enum(choice.GetType())), "By what to count."),
            Argument(
                "first",
                Required(Whole),
                "How many values at most, the most frequent: 0 to 500.",
                FacetsPart.DefaultFirst
            )
        );
    }

    private IGraphType Value(Column column) =>
        column switch
        {
            TextColumn text => text.IsId ? Id : Text,
            WholeColumn => Whole,
            NumberColumn => Number,
            FlagColumn => Flag,
            DateColumn => Date,
            ChoiceColumn choice => Enum(choice.Choices),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Name, "a column without a type"),
        };

    private IEnumerable<QueryArgument> DrawingArguments(DrawingField drawing)
    {
        if (drawing.Target == Records.NetworkFile)
        {
            yield return Argument("format", Required(Enum(files.Variants)), "As what file.");
            yield break;
        }
        yield return Argument(FigureFormats.Input);
        yield return Argument(
            "style",
            Inputs(
                "FigureStyleInput",
                "How a figure is drawn. Figures are made for print at 16 cm, with all that explains them in the picture.",
                FigureOptions.All
            ),
            "How it is drawn."
        );
    }

    private IEnumerable<QueryArgument> NetworkListArguments(NetworkListField list)
    {
        if (list.IsRanked)
            yield return Argument(
                "order",
                Required(Enum(typeof(NodeMeasure))),
                "By what they are sorted.",
                NodeMeasure.DEGREE
            );
        yield return Argument("first", Whole, "How many at most, 0 or more; all where it is left out.");
    }

    private IGraphType Computed(ComputedField field) =>
        field.Value switch
        {
            ComputedValue.Number => Number,
            ComputedValue.Texts => ListOf(Text),
            ComputedValue.Flag => Flag,
            ComputedValue.Whole => Whole,
            ComputedValue.Text => Text,
            ComputedValue.Choice when field.Variants is { } kind => Enum(
                new[] { FigureFormats.Input.Variants!, files.Variants }.Single(variants => variants.Name == kind)
            ),
            ComputedValue.Choice => Enum(field.Choices!),
            ComputedValue.Record => Record(field.Target!),
            ComputedValue.Records => ListOf(Record(field.Target!)),
        };

    private ObjectGraphType Edge(RecordType record) =>
        Made(
            record.Plural + "Edge",
            () =>
                new ObjectGraphType
                {
                    Name = record.Plural + "Edge",
                    Description = $"A record among {Lower(record.Plural!)}, with its place in the list.",
                    SkipTypeCheck = true,
                },
            made =>
            {
                made.AddField(
                    Plain("cursor", Required(Text), "The record's place in the list, for `after` and `before`.")
                );
                made.AddField(Plain("node", Required(Record(record)), "The record."));
            }
        );

    private ObjectGraphType PageInfo() =>
        Made(
            "PageInfo",
            () =>
                new ObjectGraphType
                {
                    Name = "PageInfo",
                    Description = "Whether there is more before or after a page, and where it begins and ends.",
                    SkipTypeCheck = true,
                },
            made =>
            {
                made.AddField(Plain("hasNextPage", Required(Flag), "Whether records come after this page."));
                made.AddField(Plain("hasPreviousPage", Required(Flag), "Whether records come before this page."));
                made.AddField(
                    Plain("startCursor", Text, "The place of the page's first record; null on an empty page.")
                );
                made.AddField(Plain("endCursor", Text, "The place of the page's last record; null on an empty page."));
            }
        );

    private static string Lower(string plural) => char.ToLowerInvariant(plural[0]) + plural[1..];
}
