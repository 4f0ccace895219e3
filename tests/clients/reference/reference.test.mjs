// The server answers generated documents as graphql-js does over the same rows.
// More by hand: ECOSYSTEM_GENERATED=50000; another beginning: ECOSYSTEM_SEED=1.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print, validate } from 'graphql';
import { make, misspell } from './maker.mjs';
import { answer, difference, schema } from './reference.mjs';
import { ask, firstOf } from './server.mjs';
import { smallest } from './smaller.mjs';

const count = Number(process.env.ECOSYSTEM_GENERATED ?? 3000);
const seed = Number(process.env.ECOSYSTEM_SEED ?? 0);

const numbers = Array.from({ length: count }, (_, number) => seed * 1_000_000 + number);

/** Why the server's answer to a request is not the reference's; null where it is. */
async function wrong(request) {
  const expected = answer(parse(request.query), request.variables, request.operationName);
  return difference(expected, await ask(request));
}

/** Whether graphql-js finds a request right: its text, its fit to the schema, the values of its variables. */
function right({ query, variables, operationName }) {
  try {
    const document = parse(query);
    return validate(schema, document).length === 0 && 'data' in answer(document, variables, operationName);
  } catch {
    return false;
  }
}

test(`${count} generated documents are answered as graphql-js answers them, from seed ${seed}`, async () => {
  const asked = new Map(numbers.map((number) => [number, make(number)]).filter(([, request]) => right(request)));
  assert.ok(asked.size > count * 0.99, `${count - asked.size} of ${count} generated documents are invalid`);

  const failing = await firstOf([...asked], 8, async ([number, request]) => ((await wrong(request)) === null ? null : { number, request }));
  if (failing === null) return;
  const small = await smallest(failing.request, async (request) => (await wrong(request)) !== null);
  assert.fail(`document ${failing.number}, made smaller:\n${print(parse(small.query))}\nvariables ${JSON.stringify(small.variables)}\n${await wrong(small)}`);
});

test('what graphql-js refuses is refused, by an error without data', async () => {
  const refused = numbers.slice(0, count / 3).map(misspell).filter((request) => !right(request));
  assert.ok(refused.length > count / 6, `${refused.length} documents are wrong`);
  const accepted = await firstOf(refused, 8, async (request) => {
    const { data, errors } = await ask(request);
    return data === undefined && errors?.every((error) => typeof error.message === 'string' && typeof error.extensions.code === 'string') ? null : request;
  });
  assert.equal(accepted && `${accepted.query}\nvariables ${JSON.stringify(accepted.variables)}`, null);
});
