// What Relay's compiler makes its artifacts of. A fragment can be fetched again, and page by page, because an Actor is a Node.
import { graphql } from 'relay-runtime';

export const query = graphql`
  query partnersQuery($id: ID!) {
    actor(id: $id) {
      ...partners_actor
    }
  }
`;

export const actor = graphql`
  fragment partners_actor on Actor
  @refetchable(queryName: "partnersRefetchQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 4 }, cursor: { type: "String" }, where: { type: "PartnershipFilterInput" }) {
    id
    name
    partnerships(first: $count, after: $cursor, where: $where) @connection(key: "partners_partnerships") {
      totalCount
      edges { node { id target { __typename id ...partners_body } } }
    }
  }
`;

// An Entity is a Node, too, whichever of its types it is.
export const body = graphql`
  fragment partners_body on Entity @refetchable(queryName: "partnersBodyRefetchQuery") {
    name
    kind { id label }
  }
`;

export const nodes = graphql`
  query partnersNodesQuery($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Entity { name } ... on Territory { name } ... on Measure { value } }
  }
`;
