// Apollo Client 4: pages merged in a normalised cache, abstract types told apart, errors with their codes.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { createFragmentRegistry } from '@apollo/client/cache';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { endpoint } from '../readme.mjs';

/** The types that stand for others, as the server tells them: Apollo's possibleTypes. */
async function possibleTypes() {
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __schema { types { kind name possibleTypes { name } } } }' }),
  });
  const { types } = (await response.json()).data.__schema;
  return Object.fromEntries(types.filter((type) => type.possibleTypes).map((type) => [type.name, type.possibleTypes.map((possible) => possible.name)]));
}

const possible = await possibleTypes();
const complete = (observed) => firstValueFrom(observed.pipe(filter(({ dataState }) => dataState === 'complete')));
let client;
let requests;

beforeEach(() => {
  requests = 0;
  client = new ApolloClient({
    link: new HttpLink({ uri: endpoint(), fetch: (...args) => { requests++; return fetch(...args); } }),
    cache: new InMemoryCache({
      possibleTypes: possible,
      typePolicies: {
        Query: {
          fields: {
            actors: relayStylePagination(['where', 'order']),
            // A body that came with a list is known by its id when it is asked for alone.
            actor: { read: (known, { args, toReference }) => known ?? toReference({ __typename: 'Actor', id: args.id }) },
          },
        },
        Grouping: { fields: { members: relayStylePagination(['where', 'order', 'membership']) } },
      },
      fragments: createFragmentRegistry(gql`fragment Named on Entity { id name }`),
    }),
  });
});

test('the server tells which types an interface stands for', () => {
  assert.deepEqual(Object.fromEntries(Object.entries(possible).map(([name, types]) => [name, types.toSorted()])), {
    Entity: ['Actor', 'Grouping'],
    Link: ['Membership', 'Partnership'],
    Node: ['Actor', 'Concept', 'Denial', 'Grouping', 'Measure', 'Membership', 'Partnership', 'Passage', 'Source', 'Territory'],
  });
});

const Members = gql`
  query Members($after: String) {
    grouping(id: "rares") {
      id
      members(first: 5, after: $after) { totalCount edges { cursor node { id name } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } }
    }
  }
`;

test('pages of members are merged, for whoever watches, to the whole list by relayStylePagination', async () => {
  const observed = client.watchQuery({ query: Members });
  const subscription = observed.subscribe(() => {});
  let { data } = await complete(observed);
  const { totalCount } = data.grouping.members;
  assert.equal(data.grouping.members.edges.length, 5);
  assert.ok(totalCount > 10);

  await observed.fetchMore({ variables: { after: data.grouping.members.pageInfo.endCursor } });
  data = client.readQuery({ query: Members });
  assert.equal(data.grouping.members.edges.length, 10);
  assert.equal(data.grouping.members.pageInfo.hasPreviousPage, false);
  while (data.grouping.members.pageInfo.hasNextPage) {
    await observed.fetchMore({ variables: { after: data.grouping.members.pageInfo.endCursor } });
    data = client.readQuery({ query: Members });
  }
  await firstValueFrom(observed.pipe(filter((result) => result.data?.grouping?.members.edges.length === totalCount), timeout(5000)));
  subscription.unsubscribe();

  const names = data.grouping.members.edges.map((edge) => edge.node.name);
  assert.equal(names.length, totalCount);
  const { data: whole } = await client.query({ query: gql`{ grouping(id: "rares") { id members(first: 500) { nodes { id name } } } }`, fetchPolicy: 'no-cache' });
  assert.deepEqual(names, whole.grouping.members.nodes.map((node) => node.name));
  assert.equal(requests, Math.ceil(totalCount / 5) + 1);
});

