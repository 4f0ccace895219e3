using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Findings;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Figures.Exports;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The public schema. It has types and descriptions only: answers come from plans.</summary>
internal sealed class EcosystemSchema : Schema
{
    /// <param name="files">The formats in which networks are written; null for those of this program.</param>
    public EcosystemSchema(NetworkFormats? files = null)
    {
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        var types = new SchemaTypes(files ?? NetworkFormats.BuiltIn);
        Query = QueryOf(types);
        foreach (var type in types.All)
            RegisterType(type);
        Initialize();
        CompleteIntrospection(types);
    }

    /// <summary>The schema as text, as it is kept in schema/ecosystem.graphql.</summary>
    public string Printed() =>
        this.Print(new PrintOptions { StringComparison = StringComparison.Ordinal })
            // The library does not print this directive.
            .Replace(
                "scalar PartialDate",
                $"scalar PartialDate @specifiedBy(url: \"{PartialDateType.SpecifiedBy}\")",
                StringComparison.Ordinal
            );

    // Tools ask for all that the specification of October 2021 lets them ask about a schema; the library lacks two things of it.
    private void CompleteIntrospection(SchemaTypes types)
    {
        ((IObjectGraphType)AllTypes["__Type"]!).AddField(
            new FieldType
            {
                Name = "specifiedByURL",
                Description = "Where a scalar is specified; null where nowhere but in its description.",
                ResolvedType = types.Text,
                Resolver = new FuncFieldResolver<string>(context =>
                    context.Source is PartialDateType ? PartialDateType.SpecifiedBy : null
                ),
            }
        );
        // No directive has a deprecated argument.
        ((IObjectGraphType)AllTypes["__Directive"]!)
            .GetField("args")!
            .Arguments = new QueryArguments(
            SchemaTypes.Argument("includeDeprecated", types.Flag, "Whether to list deprecated ones, too.", false)
        );
    }

    private static ObjectGraphType QueryOf(SchemaTypes types)
    {
        var query = new ObjectGraphType
        {
            Name = "Query",
            Description = "The questions that can be asked.",
            SkipTypeCheck = true,
        };
        Lookup("actor", Records.Actor, "The actor of an id; null where there is none.");
        Pages(
            "actors",
            Records.Actor,
            "All actors. Example: `actors(where: { kind: { under: \"bank\" } }) { nodes { name } }`."
        );
        Lookup("grouping", Records.Grouping, "The grouping of an id; null where there is none.");
        Pages("groupings", Records.Grouping, "All groupings.");
        Lookup("membership", Records.Membership, "The membership of an id; null where there is none.");
        Pages("memberships", Records.Membership, "All memberships.");
        Lookup("partnership", Records.Partnership, "The partnership of an id; null where there is none.");
        Pages("partnerships", Records.Partnership, "All partnership links.");
        Lookup("concept", Records.Concept, "The term of an id; null where there is none.");
        Pages("concepts", Records.Concept, "All terms of all vocabularies.");
        Lookup("territory", Records.Territory, "The territory of an id; null where there is none.");
        Pages("territories", Records.Territory, "All territories.");
        Lookup("source", Records.Source, "The document of an id; null where there is none.");
        List("sources", Records.Source, "All documents.");
        Lookup("passage", Records.Passage, "The paragraph of an id; null where there is none.");
        List("denials", Records.Denial, "Everything that sources say is not so.");
        Lookup(
            "entity",
            Records.Entity,
            "The body of an id: a Grouping where the id is both an actor and a grouping; null where there is none."
        );

        query.AddField(
            SchemaTypes.Plain(
                "node",
                types.Record(Records.Node),
                "The record of an id, of whatever type; null where there is none. Example: `node(id: \"pes-21\") { id ... on Entity { name } }`.",
                [SchemaTypes.Argument("id", SchemaTypes.Required(types.Id), "The id.")]
            )
        );
        query.AddField(
            SchemaTypes.Plain(
                "nodes",
                SchemaTypes.Required(new ListGraphType(types.Record(Records.Node))),
                "The records of ids, of whatever type, in the order of the ids; null in the place of an id that is not there.",
                [
                    SchemaTypes.Argument(
                        "ids",
                        SchemaTypes.Required(SchemaTypes.ListOf(types.Id)),
                        "The ids: at most 500."
                    ),
                ]
            )
        );
        query.AddField(
            SchemaTypes.Plain(
                "search",
                SchemaTypes.Required(SchemaTypes.ListOf(types.Record(Records.SearchHit))),
                "Bodies by name, acronym or any other form that the sources use: those with one form that holds every word, whole or in part, in whatever order, without regard to accents, case, punctuation and characters that nobody sees. "
                    + "A word is found across a hyphen or space of the name, too, where it begins with a word of it: \"plateforme\", or \"platef\", in \"Plate-forme\". "
                    + "A text without a letter or digit, such as \"&\", is one word and is looked for as it reads; an empty one finds nothing. "
                    + "The best come first (see SearchRank), then by name. Example: `search(text: \"foyers yonne\") { rank matched entity { id name } }`.",
                [
                    SchemaTypes.Argument("text", SchemaTypes.Required(types.Text), "The words to look for."),
                    SchemaTypes.Argument(
                        "first",
                        SchemaTypes.Required(types.Whole),
                        "How many at most: 0 to 500.",
                        SearchRoot.DefaultFirst
                    ),
                ]
            )
        );
        var filters = new SchemaFilters(types);
        query.AddField(
            SchemaTypes.Plain(
                "coAccompaniers",
                types.Connection(Records.CoAccompanier),
                "Who accompanies projects on a theme: the members of groupings on it, and those that accompany it by a partnership. "
                    + "Ordered by what is shared, most first, then by name. Example: `coAccompaniers(theme: \"agri-rural\", with: \"pes-21\") { nodes { actor { name } evidence { passage { locator } } } }`.",
                [
                    SchemaTypes.Argument(
                        "theme",
                        SchemaTypes.Required(types.Id),
                        "The theme; narrower ones are meant too. Example: \"agri-rural\"."
                    ),
                    SchemaTypes.Argument(
                        "with",
                        types.Id,
                        "Only those that do so together with this body: in a shared grouping at the same time, or in a partnership with it."
                    ),
                    SchemaTypes.Argument("activeAt", filters.ActiveAt(), "Only through links active at a date."),
                    SchemaTypes.Argument(
                        "includeCategories",
                        SchemaTypes.Required(types.Flag),
                        "Whether to list categories that a source does not name one by one, such as \"the chambers of agriculture\".",
                        false
                    ),
                    SchemaTypes.Argument(
                        "where",
                        filters.Filter(Records.Actor),
                        "Which actors are meant; all where it is left out."
                    ),
                    .. types.PageArguments(Records.CoAccompanier),
                ]
            )
        );
        foreach (var question in ComputedQuestion.All)
            query.AddField(types.FieldOf(question));
        query.AddField(
            SchemaTypes.Plain("dataset", SchemaTypes.Required(Dataset(types)), "What data this server answers from.")
        );
        return query;

        void Lookup(string name, RecordType record, string description) =>
            query.AddField(
                SchemaTypes.Plain(
                    name,
                    types.Record(record),
                    description,
                    [SchemaTypes.Argument("id", SchemaTypes.Required(types.Id), "The id.")]
                )
            );

        void Pages(string name, RecordType record, string description) =>
            query.AddField(
                SchemaTypes.Plain(
                    name,
                    SchemaTypes.Required(types.Connection(record)),
                    description,
                    types.PageArguments(record)
                )
            );

        void List(string name, RecordType record, string description) =>
            query.AddField(
                SchemaTypes.Plain(name, SchemaTypes.Required(SchemaTypes.ListOf(types.Record(record))), description)
            );
    }

