// A value, and a variable of whatever type, is accepted where graphql-js accepts it, and nowhere else: at each argument of
// each question, and in all that an argument holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphQLNonNull, getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, parse, validate } from 'graphql';
import { schema } from './reference.mjs';
import { ask, firstOf } from './server.mjs';

/** A value of a type, as a literal and in JSON. */
function sample(type) {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) {
    const item = sample(type.ofType);
    return { literal: `[${item.literal}]`, json: [item.json] };
  }
  if (isEnumType(type)) return { literal: type.getValues()[0].name, json: type.getValues()[0].name };
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField).map((field) => [field.name, sample(field.type)]);
    return { literal: `{ ${fields.map(([name, value]) => `${name}: ${value.literal}`).join(', ')} }`, json: Object.fromEntries(fields.map(([name, value]) => [name, value.json])) };
  }
  return { Int: { literal: '1', json: 1 }, Float: { literal: '1.5', json: 1.5 }, Boolean: { literal: 'true', json: true }, PartialDate: { literal: '"2019"', json: '2019' } }[type.name] ?? { literal: '"x"', json: 'x' };
}

/** Places within a value of a type, each field of an input type once, the nearest first, with what makes the whole value of the one there. */
const met = new Set();
function places(type) {
  const found = [{ type, whole: (value) => value }];
  for (const { type: outer, whole } of found) {
    const nullable = getNullableType(outer);
    if (isListType(nullable)) found.push({ type: nullable.ofType, whole: (value) => whole(`[${value}]`) });
    if (!isInputObjectType(nullable) || met.has(nullable)) continue;
    met.add(nullable);
    const fields = Object.values(nullable.getFields());
    for (const field of fields) {
      const others = fields.filter((other) => other !== field && isRequiredInputField(other)).map((other) => `${other.name}: ${sample(other.type).literal}, `);
      found.push({ type: field.type, whole: (value) => whole(`{ ${others.join('')}${field.name}: ${value} }`) });
    }
  }
  return found;
}

const positions = [];
for (const field of Object.values(schema.getQueryType().getFields())) {
  for (const argument of field.args) {
    const others = field.args.filter((other) => other !== argument && isRequiredArgument(other)).map((other) => `${other.name}: ${sample(other.type).literal}`);
    for (const { type, whole } of places(argument.type)) {
      positions.push({ type, document: (value) => `{ ${field.name}(${[...others, `${argument.name}: ${whole(value)}`].join(', ')}) { __typename } }` });
    }
  }
}
for (const directive of ['skip', 'include']) positions.push({ type: new GraphQLNonNull(schema.getType('Boolean')), document: (value) => `{ __typename dataset @${directive}(if: ${value}) { title } }` });
positions.push({ type: new GraphQLNonNull(schema.getType('String')), document: (value) => `{ __type(name: ${value}) { name } }` });

const spelled = (name) => [name, `${name}!`, `[${name}]`, `[${name}!]`, `[${name}]!`, `[${name}!]!`, `[[${name}]]`];
const others = ['ID', 'String', 'Int', 'Float', 'Boolean', 'PartialDate', 'Status', 'ActorFilterInput'];
const typeOf = (text) => (text.endsWith('!') ? typeOf(text.slice(0, -1)) : text.startsWith('[') ? { list: typeOf(text.slice(1, -1)) } : { named: text });
const jsonOf = (type) => (type.list ? [jsonOf(type.list)] : sample(schema.getType(type.named)).json);
const literalOf = (type) => (type.list ? `[${literalOf(type.list)}]` : sample(schema.getType(type.named)).literal);

/** Whether graphql-js and the server differ over whether a request fits the schema. */
async function differs({ query, variables }) {
  const wanted = validate(schema, parse(query)).length === 0;
  const { errors } = await ask({ query, variables });
  return wanted === (errors?.[0].extensions.code !== 'VALIDATION_ERROR') ? null : `${wanted ? 'graphql-js accepts' : 'graphql-js refuses'} ${query} with ${JSON.stringify(variables)}; the server says ${JSON.stringify(errors ?? 'it is right')}`;
}

test(`a variable stands where its type fits, at ${positions.length} places`, async () => {
  const asked = positions.flatMap(({ type, document }, place) => {
    const own = getNamedType(type).name;
    const types = [...spelled(own), ...[0, 1, 2].map((step) => `${others[(place + 3 * step) % others.length]}${step === 1 ? '' : '!'}`)];
    return types.flatMap((text) => ['', ` = ${literalOf(typeOf(text))}`, ' = null'].filter((fallback) => !(fallback === ' = null' && text.endsWith('!')))
      .map((fallback) => ({ query: `query($v: ${text}${fallback}) ${document('$v')}`, variables: { v: jsonOf(typeOf(text)) } })));
  });
  assert.ok(asked.length > 10 * positions.length);
  assert.equal(await firstOf(asked, 8, differs), null);
});

test('a literal stands where it is one of the type', async () => {
  const literals = ['1', '1.5', '"x"', 'true', 'NOTHING', '{}', '[]', '["x"]', '[1]', '{ nothing: 1 }'];
  // What a PartialDate may be graphql-js does not know.
  const asked = positions.filter(({ type }) => getNamedType(type).name !== 'PartialDate')
    .flatMap(({ type, document }) => [...literals, sample(type).literal].map((literal) => ({ query: document(literal), variables: {} })));
  assert.equal(await firstOf(asked, 8, differs), null);
});
