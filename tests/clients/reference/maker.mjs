// Makes documents: a seed gives the same one each time.
import { Lexer, Source, TokenKind, getNamedType, getNullableType, isAbstractType, isLeafType, isListType, isObjectType } from 'graphql';
import { schema } from './reference.mjs';
import * as seed from './seed.mjs';

// Not asked, since the reference would be a third implementation of them: activity at a date, a fingerprint of all rows, questions that are computed.
// Nor are filters, orders, cursors given and `last`, but for null and empty ones, and what `and`, `or` and `not` make of those.
const leftOut = new Set(['Grouping.activity', 'Link.activity', 'Membership.activity', 'Partnership.activity', 'Dataset.sha256', 'Dataset.findings', 'Query.coAccompaniers', 'Query.search', 'Query.paths', 'Query.network', 'Query.networkChange', 'Actor.coMembers']);

const records = {
  Actor: seed.actors, Grouping: seed.groupings, Membership: seed.memberships, Partnership: seed.partnerships, Concept: seed.concepts,
  Territory: seed.territories, Source: seed.sources, Passage: seed.passages, Entity: [...seed.groupings, ...seed.actors],
};
records.Node = [...Object.values(records).flat(), ...seed.denials, ...seed.measures];
const unknown = ['nobody', '', ' ', 'PES-21', 'pes-21 ', 'é', '𝄞', 'a"b\\c', "' OR 1=1 --"];
const aliases = ['a', 'b', 'c', 'zz9', '_', '__a', 'A', 'id', 'name', 'kind', 'nodes', 'node', 'type', 'source', 'data', 'errors', 'totalCount', 'query', 'on', 'fragment', 'null', 'true'];

