using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL.Limits;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Text;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Makes a plan of a valid document: what is asked, without how it was asked.</summary>
internal sealed class Planner
{
    private const string TypeName = "__typename";

    private readonly FieldCollector _collector;
    private readonly IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? _arguments;

    private readonly PlanRoom _room;
    private readonly Language _language;

    // The arguments of the computed question whose fields are being read.
    private Arguments? _network;

    public Planner(GraphQLDocument document, IValidationResult valid, int mostSteps, Language language)
    {
        _language = language;
        _room = new PlanRoom(mostSteps);
        _collector = new FieldCollector(document, valid.Variables);
        _arguments = valid.ArgumentValues;
    }

    /// <summary>The root fields of an operation, introspection included.</summary>
    public IReadOnlyList<CollectedField> Roots(GraphQLOperationDefinition operation) =>
        _collector.Of([operation.SelectionSet], "Query");

    /// <summary>Whether a root field asks about the schema rather than the data.</summary>
    public static bool IsIntrospection(CollectedField field) => field.FieldName is "__schema" or "__type";

    /// <exception cref="QuestionException">An argument has a value that it cannot have.</exception>
    public Plan Plan(IEnumerable<CollectedField> roots) => new([.. roots.Select(Root)]);

    private Root Root(CollectedField field)
    {
        var arguments = ArgumentsOf(field);
        switch (field.FieldName)
        {
            case TypeName:
                return new TypeNameRoot(field.Name, "Query");
            case "dataset":
                return new DatasetRoot(field.Name, Dataset(field));
            case "sources":
                return new ListRoot(field.Name, Records.Source, Projection(Records.Source, field));
            case "denials":
                return new ListRoot(field.Name, Records.Denial, Projection(Records.Denial, field));
            case "node":
                return new NodesRoot(field.Name, [arguments.Required("id")], false, Projection(Records.Node, field));
            case "nodes":
                return Nodes(field, arguments);
            case "search":
                return Search(field, arguments);
            case "coAccompaniers":
                return new CoAccompaniersRoot(
                    field.Name,
                    arguments.Required("theme"),
                    arguments.Text("with"),
                    arguments.ActiveAt("activeAt"),
                    arguments.Flag("includeCategories"),
                    Pages(field, "Query", Records.CoAccompanier, ComputedOrders.CoAccompaniers) with
                    {
                        Where = ActorsWhere(field, arguments),
                    }
                );
        }
        if (ComputedQuestion.All.FirstOrDefault(question => question.Name == field.FieldName) is { } computed)
        {
            _network = arguments;
            var part = new NetworkReader(field.First, _room);
            return computed.Read(
                new GivenInputs(field.Name, arguments, part, () => Projection(computed.Target, field))
            );
        }
        foreach (var type in Records.WithRows.Append(Records.Entity))
        {
            if (field.FieldName == Lower(type.Name))
                return new LookupRoot(field.Name, type, arguments.Required("id"), Projection(type, field));
            if (type.Plural is not null && field.FieldName == Lower(type.Plural))
                return new PagesRoot(field.Name, type, Pages(field, "Query", type));
        }
        throw new ArgumentOutOfRangeException(nameof(field), field.FieldName, "a root field without a plan");
    }

    private Projection Projection(RecordType type, CollectedField field) => Projection(type, field.SelectionSets);

    private Projection Projection(RecordType type, IEnumerable<GraphQLSelectionSet> sets)
    {
        var asked = sets.ToArray();
        return new Projection([
            .. (type.IsAbstract ? type.Possible : [type]).Select(concrete => Selection(concrete, asked)),
        ]);
    }

    private Selection Selection(RecordType type, GraphQLSelectionSet[] sets) =>
        new(type, [.. _collector.Of(sets, type.Name).Select(field => Selected(type, field))]);