test('pages before a cursor are merged in front', async () => {
  const query = gql`query($before: String) { actors(last: 4, before: $before) { edges { cursor node { id } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`;
  const observed = client.watchQuery({ query });
  const subscription = observed.subscribe(() => {});
  const { data } = await complete(observed);
  await observed.fetchMore({ variables: { before: data.actors.pageInfo.startCursor } });
  const ids = client.readQuery({ query }).actors.edges.map((edge) => edge.node.id);
  subscription.unsubscribe();
  const { data: last } = await client.query({ query: gql`{ actors(last: 8) { edges { node { id } } } }`, fetchPolicy: 'no-cache' });
  assert.deepEqual(ids, last.actors.edges.map((edge) => edge.node.id));
});

test('an actor reached by two queries is one object of the cache', async () => {
  await client.query({ query: gql`{ actor(id: "pes-21") { id acronym } }` });
  await client.query({ query: gql`{ partnerships(where: { source: { id: { eq: "pes-21" } } }, first: 3) { nodes { id source { ...Named kind { id label } } } } }` });
  const cache = client.cache.extract();
  const bodies = Object.values(cache).filter((object) => object.id === 'pes-21');
  assert.equal(bodies.length, 1);
  assert.deepEqual([bodies[0].acronym !== undefined, bodies[0].name !== undefined], [true, true], 'what either query asked');
  assert.deepEqual(cache[client.cache.identify({ __typename: 'Actor', id: 'pes-21' })], bodies[0]);

  requests = 0;
  const { data } = await client.query({ query: gql`{ actor(id: "pes-21") { id name acronym kind { id label } } }` });
  assert.equal(requests, 0, 'the cache holds it all');
  assert.equal(data.actor.name, bodies[0].name);
});

test('a fragment on an interface is matched to the type that came', async () => {
  const { data } = await client.query({
    query: gql`
      query { passage(id: "p-1-18") { id links { ... on Link { id status source { ...Named ... on Actor { named } ... on Grouping { namedMemberCount } } } ... on Membership { role { id } } ... on Partnership { type { id } } } } }
    `,
  });
  const { links } = data.passage;
  assert.deepEqual([...new Set(links.map((link) => link.__typename))].toSorted(), ['Membership', 'Partnership']);
  for (const link of links) {
    assert.equal(typeof link.source.name, 'string');
    assert.equal('role' in link, link.__typename === 'Membership');
    assert.equal('type' in link, link.__typename === 'Partnership');
    assert.equal('named' in link.source, link.source.__typename === 'Actor');
  }
  assert.ok(links.some((link) => link.source.__typename === 'Grouping'), 'a grouping acts, too');
});

test('labels in two languages stand side by side', async () => {
  const query = gql`query($language: Language!) { concept(id: "bank") { id label(language: $language) } }`;
  const french = await client.query({ query, variables: { language: 'FR' } });
  const english = await client.query({ query, variables: { language: 'EN' } });
  assert.notEqual(french.data.concept.label, english.data.concept.label);
  assert.equal(Object.keys(client.cache.extract()['Concept:{"id":"bank"}'] ?? client.cache.extract()['Concept:bank']).filter((key) => key.startsWith('label')).length, 2);
});

test('an error arrives as an error, with its code, and what was answered beside it', async () => {
  const query = gql`{ coAccompaniers(theme: "agri-rurale") { totalCount } dataset { title } }`;
  await assert.rejects(client.query({ query }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    assert.equal(error.errors[0].extensions.code, 'UNKNOWN_ID');
    assert.deepEqual(error.errors[0].path, ['coAccompaniers']);
    assert.match(error.message, /agri-rural\b/);
    return true;
  });
  const { data, error } = await client.query({ query, errorPolicy: 'all', fetchPolicy: 'no-cache' });
  assert.equal(data.coAccompaniers, null);
  assert.equal(typeof data.dataset.title, 'string');
  assert.ok(CombinedGraphQLErrors.is(error));
});

test('a question that does not fit the schema is refused with a code', async () => {
  await assert.rejects(client.query({ query: gql`{ actors { nodes { nickname } } }` }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    assert.equal(error.errors[0].extensions.code, 'VALIDATION_ERROR');
    return true;
  });
});