    private static ObjectGraphType Dataset(SchemaTypes types) =>
        types.Made(
            "Dataset",
            () =>
                new ObjectGraphType
                {
                    Name = "Dataset",
                    Description = "The data set that answers come from.",
                    SkipTypeCheck = true,
                },
            made =>
            {
                made.AddField(SchemaTypes.Plain("title", SchemaTypes.Required(types.Text), "Its title."));
                made.AddField(SchemaTypes.Plain("version", SchemaTypes.Required(types.Text), "Its version."));
                made.AddField(
                    SchemaTypes.Plain(
                        "sha256",
                        SchemaTypes.Required(types.Text),
                        "Fingerprint of its rows, SHA-256 in hex: equal fingerprints, equal answers."
                    )
                );
                made.AddField(
                    SchemaTypes.Plain(
                        "actorCount",
                        SchemaTypes.Required(types.Whole),
                        "How many actors it has, categories included."
                    )
                );
                made.AddField(
                    SchemaTypes.Plain("groupingCount", SchemaTypes.Required(types.Whole), "How many groupings it has.")
                );
                made.AddField(
                    SchemaTypes.Plain(
                        "membershipCount",
                        SchemaTypes.Required(types.Whole),
                        "How many memberships it has."
                    )
                );
                made.AddField(
                    SchemaTypes.Plain(
                        "partnershipCount",
                        SchemaTypes.Required(types.Whole),
                        "How many partnership links it has."
                    )
                );
                made.AddField(
                    SchemaTypes.Plain(
                        "findings",
                        SchemaTypes.Required(SchemaTypes.ListOf(types.Record(Records.DataFinding))),
                        "What the data tell about themselves: members that are declared but not named, dates that contradict each other, duplicates, bodies without a link, links without a passage… "
                            + $"The gravest first, then by rule and subject; of a rule that finds more than {DataFindings.Listed}, so many and how many more there are."
                    )
                );
            }
        );
}