    private Selected Selected(RecordType type, CollectedField field)
    {
        _room.Take(1, field.First);
        if (field.FieldName == TypeName)
            return new SelectedTypeName(field.Name, type.Name);
        var arguments = ArgumentsOf(field);
        return type.FieldOf(field.FieldName) switch
        {
            MultilingualColumn text => new SelectedText(
                field.Name,
                text,
                arguments.IsGiven("language") ? arguments.Choice("language", _language) : _language
            ),
            Column column => new SelectedValue(field.Name, column),
            TextsField texts => new SelectedTexts(field.Name, texts),
            ActivityField activity => new SelectedActivity(field.Name, activity, arguments.Date("at").Span),
            EvidenceField evidence => new SelectedEvidence(field.Name, evidence, Evidence(field)),
            ToOne one => new SelectedOne(field.Name, one, Projection(one.Target, field)),
            ToList list => new SelectedList(field.Name, list, Projection(list.Target, field)),
            ToPages pages => new SelectedPages(
                field.Name,
                Directed(pages, arguments),
                Pages(field, type.Name, pages.Target) with
                {
                    Through = Through(pages, arguments),
                }
            ),
            DrawingField drawing => new SelectedDrawing(
                field.Name,
                drawing,
                DrawingReader.Read(drawing, arguments, _network!),
                Projection(drawing.Target, field)
            ),
            NetworkListField list => NetworkList(field, list, arguments, Projection(list.Target, field)),
            CoMembersField => CoMembers(field, type, arguments),
            ComputedField { Target: var target } computed when target == Records.Evidence => new SelectedComputed(
                field.Name,
                computed,
                null,
                Evidence(field)
            ),
            ComputedField { Target: { } target } computed => new SelectedComputed(
                field.Name,
                computed,
                Projection(target, field),
                []
            ),
            ComputedField computed => new SelectedComputed(field.Name, computed, null, []),
            var other => throw new ArgumentOutOfRangeException(
                nameof(field),
                other?.GetType().Name,
                "a field without a plan"
            ),
        };
    }

