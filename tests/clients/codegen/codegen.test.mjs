// graphql-codegen: types made from the schema fit what the server answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { before, test } from 'node:test';
import { buildClientSchema, buildSchema, execute, getIntrospectionQuery, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import { blocks, endpoint, repository } from '../readme.mjs';

const here = (file) => new URL(file, import.meta.url);


function run(script, ...args) {
  try {
    return execFileSync(process.execPath, [script, ...args], { cwd: here('.'), encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    assert.fail(`${script} ${args.join(' ')}: ${error.stdout}${error.stderr}`);
  }
}

async function post(query, variables) {
  const response = await fetch(endpoint(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return response.json();
}

let served;
before(async () => {
  served = buildClientSchema((await post(getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true }))).data);
  rmSync(here('generated'), { recursive: true, force: true });
  rmSync(here('built'), { recursive: true, force: true });
  run('../node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts');
});

test('the schema that the server tells is the one in the repository', () => {
  const filed = buildSchema(readFileSync(new URL('schema/ecosystem.graphql', repository), 'utf8'));
  assert.equal(printSchema(lexicographicSortSchema(served)), printSchema(lexicographicSortSchema(filed)));
});

test('both make the same types', () => {
  const files = readdirSync(here('generated/served'));
  assert.ok(files.includes('graphql.ts'));
  for (const file of files) assert.equal(readFileSync(here(`generated/served/${file}`), 'utf8'), readFileSync(here(`generated/filed/${file}`), 'utf8'), file);
});

test('what is asked by types compiles under tsc --strict', () => {
  run('../node_modules/typescript/bin/tsc', '-p', '.', '--strict');
});

test("README's questions are among the typed ones", async () => {
  const questions = await import('./built/src/questions.js');
  const bare = (document) => print(visit(document, { OperationDefinition: (node) => ({ ...node, name: undefined }) }));
  const typed = Object.values(questions).map(bare);
  const asked = [JSON.parse(blocks('sh').find((block) => block.includes('curl')).match(/-d '(.*)'/)[1]).query,
    ...blocks('graphql').flatMap((block) => block.split(/^(?=#)/m))];
  assert.equal(asked.length, 16);
  for (const question of asked) assert.ok(typed.includes(bare(parse(question))), `src/questions.ts lacks README's question\n${question}`);
});

test('what is read by types is what the server answers', async () => {
  const reading = await import('./built/src/reading.js');

  const accompaniers = await reading.coAccompaniers();
  assert.equal(accompaniers.length, 8);
  assert.equal(accompaniers[0], 'Active 71 (1.18)');
  const banks = await reading.banks();
  assert.ok(Object.keys(banks).length > 1);
  assert.ok(Object.values(banks).every((word) => ['stated', 'inferred', 'uncertain'].includes(word)));
  const { members, activity } = await reading.grais();
  assert.ok(members.length > 0 && members.every((name) => ['CERTAIN', 'POSSIBLE'].includes(activity[name])));
  assert.ok((await reading.gap()) > 0);
  const { planned, denied } = await reading.plannedAndDenied();
  assert.ok(planned.length > 0);
  assert.equal(denied.length, 1);
  const bodies = await reading.bodies();
  assert.match(bodies[0], /^Regroupons .*: is with [1-9]\d* on .*agri-rural/);
  assert.match(bodies[1], /^Active 71: actor in [1-9]\d*$/);
  assert.equal(bodies[2], null);
  const stated = await reading.stated();
  assert.ok(stated.some((link) => link.startsWith('Membership') && link.endsWith(' member')));
  assert.ok(stated.some((link) => link.startsWith('Partnership') && link.endsWith(' accompanies')));
  const [sure, one, page, all] = await reading.filtered();
  assert.ok(sure > 0 && sure < all);
  assert.equal(one, 1);
  assert.equal(page, 25);
});

// graphql-js completes the server's answer as if it had resolved it: a value that its type does not allow, a null where
// none may be, a field that nobody asked for or one out of order would not come through as it is.
test('answers hold what their types say', async () => {
  const { Body, ...questions } = await import('./built/src/questions.js');
  for (const document of Object.values(questions)) {
    const variables = { grouping: 'rares', actor: 'active-71', nobody: 'nobody', passage: 'p-1-18', first: 500 };
    const { data, errors } = await post(print(document), variables);
    assert.equal(errors, undefined);
    const completed = await execute({
      schema: served,
      document,
      rootValue: data,
      variableValues: variables,
      fieldResolver: (source, _, __, info) => source[info.path.key],
      typeResolver: (value, _, __, type) => value.__typename ?? served.getPossibleTypes(type)[0].name,
    });
    assert.equal(completed.errors, undefined, print(document));
    assert.equal(JSON.stringify(completed.data), JSON.stringify(data), print(document));
  }
});
