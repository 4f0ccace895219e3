using System.Text.RegularExpressions;
using EcosystemGraph.Api.GraphQL;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>The schema agrees with the contract.</summary>
public sealed partial class ContractTests
{
    private static readonly Lazy<Dictionary<string, string>> Ours = new(() =>
        Members(Parser.Parse(new EcosystemSchema().Printed()))
    );

    // What analysts have asked for since the contract was written; filters and orders follow from the fields.
    private static readonly string[] Since =
    [
        "Grouping.openness",
        "Link.openness",
        "Membership.openness",
        "Partnership.openness",
        "CoAccompanier.confidence",
        "CoAccompanier.links",
        "NetworkInput.overlap",
        "NetworkLink.shared",
        "SearchRank.JOINED",
        "Concept.broaderConcepts",
        "Measure.subject",
        "Measure.id",
        "Query.node",
        "Query.nodes",
        "Entity.nameForms",
        "Actor.nameForms",
        "Grouping.nameForms",
        "Passage.groupings",
        "Passage.measures",
        "Passage.denials",
        "Passage.nameForms",
        "Partnership.role",
        "Partnership.occasion",
        "PartnershipsFacet.ROLE",
        "PartnershipsFacet.OCCASION",
        "GroupingsFacet.OPENNESS",
        "MembershipsFacet.OPENNESS",
        "PartnershipsFacet.OPENNESS",
    ];

    [Test]
    public void What_the_contract_has_is_there_as_it_says()
    {
        var contract = Members(Parser.Parse(Text()));
        var wrong = new List<string>();
        foreach (var (name, signature) in contract)
        {
            if (!Ours.Value.TryGetValue(name, out var ours))
                wrong.Add($"{name} is missing: {signature}");
            else if (ours != signature)
                wrong.Add($"{name} is {ours}, the contract has {signature}");
        }
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Types_and_fields_that_the_contract_names_have_no_others_beside_them()
    {
        var contract = Members(Parser.Parse(Text()));
        var types = contract.Keys.Where(name => !name.Contains('.', StringComparison.Ordinal)).ToHashSet();
        var extra = Ours.Value.Keys.Where(name =>
            name.Split('.') is [var type, _] && types.Contains(type) && !contract.ContainsKey(name)
        );

        Assert.That(extra, Is.EquivalentTo(Since));
    }

    // Every field `xs: XsConnection!` takes the arguments written out at Query.actors, says the contract's head.
    private static string Text() => File.ReadAllText(SharedFiles.Shared("design/ecosystem.graphql"));

    private static Dictionary<string, string> Members(GraphQLDocument document)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions.OfType<GraphQLTypeDefinition>())
        {
            var type = definition.Name.StringValue;
            var (kind, fields) = definition switch
            {
                GraphQLObjectTypeDefinition o => ($"type {Interfaces(o.Interfaces)}", Fields(o.Fields)),
                GraphQLInterfaceTypeDefinition i => ("interface", Fields(i.Fields)),
                GraphQLInputObjectTypeDefinition i => (
                    "input",
                    (i.Fields?.Items ?? []).Select(f => (f.Name.StringValue, Signature(f.Type, f.DefaultValue)))
                ),
                GraphQLEnumTypeDefinition e => ("enum", e.Values!.Items.Select(v => (v.Name.StringValue, ""))),
                _ => ("scalar", []),
            };
            members[type] = kind;
            foreach (var (name, signature) in fields)
                members[$"{type}.{name}"] = signature;
        }
        return members;
    }

    // Node came since, and all that has an id is one.
    private static string Interfaces(GraphQLImplementsInterfaces? interfaces) =>
        string.Join(' ', (interfaces?.Items ?? []).Select(i => i.Name.StringValue).Where(name => name != "Node"));

    private static IEnumerable<(string, string)> Fields(GraphQLFieldsDefinition? fields) =>
        (fields?.Items ?? []).Select(field =>
        {
            var arguments = (field.Arguments?.Items ?? [])
                .Select(a => $"{a.Name.StringValue}: {Signature(a.Type, a.DefaultValue)}")
                .Order(StringComparer.Ordinal);
            return (field.Name.StringValue, $"({string.Join(", ", arguments)}): {Print(field.Type)}");
        });

    private static string Signature(GraphQLType type, GraphQLValue? value) =>
        Print(type) + (value is null ? "" : " = " + Print(value));

    private static string Print(ASTNode node) => Spaces().Replace(new SDLPrinter().Print(node), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
