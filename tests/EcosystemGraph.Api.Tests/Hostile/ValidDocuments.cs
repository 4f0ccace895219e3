namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>Documents that are answered, between them of everything the language and the schema have.</summary>
internal static class ValidDocuments
{
    public static readonly string[] All =
    [
        "{ coAccompaniers(theme: \"agri-rural\", with: \"pes-21\", includeCategories: true) { totalCount nodes { actor { name } groupings { acronym } evidence { mention passage { locator source { title } } } } } }",
        "query Q($v: Int = 3, $l: Language! = EN) { actors(first: $v, order: [{ name: DESC }, { id: ASC }]) { edges { cursor node { id name kind { label(language: $l) } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }",
        "query($w: ActorFilterInput, $x: [ActorSortInput!]) { actors(where: $w, order: $x) { nodes { __typename id } } }",
        "{ partnerships(where: { target: { kind: { under: \"bank\" } } }) { nodes { target { name } type { label } regularity confidence evidence { mention passage { locator } } } } }",
        "{ grouping(id: \"grais\") { members(membership: { activeAt: { date: \"2016\", atLeast: CERTAIN } }) { nodes { name } } memberships { nodes { actor { name } from to activity(at: \"2016\") } } } }",
        "query($id: ID!) { entity(id: $id) { __typename id ... on Actor { named } ... on Grouping { declaredMemberCount namedMemberCount memberGap } ...E } } fragment E on Entity { name names partnerships(direction: OUT, first: 2) { nodes { ...L source { ...N } target { ...N } } } } fragment L on Link { from to status confidence note } fragment N on Entity { name }",
        "{ denials { source { name } type { label } target { name } evidence { passage { locator } } } sources { title date } dataset { title version actorCount } __typename }",
        "{ actors(where: { or: [{ name: { contains: \"é\" } }, { memberships: { some: { status: { in: [CURRENT, ENDED] }, from: { gte: \"2010\" } } } }, { names: { any: true } }, { measures: { all: { value: { ngt: 3.5 } } } }], territory: { inside: \"cote-d-or\" } }, last: 5) { nodes { id } } }",
        "query A($v: Boolean! = true, $l: Language = FR) { a: concept(id: \"bank\") @include(if: $v) { label(language: $l) x: label @skip(if: $v) broader { id } } } query B { concept(id: \"bank\") { id } }",
        "{ __schema { queryType { name } types { name kind fields { name args { name defaultValue } type { name ofType { name } } } } directives { name locations } } __type(name: \"Actor\") { description } }",
        "{ m: memberships(order: { actor: { name: ASC } }, where: { evidence: { some: { passage: { source: { id: { eq: \"x\" } } } } } }, after: null) { nodes { id role { label(language: EN) } } } territory(id: \"cote-d-or\") { name within { name } } passage(id: \"p-1-18\") { locator } }",
        "query($v: [String!], $n: PartialDate!) { groupings(where: { acronym: { in: $v } }) { nodes { id \"\"\"\" } } }".Replace(
            "\"\"\"\"",
            "activity(at: $n)",
            StringComparison.Ordinal
        ),
        "{ actor(id: \"\"\"\n  cerd\n  \"\"\") { partnerships(first: 1) { nodes { a: source { id } b: target { id } } } # a comment\n groupings { nodes { name } } } }",
    ];
}
