// What graphql-js answers over the seed data, and whether the server's answer is the same.
import { readFileSync } from 'node:fs';
import { buildSchema, execute, isObjectType } from 'graphql';
import { repository } from '../readme.mjs';
import { CURSOR, resolvers } from './seed.mjs';

export const schema = buildSchema(readFileSync(new URL('schema/ecosystem.graphql', repository), 'utf8'));

for (const [name, fields] of Object.entries(resolvers)) {
  for (const [field, resolve] of Object.entries(fields)) schema.getType(name).getFields()[field].resolve = resolve;
}
for (const type of Object.values(schema.getTypeMap())) {
  if (isObjectType(type) && type.getInterfaces().length > 0) type.isTypeOf = (row) => row.is === type.name;
}

/** The answer of graphql-js. */
export const answer = (document, variables, operationName) => execute({ schema, document, variableValues: variables, operationName });

/**
 * The first place where the server's answer differs from the reference's; null where none does. Objects must have the
 * same keys in the same order. A cursor may be any text, as long as the same place is always the same text.
 */
export function difference(expected, actual) {
  const cursors = new Map();
  const texts = new Map();
  const paths = (errors) => (errors ?? []).map((error) => JSON.stringify(error.path ?? null)).sort();
  function differ(wanted, got, path) {
    const here = () => `${path || 'data'}: ${JSON.stringify(wanted)} by graphql-js, ${JSON.stringify(got)} by the server`;
    if (wanted === null || got === null || typeof wanted !== 'object' || typeof got !== 'object') {
      if (wanted === got) return null;
      if (typeof wanted !== 'string' || typeof got !== 'string' || !wanted.startsWith(CURSOR)) return here();
      if ((cursors.get(wanted) ?? got) !== got || (texts.get(got) ?? wanted) !== wanted) return `${here()}, another text than before for one place`;
      cursors.set(wanted, got);
      texts.set(got, wanted);
      return null;
    }
    if (Array.isArray(wanted) !== Array.isArray(got)) return here();
    const keys = Object.keys(wanted);
    if (keys.join() !== Object.keys(got).join()) return `${path || 'data'}: keys ${keys.join()} by graphql-js, ${Object.keys(got).join()} by the server`;
    for (const key of keys) {
      const found = differ(wanted[key], got[key], path ? `${path}.${key}` : key);
      if (found) return found;
    }
    return null;
  }
  if (!('data' in actual)) return `the server refuses: ${JSON.stringify(actual.errors)}`;
  const [wanted, got] = [paths(expected.errors), paths(actual.errors)];
  if (wanted.join() !== got.join()) return `errors at ${wanted.join() || 'no place'} by graphql-js, at ${got.join() || 'no place'} by the server`;
  return differ(expected.data ?? null, actual.data, '');
}
