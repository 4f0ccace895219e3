import { graphql } from '../generated/served/gql.js';

// README's questions, each with a name: codegen names its types after it.

export const ModelQuestion = graphql(/* GraphQL */ `
  query ModelQuestion {
    coAccompaniers(theme: "agri-rural", with: "pes-21") {
      totalCount
      nodes { actor { name } confidence groupings { acronym } evidence { mention passage { locator source { title } } } }
    }
  }
`);

export const Banks = graphql(/* GraphQL */ `
  query Banks {
    partnerships(where: { target: { kind: { under: "bank" } } }) {
      nodes { target { name } type { label } regularity confidence evidence { mention passage { locator } } }
    }
  }
`);

export const CoMembers = graphql(/* GraphQL */ `
  query CoMembers {
    actor(id: "pes-21") { coMembers(minShared: 2) { nodes { sharedCount actor { name } shared { name } } } }
  }
`);

export const Federations = graphql(/* GraphQL */ `
  query Federations {
    coAccompaniers(theme: "agri-rural", with: "pes-21", where: { kind: { under: "federation" } }) { nodes { actor { name } } }
  }
`);

export const Grais2016 = graphql(/* GraphQL */ `
  query Grais2016 {
    grouping(id: "grais") {
      members(membership: { activeAt: { date: "2016" } }) { nodes { name } }
      memberships { nodes { actor { name } from to activity(at: "2016") } }
    }
  }
`);

export const NoAssociations = graphql(/* GraphQL */ `
  query NoAssociations {
    grouping(id: "rares") { members(where: { kind: { nunder: "association" }, territory: { ninside: "cote-d-or" } }) { nodes { name kind { label } territory { name } } } }
  }
`);

export const NotSo = graphql(/* GraphQL */ `
  query NotSo {
    partnerships(where: { not: { target: { kind: { under: "bank" }, territory: { kind: { eq: "region" } } } } }) { totalCount nodes { target { name } } }
  }
`);

export const Whatever = graphql(/* GraphQL */ `
  query Whatever {
    nodes(ids: ["pes-21", "cote-d-or", "p-1-18"]) { __typename id ... on Entity { name } ... on Territory { name } ... on Passage { locator } }
  }
`);

export const Named = graphql(/* GraphQL */ `
  query Named {
    search(text: "foyers yonne") { rank matched entity { id name } }
  }
`);

export const Linked = graphql(/* GraphQL */ `
  query Linked { paths(from: "credit-cooperatif", to: "cerd") { length entities { name } links { evidence { passage { locator } } } } }
`);

export const CutOff = graphql(/* GraphQL */ `
  query CutOff { network(input: { without: ["pes-21"], includeIsolated: true }) { components { entities { name } } } }
`);

export const Heart = graphql(/* GraphQL */ `
  query Heart { network(input: { focus: ["rares"], depth: 2 }) {
    nodes(order: BETWEENNESS, first: 5) { entity { name } degree betweenness cutVertex }
    communities { entities { name } } modularity } }
`);

export const Changed = graphql(/* GraphQL */ `
  query Changed { networkChange(earlier: "2017", later: "2021-Q1") { appeared { source { name } target { name } } ended { id } possiblyChanged { id } } }
`);

export const Findings = graphql(/* GraphQL */ `
  query Findings { dataset { findings { severity rule message } } }
`);

export const Unnamed = graphql(/* GraphQL */ `
  query Unnamed {
    grouping(id: "rares") { declaredMemberCount namedMemberCount memberGap }
  }
`);

export const PlannedAndDenied = graphql(/* GraphQL */ `
  query PlannedAndDenied {
    partnerships(where: { status: { eq: PLANNED } }) { nodes { source { name } type { label } target { name } from } }
    denials { source { name } type { label } target { name } evidence { passage { locator } } }
  }
`);

// Not README's: what its questions do not use of the type system.

export const Bodies = graphql(/* GraphQL */ `
  query Bodies($grouping: ID!, $actor: ID!, $nobody: ID!) {
    grouping: entity(id: $grouping) { ...Body }
    actor: entity(id: $actor) { ...Body }
    nobody: entity(id: $nobody) { ...Body }
  }
`);

export const Body = graphql(/* GraphQL */ `
  fragment Body on Entity {
    __typename
    id
    name
    kind { label(language: EN) }
    ... on Actor { named groupingCount }
    ... on Grouping { status namedMemberCount themes { id } }
  }
`);

export const Stated = graphql(/* GraphQL */ `
  query Stated($passage: ID!) {
    passage(id: $passage) {
      question
      links { __typename id source { name } ... on Membership { isMember role { id } } ... on Partnership { mutual type { id } } }
    }
  }
`);

export const Filtered = graphql(/* GraphQL */ `
  query Filtered($where: PartnershipFilterInput, $order: [PartnershipSortInput!], $first: Int) {
    partnerships(where: $where, order: $order, first: $first) { totalCount nodes { id status confidence regularity territory { name } } }
  }
`);
