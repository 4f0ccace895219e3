// The server answers generated documents as graphql-js does over the same rows.
// More by hand: ECOSYSTEM_GENERATED=50000; another beginning: ECOSYSTEM_SEED=1.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print, validate } from 'graphql';
import { make } from './maker.mjs';
import { answer, difference, schema } from './reference.mjs';
import { ask, firstOf } from './server.mjs';
import { smallest } from './smaller.mjs';

const count = Number(process.env.ECOSYSTEM_GENERATED ?? 3000);
const seed = Number(process.env.ECOSYSTEM_SEED ?? 0);

/** Why the server's answer to a request is not the reference's; null where it is. */
async function wrong(request) {
  const expected = answer(parse(request.query), request.variables, request.operationName);
  // A value that a variable may not have is an error of the request; what follows is tested below.
  if (!('data' in expected)) return null;
  return difference(expected, await ask(request));
}

test(`${count} generated documents are answered as graphql-js answers them, from seed ${seed}`, async () => {
  const numbers = Array.from({ length: count }, (_, number) => seed * 1_000_000 + number);
  const asked = new Map(numbers.map((number) => [number, make(number)]).filter(([, request]) => validate(schema, parse(request.query)).length === 0));
  assert.ok(asked.size > count * 0.99, `${count - asked.size} of ${count} generated documents are invalid`);

  const failing = await firstOf([...asked], 8, async ([number, request]) => ((await wrong(request)) === null ? null : { number, request }));
  if (failing === null) return;
  const small = await smallest(failing.request, async (request) => (await wrong(request)) !== null);
  assert.fail(`document ${failing.number}, made smaller:\n${print(parse(small.query))}\nvariables ${JSON.stringify(small.variables)}\n${await wrong(small)}`);
});
