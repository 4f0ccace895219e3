// Puts the same questions to two servers in turn and prints how they compare.
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { cases } from './cases.js';
import { readPackage } from './data.js';

const usage = `usage: node compare.js --data PACKAGE [options] KIND=URL KIND=URL

  KIND=URL      a server and the words it is asked in: ours, arrays, neo4j-graphql (GraphQL) or cypher (Neo4j's Query API)
  --cases LIST  which cases, comma-separated; left out: all that both sides have words for (${Object.keys(cases).join(', ')})
  --clients N   how many ask at a time (8)
  --seconds N   how long a round takes (5)
  --rounds N    how many rounds each side has, in turn (3)
  --warm N      how long a side is warmed at most, in seconds, before each case (60)
  --limit N     after how many seconds without an answer a request is given up (60)`;

const { values: options, positionals } = read();
const sides = positionals.map(sideOf);
const groupings = [...readPackage(options.data).groupings.values()];
const ids = { any: sample(groupings, 3000).map(g => g.id), largest: [largest().id], small: [small().id] };

const results = [];
for (const name of wanted()) {
  for (const side of sides) await warm(side, name);
  const rounds = sides.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [i, side] of sides.entries()) rounds[i].push(await ask(side, name, options.seconds));
  }
  results.push({ name, sides: rounds.map(summary) });
  progress('');
}
print();
await Promise.all(sides.map(side => side.pool.destroy()));

function read() {
  const text = { type: 'string' };
  try {
    const given = parseArgs({ allowPositionals: true, options: { data: text, cases: text, clients: text, seconds: text, rounds: text, warm: text, limit: text } });
    const numbers = Object.fromEntries(Object.entries({ clients: 8, seconds: 5, rounds: 3, warm: 60, limit: 60 }).map(([name, fallback]) => {
      const value = Number(given.values[name] ?? fallback);
      if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
      return [name, value];
    }));
    if (!given.values.data) throw new Error('--data is missing');
    if (given.positionals.length !== 2) throw new Error('two servers are compared');
    return { values: { ...given.values, ...numbers }, positionals: given.positionals };
  } catch (error) {
    return stop(`${error.message}\n\n${usage}`);
  }
}

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function sideOf(given) {
  const [, kind, address] = /^([^=]+)=(http:\/\/.+)$/.exec(given) ?? stop(`'${given}' is not KIND=URL\n\n${usage}`);
  if (!(kind in cases.lookup) || kind === 'of') stop(`there is no kind '${kind}'\n\n${usage}`);
  const url = new URL(address);
  const seconds = options.limit * 1000;
  return { kind, path: url.pathname, pool: new Pool(url.origin, { connections: options.clients, headersTimeout: seconds, bodyTimeout: seconds }) };
}

function wanted() {
  const names = options.cases?.split(',') ?? Object.keys(cases).filter(name => sides.every(side => side.kind in cases[name]));
  for (const name of names) {
    if (!Object.hasOwn(cases, name)) stop(`there is no case '${name}'; there are ${Object.keys(cases).join(', ')}`);
    const without = sides.find(side => !(side.kind in cases[name]));
    if (without) stop(`the case '${name}' has no words for ${without.kind}`);
  }
  return names;
}

function largest() {
  return groupings.reduce((most, g) => (g.members.length > most.members.length ? g : most));
}

// Its first page is full, and little more.
function small() {
  return groupings.filter(g => g.members.length > 50).reduce((least, g) => (g.members.length < least.members.length ? g : least), largest());
}

// Spread evenly, so that every run asks for the same.
function sample(list, count) {
  return list.filter((_, i) => Math.floor(((i + 1) * count) / list.length) > Math.floor((i * count) / list.length));
}

function bodyOf(side, name, turn) {
  const question = cases[name];
  const pool = question.of && ids[question.of];
  const variables = pool ? { id: pool[(turn * 7919) % pool.length] } : {};
  return JSON.stringify(side.kind === 'cypher'
    ? { statement: question.cypher, parameters: variables, accessMode: 'READ' }
    : { query: question[side.kind], variables });
}