// Numbers from 0 up to 1 (mulberry32).
function randomly(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A request: a document's text, variables, and the operation meant where there are two. */
export function make(number) {
  const next = randomly(number);
  const chance = (part) => next() < part;
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];

  const variables = [];
  const values = {};
  const fragments = [];
  // What each response key stands for, in the whole document: so that selections can be merged wherever they meet.
  const keys = new Map();
  let room = 10 + below(40);
  let failing = false;

  function literal(text) {
    if (chance(0.06)) return JSON.stringify(text).replace(/"(\w)/, (_, c) => `"\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (chance(0.05) && /^[\w-]+$/.test(text)) return `"""\n  ${text}\n  """`;
    return JSON.stringify(text);
  }

  /** A variable of one of a type's spellings, as the value for a place; `fallback` is a literal, `given` a JSON value. */
  function variable(type, fallback, given) {
    const name = `v${variables.length}`;
    const optional = fallback !== null && chance(0.7);
    variables.push(`$${name}: ${type}${optional ? ` = ${fallback}` : ''}`);
    if (!optional || chance(0.5)) values[name] = given;
    return `$${name}`;
  }

  function idOf(type) {
    if (chance(0.03)) return chance(0.5) ? `${below(100)}` : variable('ID!', null, below(100));
    const id = chance(0.12) ? pick(unknown) : pick(records[chance(0.05) ? pick(Object.keys(records)) : type]).id;
    return chance(0.3) ? variable('ID!', literal(pick(records[type]).id), id) : literal(id);
  }

  /** How many, and how many that is at most; null only where the place takes it. */
  function size(nullable) {
    const count = pick([0, 1, 1, 2, 2, 3, 5, 25, 100, 500]);
    switch (nullable ? below(6) : 1 + 2 * below(3)) {
      case 0: return ['null', 25];
      case 1: return [variable('Int!', '2', count), Math.max(count, 2)];
      case 2: {
        const name = `v${variables.length}`;
        variables.push(`$${name}: Int${chance(0.5) ? ' = 4' : ''}`);
        if (chance(0.6)) values[name] = chance(0.3) ? null : count;
        return [`$${name}`, 25];
      }
      default: return [`${count}`, count];
    }
  }

  /** A value of an enum: written, or a variable, which may be absent or without a default of its own where the place has one. */
  function choice(type, optional = true) {
    const value = () => pick(type.getValues()).name;
    if (chance(0.6)) return value();
    const name = `v${variables.length}`;
    const [spelled, fallback, given] = pick([['!', '', true], ['!', ` = ${value()}`, false], ['', ` = ${value()}`, chance(0.5)], ...(optional ? [['', '', chance(0.5)]] : [])]);
    variables.push(`$${name}: ${type.name}${spelled}${fallback}`);
    if (given) values[name] = value();
    return `$${name}`;
  }

  /** A filter that asks nothing of the records themselves. */
  function blank(depth) {
    const parts = Array.from({ length: depth > 0 ? below(3) : 0 }, () => pick(['and', 'or', 'not'])).filter((name, place, all) => all.indexOf(name) === place);
    return `{ ${parts.map((name) => `${name}: ${name === 'not' ? blank(depth - 1) : `[${Array.from({ length: below(3) }, () => blank(depth - 1)).join(', ')}]`}`).join(', ')} }`;
  }

  /** A field's arguments, and how many records at most it gives. */
  function argumentsOf(field, parent) {
    const given = [];
    let most = 25;
    for (const argument of field.args) {
      const type = getNullableType(argument.type);
      if (argument.name === 'id') given.push(`id: ${idOf(getNamedType(field.type).name)}`);
      else if (argument.name === 'ids') {
        const ids = Array.from({ length: below(4) }, () => idOf('Node'));
        most = Math.max(ids.length, 1);
        given.push(`ids: ${ids.length === 1 && chance(0.3) && !ids[0].startsWith('$') ? ids[0] : `[${ids.join(', ')}]`}`);
      } else if (argument.name === 'by') given.push(`by: ${choice(type, false)}`);
      else if (argument.name === 'language' || argument.name === 'direction') {
        if (chance(0.5)) given.push(`${argument.name}: ${choice(type)}`);
      } else if (argument.name === 'first') {
        if (chance(0.7)) {
          const [text, count] = size(type === argument.type);
          most = count;
          given.push(`first: ${text}`);
        }
      } else if (chance(0.04)) {
        given.push(`${argument.name}: ${isListType(type) ? pick(['null', '[]']) : isLeafType(type) ? 'null' : argument.name === 'where' ? pick(['null', blank(3)]) : pick(['null', '{}'])}`);
      }
    }
    if (parent.name === 'Query' && !failing && field.args.some((argument) => argument.name === 'where') && chance(0.01)) {
      const where = { actors: 'kind: { under: "nothing" }', groupings: 'kind: { nunder: "nothing" }', memberships: 'not: { role: { under: "nothing" } }', partnerships: 'type: { not: { nunder: "nothing" } }', concepts: 'under: "nothing"', territories: 'ninside: "nothing"' };
      failing = true;
      return [`(where: { ${where[field.name]} })`, 0];
    }
    if (chance(0.2)) given.reverse();
    return [given.length ? `(${given.join(pick([', ', ' ', ',\n  ']))})` : '', most];
  }

  function directives() {
    if (!chance(0.12)) return '';
    const condition = (name) => `@${name}(if: ${chance(0.3) ? chance(0.5) : variable('Boolean!', `${chance(0.5)}`, chance(0.5))})`;
    return ` ${chance(0.15) ? `${condition('skip')} ${condition('include')}` : condition(pick(['skip', 'include']))}`;
  }

  function keyed(stands, name) {
    const taken = (key) => keys.has(key) && keys.get(key) !== stands;
    let key = chance(0.25) ? pick(aliases) : name;
    for (let i = 0; taken(key); i++) key = `f${i}`;
    keys.set(key, stands);
    return key === name ? name : `${key}: ${name}`;
  }

  function field(parent, depth, weight) {
    if (chance(0.08)) return `${keyed('__typename', '__typename')}${directives()}`;
    const all = Object.values(parent.getFields()).filter((each) => !leftOut.has(`${parent.name}.${each.name}`));
    const leaves = all.filter((each) => isLeafType(getNamedType(each.type)));
    const asked = depth > 0 && room > 0 && weight < 400 ? all : leaves;
    if (asked.length === 0) return keyed('__typename', '__typename');
    const chosen = pick(asked);
    room--;
    const type = getNamedType(chosen.type);
    const [args, most] = argumentsOf(chosen, parent);
    const paged = type.name.endsWith('Connection');
    const many = isListType(getNullableType(chosen.type));
    // The size of a page is used where its records are, one step down.
    const heavier = paged ? weight * Math.min(most, 25) : many && parent.name.endsWith('Connection') ? weight : many ? weight * 5 : weight;
    const selected = `${keyed(`${chosen.name}${args}: ${chosen.type}`, chosen.name)}${args}`;
    if (isLeafType(type)) return `${selected}${directives()}`;
    const text = `${selected}${directives()} ${selection(type, depth - 1, heavier)}`;
    // The same field once more, with something else selected: one field to the client.
    return chance(0.08) ? `${text} ${selected} ${selection(type, depth - 1, heavier)}` : text;
  }

  /** Types on which a fragment may stand within a selection of a type. */
  function conditions(type) {
    return isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
  }

  function selection(type, depth, weight) {
    const items = [];
    for (let count = 1 + below(4); count > 0; count--) {
      const fragment = chance(0.2);
      if (fragment && chance(0.2)) {
        items.push(`...${directives()} ${selection(type, depth, weight)}`);
      } else if (fragment && chance(0.5)) {
        const on = pick(conditions(type));
        items.push(`... on ${on.name}${directives()} ${selection(on, depth, weight)}`);
      } else if (fragment) {
        items.push(spread(type, depth, weight));
      } else {
        items.push(field(type, depth, weight));
      }
    }
    if (items.length > 1 && chance(0.05)) items.push(items[0]);
    return `{ ${items.join(pick([' ', ', ', '\n', ' # a comment\n']))} }`;
  }

  function spread(type, depth, weight) {
    const fit = conditions(type);
    const known = fragments.filter((each) => fit.includes(each.on) && each.depth <= depth && each.weight >= weight);
    if (known.length > 0 && chance(0.5)) return `...${pick(known).name}${directives()}`;
    const on = pick(fit);
    const text = selection(on, depth, weight);
    const name = `${pick(['F', 'f', 'Fragment', 'type', 'query'])}${fragments.length}`;
    fragments.push({ name, on, depth, weight, text: `fragment ${name} on ${on.name} ${text}` });
    return `...${name}${directives()}`;
  }

  function root() {
    if (chance(0.02)) return `t${variables.length}: __type(name: "${pick(['Actor', 'Entity', 'Status', 'Nothing'])}") { name kind }`;
    if (chance(0.015)) return '__schema { queryType { name } mutationType { name } }';
    if (chance(0.02) && !failing) return `${keyed('failing', 'coAccompaniers')}(theme: "nothing") { totalCount }`;
    if (chance(0.08)) return spread(schema.getQueryType(), 4, 1);
    return field(schema.getQueryType(), 2 + below(4), 1);
  }

  const roots = Array.from({ length: 1 + (chance(0.4) ? below(4) : 0) }, root);
  const declared = variables.length ? `(${variables.join(pick([', ', ' ']))})` : '';
  const second = chance(0.08);
  const head = declared || second || chance(0.3) ? `query ${second || chance(0.5) ? 'Asked' : ''}${declared} ` : '';
  const parts = [`${head}{ ${roots.join(' ')} }`, ...fragments.map((fragment) => fragment.text), ...(second ? ['query Another { __typename }'] : [])];
  if (chance(0.3)) parts.reverse();
  return { query: parts.join('\n'), variables: values, ...(second ? { operationName: 'Asked' } : {}) };
}

/** A document as `make` makes it, with one word of it left out, doubled, or replaced by another: mostly no longer valid. */
export function misspell(number) {
  const next = randomly(number);
  const below = (count) => Math.floor(next() * count);
  const request = make(number);
  const words = [];
  const lexer = new Lexer(new Source(request.query));
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) words.push(request.query.slice(token.start, token.end));
  const place = below(words.length);
  words.splice(place, below(2), ...[[], [words[place], words[place]], [words[below(words.length)]]][below(3)]);
  return { ...request, query: words.join(' ') };
}
