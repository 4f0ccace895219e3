// Relay: its compiler makes artifacts of fragments on Actor and Entity against the printed schema, and its runtime, in React, pages and fetches again through `node`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Suspense, createElement as element } from 'react';
import relay from 'react-relay';
import { act, create } from 'react-test-renderer';
import runtime from 'relay-runtime';
import { endpoint } from '../readme.mjs';

const { RelayEnvironmentProvider, useLazyLoadQuery, usePaginationFragment, useRefetchableFragment } = relay;
const { Environment, Network, RecordSource, Store, fetchQuery } = runtime;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

// Relay keeps what it fetched for five minutes, for whoever shows it again; the process need not wait for that.
const { setTimeout: later } = globalThis;
globalThis.setTimeout = (doing, time, ...given) => {
  const timer = later(doing, time, ...given);
  return time >= 60_000 ? timer.unref() : timer;
};

const load = createRequire(import.meta.url);
const artifacts = {};
before(() => {
  const generated = new URL('generated/', import.meta.url);
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  writeFileSync(new URL('package.json', generated), '{ "type": "commonjs" }');
  // It ends otherwise than by 0 where a fragment does not fit the schema.
  execFileSync(process.execPath, [load.resolve('relay-compiler/cli.js')], { cwd: fileURLToPath(new URL('.', import.meta.url)) });
  for (const name of ['partnersQuery', 'partnersRefetchQuery', 'partners_actor', 'partnersBodyRefetchQuery', 'partners_body', 'partnersNodesQuery']) {
    artifacts[name] = load(`./generated/${name}.graphql.js`);
  }
});

const asked = [];
const environment = () => new Environment({
  network: Network.create(async ({ name, text }, variables) => {
    asked.push(name);
    const response = await fetch(endpoint(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: text, variables }) });
    return response.json();
  }),
  store: new Store(new RecordSource()),
});

let shown;
let body;
function Partner({ of }) {
  const [data, refetch] = useRefetchableFragment(artifacts.partners_body, of);
  if (of.id === shown.data.partnerships.edges[0].node.target.id) body = { data, refetch };
  return null;
}
function Partners({ of }) {
  shown = usePaginationFragment(artifacts.partners_actor, of);
  return shown.data.partnerships.edges.map(({ node }) => element(Partner, { key: node.id, of: node.target }));
}
function Page({ id }) {
  const { actor } = useLazyLoadQuery(artifacts.partnersQuery, { id });
  return element(Partners, { of: actor });
}
/** Does something, and waits until React shows what came of it. */
const settle = async (doing, until) => {
  await act(async () => { doing(); });
  for (const started = Date.now(); !until() && Date.now() - started < 20_000;) await act(() => new Promise((resume) => setTimeout(resume, 10)));
  assert.ok(until());
};
const ids = () => shown.data.partnerships.edges.map(({ node }) => node.id);

test('a fragment on Actor is paged and fetched again through node', async () => {
  const warnings = [];
  console.error = (...said) => warnings.push(said.join(' '));
  const store = environment();
  const page = (id) => element(RelayEnvironmentProvider, { environment: store }, element(Suspense, { fallback: null }, element(Page, { id })));
  let tree;
  shown = undefined;
  await settle(() => { tree = create(page('pes-21')); }, () => shown !== undefined);
  assert.equal(shown.data.id, 'pes-21');
  const first = ids();
  const { totalCount } = shown.data.partnerships;
  assert.equal(first.length, 4);
  assert.ok(shown.hasNext && totalCount > 8);

  await settle(() => { shown.loadNext(4); }, () => ids().length === 8);
  assert.deepEqual(ids().slice(0, 4), first, 'the second page stands behind the first');
  assert.equal(new Set(ids()).size, 8);
  assert.deepEqual(asked, ['partnersQuery', 'partnersRefetchQuery']);

  await settle(() => { shown.refetch({ count: 500 }, { fetchPolicy: 'network-only' }); }, () => ids().length === totalCount);
  assert.equal(shown.hasNext, false);
  await settle(() => { shown.refetch({ count: 2, where: { not: { target: { kind: { under: 'public-authority' } } } } }, { fetchPolicy: 'network-only' }); }, () => ids().length === 2);
  assert.ok(shown.data.partnerships.totalCount < totalCount);

  const { name } = body.data;
  await settle(() => { body.refetch({}, { fetchPolicy: 'network-only' }); }, () => asked.includes('partnersBodyRefetchQuery'));
  assert.equal(body.data.name, name);
  act(() => tree.unmount());
  assert.deepEqual(warnings.filter((warning) => !warning.includes('react-test-renderer is deprecated')), [], 'Relay and React have nothing to complain of');
});

test('records of all types have ids of their own in the store', async () => {
  const asking = environment();
  const wanted = ['cap-val-de-saone', 'cap-val-de-saone-territoire', 'nobody', 'crdva~other-member-count'];
  const { nodes } = await fetchQuery(asking, artifacts.partnersNodesQuery, { ids: wanted }).toPromise();
  assert.deepEqual(nodes.map((node) => node && node.__typename), ['Actor', 'Territory', null, 'Measure']);
  const source = asking.getStore().getSource();
  assert.equal(source.get('cap-val-de-saone').__typename, 'Actor');
  assert.equal(source.get('cap-val-de-saone-territoire').__typename, 'Territory');
});
