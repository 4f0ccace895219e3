// urql with Graphcache, given the schema as the server tells it: no warnings, one entity for one body, merged pages.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery } from 'graphql';
import { endpoint } from '../readme.mjs';

const introspected = await fetch(endpoint(), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: getIntrospectionQuery() }),
});
const schema = (await introspected.json()).data;

// Records without an id of their own are kept with what they belong to.
const without = ['Evidence', 'Measure', 'Dataset', 'CoAccompanier', 'PageInfo', ...schema.__schema.types.map((type) => type.name).filter((name) => /(Connection|Edge)$/.test(name))];

let client;
let requests;
let warnings;
beforeEach(() => {
  requests = 0;
  warnings = [];
  client = new Client({
    url: endpoint(),
    preferGetMethod: false,
    fetch: (...args) => { requests++; return fetch(...args); },
    exchanges: [
      cacheExchange({
        schema,
        keys: Object.fromEntries(without.map((name) => [name, () => null])),
        resolvers: { Query: { actors: relayPagination() }, Grouping: { members: relayPagination() } },
        logger: (severity, message) => warnings.push(`${severity}: ${message}`),
      }),
      fetchExchange,
    ],
  });
});
afterEach(() => assert.deepEqual(warnings.filter((warning) => !warning.startsWith('debug')), [], 'Graphcache has nothing to complain of'));

async function ask(query, variables = {}, context = {}) {
  const { data, error } = await client.query(query, variables, context).toPromise();
  assert.equal(error, undefined);
  return data;
}

const Members = gql`
  query Members($after: String) {
    grouping(id: "rares") {
      id
      members(first: 5, after: $after) { totalCount edges { cursor node { id name } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } }
    }
  }
`;

test('pages of members are merged to the whole list by relayPagination', async () => {
  let { members } = (await ask(Members)).grouping;
  const { totalCount } = members;
  assert.ok(totalCount > 10);
  while (members.pageInfo.hasNextPage) ({ members } = (await ask(Members, { after: members.pageInfo.endCursor })).grouping);
  assert.equal(members.edges.length, totalCount);
  assert.equal(requests, Math.ceil(totalCount / 5));

  const whole = await ask(gql`{ grouping(id: "rares") { id all: members(first: 500) { nodes { id name } } } }`, {}, { requestPolicy: 'network-only' });
  assert.deepEqual(members.edges.map((edge) => edge.node.name), whole.grouping.all.nodes.map((node) => node.name));
});

test('pages before a cursor are merged in front', async () => {
  const query = gql`query($before: String) { actors(last: 4, before: $before) { edges { cursor node { id } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`;
  const { actors } = await ask(query);
  const merged = await ask(query, { before: actors.pageInfo.startCursor });
  const { actors: last } = await ask(gql`{ actors(last: 8) { nodes { id } } }`, {}, { requestPolicy: 'network-only' });
  assert.deepEqual(merged.actors.edges.map((edge) => edge.node.id), last.nodes.map((node) => node.id));
});

test('a body is one entity, whichever question brought its fields', async () => {
  const { actor } = await ask(gql`{ actor(id: "active-71") { id name kind { id label } } }`);
  await ask(gql`{ concept(id: "${actor.kind.id}") { id english: label(language: EN) } }`);
  const { grouping } = await ask(gql`{ grouping(id: "rares") { id members(first: 500, where: { id: { eq: "active-71" } }) { nodes { id acronym names territory { id name } } } } }`);
  assert.equal(grouping.members.nodes.length, 1);

  requests = 0;
  const query = gql`{ actor(id: "active-71") { id name acronym names territory { id name } kind { id label english: label(language: EN) } } }`;
  const { data } = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
  assert.equal(requests, 0, 'the cache holds it all');
  assert.equal(data.actor.name, actor.name);
  assert.equal(data.actor.kind.label, actor.kind.label);
  assert.equal(typeof data.actor.kind.english, 'string');
  assert.deepEqual(data.actor.names, grouping.members.nodes[0].names);
});

test('fragments on interfaces are matched by the schema, without guessing', async () => {
  const query = gql`
    { passage(id: "p-1-18") { id links { __typename id ... on Link { status source { __typename ...Named ... on Actor { named } ... on Grouping { namedMemberCount } } } ... on Membership { role { id } } ... on Partnership { type { id } } } } }
    fragment Named on Entity { id name }
  `;
  await ask(query);
  const { data } = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
  const { links } = data.passage;
  assert.ok(links.length > 10);
  for (const link of links) {
    assert.equal(typeof link.source.name, 'string');
    assert.equal('role' in link, link.__typename === 'Membership');
    assert.equal('named' in link.source, link.source.__typename === 'Actor');
  }
});

test("README's model question is cached with its evidence", async () => {
  const query = gql`{ coAccompaniers(theme: "agri-rural", with: "pes-21") { totalCount nodes { actor { id name } groupings { id acronym } evidence { mention passage { id locator source { id title } } } } } }`;
  const asked = await ask(query);
  assert.equal(asked.coAccompaniers.totalCount, 8);
  const { data } = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
  assert.deepEqual(data, asked);
});

test('an error arrives as an error, with its code', async () => {
  const { data, error } = await client.query(gql`{ coAccompaniers(theme: "agri-rurale") { totalCount } dataset { title } }`, {}).toPromise();
  assert.equal(error.graphQLErrors[0].extensions.code, 'UNKNOWN_ID');
  assert.deepEqual(error.graphQLErrors[0].path, ['coAccompaniers']);
  assert.equal(error.networkError, undefined);
  assert.equal(typeof data.dataset.title, 'string');
});

test('a question by GET gets the same answer', async () => {
  const query = gql`{ dataset { title actorCount } }`;
  const posted = await ask(query, {}, { requestPolicy: 'network-only' });
  const got = await ask(query, {}, { requestPolicy: 'network-only', preferGetMethod: 'force' });
  assert.deepEqual(got, posted);
});