    private NodesRoot Nodes(CollectedField field, Arguments arguments)
    {
        string[] ids =
        [
            .. ((System.Collections.IEnumerable)arguments.Value("ids")!)
                .Cast<object?>()
                .Select(id => Arguments.TextOf(id)!),
        ];
        if (ids.Length > Page.MaxSize)
            throw Wrong(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ids holds {ids.Length}; give at most {Page.MaxSize}, and the rest in another question"
                )
            );
        _room.Take(ids.Length, field.First);
        return new NodesRoot(field.Name, [.. ids], true, Projection(Records.Node, field));
    }

    private SearchRoot Search(CollectedField field, Arguments arguments)
    {
        var first =
            PageReader.Size("first", arguments, "and more words where more are found") ?? SearchRoot.DefaultFirst;
        return new SearchRoot(
            field.Name,
            SoughtText.Of(arguments.Required("text")),
            first,
            Projection(Records.SearchHit, field)
        );
    }

    private static SelectedNetworkList NetworkList(
        CollectedField field,
        NetworkListField list,
        Arguments arguments,
        Projection projection
    )
    {
        var first = arguments.Whole("first");
        if (first < 0)
            throw Wrong(field, string.Create(CultureInfo.InvariantCulture, $"first is {first}; give 0 or more"));
        return new SelectedNetworkList(
            field.Name,
            list,
            arguments.Choice("order", NodeMeasure.DEGREE),
            first,
            projection
        );
    }

    private static QuestionException Wrong(CollectedField field, string message) =>
        new(ErrorCodes.BadArgument, message, field.First);

    private SelectedCoMembers CoMembers(CollectedField field, RecordType type, Arguments arguments)
    {
        var least = arguments.Whole("minShared") ?? 1;
        if (least < 1)
        {
            throw Wrong(field, string.Create(CultureInfo.InvariantCulture, $"minShared is {least}; give 1 or more"));
        }
        var pages = Pages(field, type.Name, Records.CoMember, PageReader.CoMembers(arguments)) with
        {
            Where = ActorsWhere(field, arguments),
        };
        return new SelectedCoMembers(
            field.Name,
            least,
            arguments.ActiveAt("activeAt"),
            arguments.Choice("overlap", Activity.POSSIBLE),
            arguments.Flag("includeCategories"),
            pages
        );
    }

    private Filter? ActorsWhere(CollectedField field, Arguments arguments) =>
        arguments.Object("where") is { } given
            ? new FilterReader("where", field.First, _room).Read(Records.Actor, given)
            : null;

    private ImmutableArray<Selected> Evidence(CollectedField field) =>
        Selection(Records.Evidence, [.. field.SelectionSets]).Fields;

    private static ToPages Directed(ToPages pages, Arguments arguments) =>
        pages.Directed is not { } directed
            ? pages
            : arguments.Choice("direction", LinkDirection.ANY) switch
            {
                LinkDirection.OUT => directed.Out,
                LinkDirection.IN => directed.In,
                LinkDirection.ANY => pages,
            };

    private Filter? Through(ToPages pages, Arguments arguments) =>
        pages.Through is { } through && arguments.Object(through) is { } given
            ? new FilterReader(through, arguments.Field, _room).Read(Records.Membership, given)
            : null;

    private Pages Pages(CollectedField field, string owner, RecordType type, Order? only = null)
    {
        var arguments = ArgumentsOf(field);
        var list = $"{owner}.{field.FieldName}";
        var order = only ?? PageReader.Order(type, arguments);
        var where =
            only is null && arguments.Object("where") is { } given
                ? new FilterReader("where", field.First, _room).Read(type, given)
                : null;
        var parts = _collector.Of(field.SelectionSets, type.Plural + "Connection").Select(part => Part(type, part));
        return new Pages(list, null, where, order, PageReader.Page(list, order, arguments), [.. parts]);
    }

    private PagePart Part(RecordType type, CollectedField field) =>
        field.FieldName switch
        {
            "nodes" => new NodesPart(field.Name, Projection(type, field)),
            "totalCount" => new TotalCountPart(field.Name),
            "facets" => Facets(type, field),
            "edges" => new EdgesPart(
                field.Name,
                [
                    .. _collector
                        .Of(field.SelectionSets, type.Plural + "Edge")
                        .Select(part =>
                            part.FieldName switch
                            {
                                "node" => new EdgePart(part.Name, Projection(type, part), null),
                                "cursor" => new EdgePart(part.Name, null, null),
                                _ => new EdgePart(part.Name, null, type.Plural + "Edge"),
                            }
                        ),
                ]
            ),
            "pageInfo" => new PageInfoPart(
                field.Name,
                [
                    .. _collector
                        .Of(field.SelectionSets, "PageInfo")
                        .Select(part => new PageInfoItem(
                            part.Name,
                            part.FieldName switch
                            {
                                "hasNextPage" => PageFact.HasNextPage,
                                "hasPreviousPage" => PageFact.HasPreviousPage,
                                "startCursor" => PageFact.StartCursor,
                                "endCursor" => PageFact.EndCursor,
                                _ => PageFact.TypeName,
                            }
                        )),
                ]
            ),
            _ => new PageTypeName(field.Name, type.Plural + "Connection"),
        };

    private FacetsPart Facets(RecordType type, CollectedField field)
    {
        var arguments = ArgumentsOf(field);
        var by = arguments.Value("by");
        var counted = type.FieldOf(type.Facets.Single(facet => facet.Choice.Equals(by)).Field)!;
        var first =
            PageReader.Size("first", arguments, "and a filter that leaves fewer values") ?? FacetsPart.DefaultFirst;
        return new FacetsPart(field.Name, counted, first, Projection(Records.FacetCount, field));
    }

    private ImmutableArray<DatasetPart> Dataset(CollectedField field) =>
        [
            .. _collector
                .Of(field.SelectionSets, "Dataset")
                .Select(part =>
                    part.FieldName == "findings"
                        ? new DatasetPart(part.Name, DatasetFact.Findings, Projection(Records.DataFinding, part))
                        : new DatasetPart(
                            part.Name,
                            part.FieldName switch
                            {
                                "title" => DatasetFact.Title,
                                "version" => DatasetFact.Version,
                                "sha256" => DatasetFact.Sha256,
                                "actorCount" => DatasetFact.ActorCount,
                                "groupingCount" => DatasetFact.GroupingCount,
                                "membershipCount" => DatasetFact.MembershipCount,
                                "partnershipCount" => DatasetFact.PartnershipCount,
                                _ => DatasetFact.TypeName,
                            }
                        )
                ),
        ];

    private Arguments ArgumentsOf(CollectedField field) =>
        new(field.First, _arguments?.TryGetValue(field.First, out var values) == true ? values : null);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