/** Asks for so many seconds by all clients at once; each waits for its answer before it asks again. */
async function ask(side, name, seconds) {
  const times = [];
  let failed = 0;
  let bytes = 0;
  let turn = 0;
  const start = performance.now();
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      const asked = performance.now();
      const error = await once(side, bodyOf(side, name, turn++), length => { bytes += length; });
      if (error && failed++ === 0) console.error(`\n${name}, ${side.kind}: ${error}`);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
  times.sort((a, b) => a - b);
  const answered = times.length - failed;
  return { asked: times.length, failed, rate: answered / (performance.now() - start) * 1000, p50: at(times, 0.5), p99: at(times, 0.99), bytes: bytes / times.length };
}

/** What is wrong with the answer; undefined where nothing is. */
async function once(side, body, measured) {
  try {
    const response = await side.pool.request({ method: 'POST', path: side.path, headers: { 'content-type': 'application/json', accept: 'application/json' }, body });
    const text = await response.body.text();
    measured(text.length);
    return response.statusCode >= 300 || text.includes('"errors":[{') ? `${response.statusCode} ${text.slice(0, 200)}` : undefined;
  } catch (error) {
    return `no answer (${error.code ?? error.message})`;
  }
}

/**
 * Asks until more asking makes it no faster: the best second of the last five is within a tenth of the best before. A
 * server that compiles as it runs needs some 20,000 requests for that.
 */
async function warm(side, name) {
  const rates = [];
  let asked = 0;
  const start = performance.now();
  while (performance.now() - start < options.warm * 1000) {
    const second = await ask(side, name, 1);
    asked += second.asked;
    rates.push(second.rate);
    progress(`${name}: warming ${side.kind}, ${asked} requests, ${second.rate.toFixed(0)}/s`);
    // It does not answer at all: no warmth helps.
    if (second.failed === second.asked) return;
    if (asked >= 20_000 && rates.length >= 10 && Math.max(...rates.slice(-5)) <= 1.1 * Math.max(...rates.slice(0, -5))) return;
  }
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function median(values) {
  return at(values.sort((a, b) => a - b), 0.5);
}

function summary(rounds) {
  const of = name => median(rounds.map(round => round[name]));
  return { rate: of('rate'), p50: of('p50'), p99: of('p99'), bytes: of('bytes'), failed: rounds.reduce((sum, round) => sum + round.failed, 0) };
}

function print() {
  const [first, second] = sides.map(side => side.kind);
  const rows = results.map(({ name, sides: [a, b] }) => [
    name, ...[a, b].flatMap(side => [number(side.rate, 0), number(side.p50), number(side.p99), number(side.bytes, 0), String(side.failed)]), ratio(a.rate, b.rate), ratio(a.p50, b.p50),
  ]);
  const columns = kind => [`${kind} /s`, 'p50 ms', 'p99 ms', 'bytes', 'failed'];
  table([['case', ...columns(first), ...columns(second), `/s, ${first} : ${second}`, 'p50'], ...rows]);
  const [hub, page] = ['page-hub', 'page-small'].map(name => results.find(result => result.name === name));
  if (!hub || !page) return;
  console.log();
  for (const [i, { kind }] of sides.entries()) console.log(`${kind}: p50 of page-hub (50 of ${largest().members.length}) is ${ratio(hub.sides[i].p50, page.sides[i].p50)} of page-small's (50 of ${small().members.length})`);
}

function ratio(a, b) {
  return b > 0 ? `${number(a / b)} ×` : '-';
}

function number(value, digits = 2) {
  return value.toFixed(digits);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const line = row => `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  console.log(line(rows[0]));
  console.log(`| ${widths.map((width, column) => '-'.repeat(width - (column ? 1 : 0)) + (column ? ':' : '')).join(' | ')} |`);
  for (const row of rows.slice(1)) console.log(line(row));
}
