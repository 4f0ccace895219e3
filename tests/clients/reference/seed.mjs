// The rows that the server serves, read from the CSV files by a reader of its own, and what follows from them: written
// from README and the schema's descriptions, without the program's code, so that an answer of the one checks the other.
// ECOSYSTEM_DATA says where the files are, if not in seed-data; each has all its columns.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { repository } from '../readme.mjs';

const folder = process.env.ECOSYSTEM_DATA ? pathToFileURL(`${process.env.ECOSYSTEM_DATA}/`) : new URL('seed-data/', repository);
const table = (name) => parse(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, bom: true });
const given = (cell) => (cell === '' ? null : cell);
// A folder need not have the columns openness, role and occasion.
const opennessOf = (row) => row.openness || 'UNKNOWN';
const list = (cell) => (cell === '' ? [] : cell.split('|'));
const by = (rows) => new Map(rows.map((row) => [row.id, row]));

// UTF-8 bytes are in the order of code points.
const inOrder = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const written = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };
// Letter by letter: of a word, JavaScript makes the last σ another than the others. Unicode's case folding leaves ı as it is.
const small = (letter) => (letter === 'ı' ? letter : letter.toUpperCase().toLowerCase());
export const folded = (text) =>
  [...text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')].map(small).join('')
    .replace(/[œæßøłđ]/g, (c) => written[c]).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The first and last day of a date as texts that sort: "2019-H2" is 2019-07-01 to 2019-12-31. */
function span(date) {
  const [, year, half, quarter, month, day] = /^(\d{4})(?:-H(\d)|-Q(\d)|-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  const months = half ? [half * 6 - 5, half * 6] : quarter ? [quarter * 3 - 2, quarter * 3] : month ? [month, month] : [1, 12];
  const [first, last] = months.map((number) => `${year}-${String(number).padStart(2, '0')}`);
  return [`${first}-${day ?? '01'}`, `${last}-${day ?? '31'}`];
}

const startOf = (link) => (link.from ? span(link.from) : ['9999', '9999']);
const chain = (...keys) => (a, b) => keys.reduce((order, key) => order || inOrder(key(a), key(b)), 0);
const byName = chain((row) => folded(row.name), (row) => row.id);
const byStart = chain((link) => startOf(link)[0], (link) => startOf(link)[1], (link) => (link.is === 'Membership' ? '0' : '1'), (link) => link.id);
const number = (value) => String(value ?? -1).padStart(6, '0');
const byPlace = chain((passage) => passage.source, (passage) => number(passage.question), (passage) => number(passage.paragraph), (passage) => passage.id);

export const concepts = table('concepts')
  .map((row) => ({ is: 'Concept', id: row.id, scheme: row.scheme, FR: given(row.label_fr), EN: given(row.label_en), broader: list(row.broader), definition: { FR: given(row.definition_fr), EN: given(row.definition_en) }, mutual: row.mutual === 'true' }))
  .sort(chain((row) => folded(row.FR ?? row.EN ?? row.id), (row) => row.id));
export const territories = table('territories').map((row) => ({ is: 'Territory', id: row.id, name: row.name, kind: row.kind, within: given(row.within) })).sort(byName);
export const sources = table('sources')
  .map((row) => ({ is: 'Source', id: row.id, title: row.title, publisher: given(row.publisher), date: given(row.date), dateConfidence: row.date_confidence, language: row.language, respondent: given(row.respondent), sha256: row.sha256 }))
  .sort(chain((row) => row.id));
export const passages = table('passages')
  .map((row) => ({ is: 'Passage', id: row.id, source: row.source, question: row.question === '' ? null : Number(row.question), paragraph: Number(row.paragraph), also: list(row.also), sha256: row.sha256 }))
  .sort(byPlace);
export const groupings = table('groupings')
  .map((row) => ({
    is: 'Grouping', id: row.id, name: row.name, acronym: given(row.acronym), kind: row.kind, purpose: { FR: given(row.purpose_fr), EN: given(row.purpose_en) }, themes: list(row.themes),
    territory: given(row.territory), from: given(row.from), to: given(row.to), status: row.status, confidence: row.confidence, openness: opennessOf(row), partOf: list(row.part_of), ...cited(row),
  }))
  .sort(byName);
const groupingOf = by(groupings);
const rows = table('actors').map((row) => ({ id: row.id, name: row.name, acronym: given(row.acronym), kind: row.kind, named: row.named === 'true', territory: given(row.territory) }));
// A grouping that is a member elsewhere is an actor, too.
const acting = new Set(table('memberships').map((row) => row.actor).filter((id) => groupingOf.has(id) && !rows.some((row) => row.id === id)));
export const actors = [...rows, ...[...acting].map((id) => ({ ...groupingOf.get(id), kind: 'unspecified', named: true }))]
  .map(({ id, name, acronym, kind, named, territory }) => ({ is: 'Actor', id, name, acronym, kind, named, territory }))
  .sort(byName);
const actorOf = by(actors);
const link = (row) => ({
  id: row.id, regularity: row.regularity, territory: given(row.territory), from: given(row.from), to: given(row.to), status: row.status, confidence: row.confidence, openness: opennessOf(row),
  note: { FR: given(row.note_fr), EN: given(row.note_en) }, ...cited(row),
});
export const memberships = table('memberships').map((row) => ({ is: 'Membership', ...link(row), source: row.actor, target: row.grouping, role: row.role })).sort(byStart);
export const partnerships = table('partnerships')
  .map((row) => ({ is: 'Partnership', ...link(row), source: row.source, target: row.target, type: row.type, role: row.role || null, grouping: given(row.grouping), occasion: row.occasion || null, themes: list(row.themes) }))
  .sort(byStart);
export const denials = table('denials')
  .map((row) => ({ is: 'Denial', id: row.id, source: row.source, target: row.target, type: row.type, note: { FR: given(row.note_fr), EN: given(row.note_en) }, ...cited(row) }))
  .sort(chain((row) => row.id));
export const measures = table('measures')
  .map((row) => ({ is: 'Measure', id: row.id, subject: row.subject, concept: row.concept, value: Number(row.value), qualifier: row.qualifier, unit: given(row.unit), at: given(row.at), confidence: row.confidence, ...cited(row) }))
  .sort(chain((row) => row.concept, (row) => (row.at ? span(row.at)[0] : '9999'), (row) => (row.at ? span(row.at)[1] : '9999'), (row) => row.id));
const names = table('names');
const about = JSON.parse(readFileSync(new URL('datapackage.json', folder), 'utf8'));

// One mention is meant for all passages.
function cited(row) {
  const mentions = list(row.mention);
  return { cites: list(row.passages).map((passage, place) => ({ passage, mention: (mentions.length === 1 ? mentions[0] : mentions[place]) ?? null })) };
}

const passageOf = by(passages);
const conceptOf = by(concepts);
const territoryOf = by(territories);
const sourceOf = by(sources);
const membershipOf = by(memberships);
const partnershipOf = by(partnerships);
const entityOf = (id) => groupingOf.get(id) ?? actorOf.get(id) ?? null;
/** The record of an id, of whatever type; a body that is both is a grouping. */
const nodeOf = (id) => [groupingOf, actorOf, membershipOf, partnershipOf, conceptOf, territoryOf, sourceOf, passageOf, by(denials), by(measures)].map((rows) => rows.get(id)).find(Boolean) ?? null;
const citing = (passage) => (row) => row.cites.some((cite) => cite.passage === passage);
const distinct = (rows) => [...new Set(rows)];

/** Evidence by passage, then mention, the absent last; each once. */
function evidence(cites) {
  const each = new Map(cites.map((cite) => [`${cite.passage} ${cite.mention ?? ''} ${cite.mention === null}`, cite]));
  return [...each.values()].sort((a, b) => byPlace(passageOf.get(a.passage), passageOf.get(b.passage)) || (a.mention === null) - (b.mention === null) || inOrder(a.mention ?? '', b.mention ?? ''));
}

const formsOf = (id) => names.filter((row) => row.entity === id);
const bodyCites = (id) => [...(groupingOf.get(id)?.cites ?? []), ...formsOf(id).flatMap((form) => list(form.passages).map((passage) => ({ passage, mention: form.name })))];

function namesOf(id) {
  const body = entityOf(id);
  const others = distinct([...formsOf(id).map((form) => form.name), ...(body.acronym ? [body.acronym] : [])]).filter((form) => form !== body.name);
  return [body.name, ...others.sort(chain(folded, (form) => form))];
}

/** Each name, with what names.csv says of it; the surest row counts. */
function nameForms(id) {
  const sure = ['STATED', 'INFERRED', 'UNCERTAIN'];
  return namesOf(id).map((name) => {
    const rows = formsOf(id).filter((form) => form.name === name);
    return { is: 'NameForm', name, entity: id, confidence: sure.find((each) => rows.some((row) => row.confidence === each)) ?? 'STATED', cites: rows.flatMap((row) => list(row.passages).map((passage) => ({ passage, mention: name }))) };
  });
}

const above = (id) => [id, ...conceptOf.get(id).broader.flatMap(above)];
const counts = (membership) => !above(membership.role).includes('non-member');
const partnershipsOf = (id, direction = 'ANY') =>
  partnerships.filter((row) => (direction !== 'IN' && row.source === id) || (direction !== 'OUT' && row.target === id));
const membershipsOf = (id, end) => memberships.filter((row) => row[end] === id);

function declared(id) {
  const rows = measures.filter((row) => row.subject === id && ['member-count', 'other-member-count'].includes(row.concept));
  const [best] = rows.sort((a, b) => (a.at === null) - (b.at === null) || (a.at && b.at ? inOrder(span(b.at)[0], span(a.at)[0]) : 0));
  return best ? best.value + (best.concept === 'other-member-count' ? 1 : 0) : null;
}

function namedMembers(id) {
  return distinct(membershipsOf(id, 'target').filter((row) => counts(row) && row.status !== 'PLANNED').map((row) => row.source)).filter((actor) => actorOf.get(actor).named).length;
}

const inLanguage = (texts, language) => texts[language] ?? texts[language === 'FR' ? 'EN' : 'FR'];

const words = {
  CURRENT: ['en cours', 'current'], PAST: ['passé', 'past'], PLANNED: ['prévu', 'planned'], UNKNOWN: ['non précisé', 'not stated'],
  STATED: ['énoncé', 'stated'], INFERRED: ['déduit', 'inferred'], UNCERTAIN: ['incertain', 'uncertain'],
  REGULAR: ['régulier', 'regular'], OCCASIONAL: ['occasionnel', 'occasional'], LIMITED: ['limité', 'limited'], UNSTATED: ['non précisé', 'not stated'],
  OPEN: ['liste ouverte', 'open list'], CLOSED: ['liste complète', 'complete list'],
  true: ['nommé', 'named'], false: ['catégorie', 'category'],
};
const word = (value) => (language) => words[value][language === 'FR' ? 0 : 1];
const conceptLabel = (id) => (language) => inLanguage(conceptOf.get(id), language) ?? id;
const nameOf = (rows) => (id) => () => rows.get(id).name;

/** Of each thing to count by the values of a row and a value's label. */
const countedBy = {
  KIND: [(row) => [row.kind], conceptLabel],
  TERRITORY: [(row) => [row.territory], nameOf(territoryOf)],
  NAMED: [(row) => [`${row.named}`], word],
  THEME: [(row) => (row.themes.length ? distinct(row.themes) : [null]), conceptLabel],
  STATUS: [(row) => [row.status], word],
  ROLE: [(row) => [row.role], conceptLabel],
  GROUPING: [(row) => [row.target], nameOf(groupingOf)],
  CONFIDENCE: [(row) => [row.confidence], word],
  TYPE: [(row) => [row.type], conceptLabel],
  OCCASION: [(row) => [row.occasion], conceptLabel],
  REGULARITY: [(row) => [row.regularity], word],
  OPENNESS: [(row) => [row.openness], word],
};

function facets(rows, { by: what, first }) {
  const [valuesOf, labelOf] = countedBy[what];
  const counted = new Map();
  for (const value of rows.flatMap(valuesOf)) counted.set(value, (counted.get(value) ?? 0) + 1);
  return [...counted]
    .sort(([a, n], [b, m]) => m - n || (a === null) - (b === null) || inOrder(a ?? '', b ?? ''))
    .slice(0, first)
    .map(([value, count]) => ({ value, count, label: ({ language }) => (value === null ? null : labelOf(value)(language)) }));
}

/** What a cursor of the reference begins with; the server writes other texts, which differ() in reference.mjs allows for. */
export const CURSOR = '\0';

/** Whether a filter that asks nothing of the records themselves is true of them; any other asks under an id that nothing has. */
const holds = (where) => Object.entries(where ?? {}).every(([name, part]) => {
  switch (name) {
    case 'and': return part.every(holds);
    case 'or': return part.some(holds);
    case 'not': return !holds(part);
    default: throw new Error('nothing has that id');
  }
});

/** A field that gives the first so many of a list. */
function pages(name, rowsOf) {
  return (row, args) => {
    const rows = holds(args.where) ? rowsOf(row, args) : [];
    const shown = rows.slice(0, args.first ?? 25);
    const cursor = (each) => `${CURSOR}${name} ${each.id}`;
    return {
      totalCount: rows.length,
      facets: (given) => facets(rows, given),
      nodes: shown,
      edges: shown.map((node) => ({ node, cursor: cursor(node) })),
      pageInfo: {
        hasNextPage: shown.length < rows.length,
        hasPreviousPage: false,
        startCursor: shown.length ? cursor(shown[0]) : null,
        endCursor: shown.length ? cursor(shown.at(-1)) : null,
      },
    };
  };
}

const body = {
  names: (row) => namesOf(row.id),
  nameForms: (row) => nameForms(row.id),
  kind: (row) => conceptOf.get(row.kind),
  territory: (row) => territoryOf.get(row.territory),
  actor: (row) => actorOf.get(row.id),
  grouping: (row) => groupingOf.get(row.id),
  partnershipCount: (row) => partnershipsOf(row.id).length,
  measures: (row) => measures.filter((measure) => measure.subject === row.id),
  denials: (row) => denials.filter((denial) => denial.source === row.id || denial.target === row.id),
  evidence: (row) => evidence(bodyCites(row.id)),
};
const ends = {
  source: (row) => entityOf(row.source),
  target: (row) => entityOf(row.target),
  evidence: (row) => evidence(row.cites),
  note: (row, { language }) => inLanguage(row.note, language),
};

/** What each field gives that is not simply a property of its row. */
export const resolvers = {
  Query: {
    dataset: () => ({ title: about.title, version: about.version, actorCount: actors.length, groupingCount: groupings.length, membershipCount: memberships.length, partnershipCount: partnerships.length }),
    node: (_, { id }) => nodeOf(id),
    nodes: (_, { ids }) => ids.map(nodeOf),
    actor: (_, { id }) => actorOf.get(id),
    grouping: (_, { id }) => groupingOf.get(id),
    entity: (_, { id }) => entityOf(id),
    membership: (_, { id }) => membershipOf.get(id),
    partnership: (_, { id }) => partnershipOf.get(id),
    concept: (_, { id }) => conceptOf.get(id),
    territory: (_, { id }) => territoryOf.get(id),
    source: (_, { id }) => sourceOf.get(id),
    passage: (_, { id }) => passageOf.get(id),
    actors: pages('Query.actors', () => actors),
    groupings: pages('Query.groupings', () => groupings),
    memberships: pages('Query.memberships', () => memberships),
    partnerships: pages('Query.partnerships', () => partnerships),
    concepts: pages('Query.concepts', () => concepts),
    territories: pages('Query.territories', () => territories),
    sources: () => sources,
    denials: () => denials,
    // Who co-accompanies is left to the tests that know; that a theme is unknown is an error anyone can tell.
    coAccompaniers: (_, { theme }) => { throw new Error(`no theme ${theme}`); },
  },
  Actor: {
    ...body,
    groupingCount: (row) => distinct(membershipsOf(row.id, 'source').filter(counts).map((membership) => membership.target)).length,
    memberships: pages('Actor.memberships', (row) => membershipsOf(row.id, 'source')),
    groupings: pages('Actor.groupings', (row) => groupings.filter((grouping) => membershipsOf(row.id, 'source').some((membership) => counts(membership) && membership.target === grouping.id))),
    partnerships: pages('Actor.partnerships', (row, { direction }) => partnershipsOf(row.id, direction)),
  },
  Grouping: {
    ...body,
    purpose: (row, { language }) => inLanguage(row.purpose, language),
    themes: (row) => concepts.filter((concept) => row.themes.includes(concept.id)),
    declaredMemberCount: (row) => declared(row.id),
    namedMemberCount: (row) => namedMembers(row.id),
    memberGap: (row) => (declared(row.id) === null ? null : declared(row.id) - namedMembers(row.id)),
    memberships: pages('Grouping.memberships', (row) => membershipsOf(row.id, 'target')),
    members: pages('Grouping.members', (row) => actors.filter((actor) => membershipsOf(row.id, 'target').some((membership) => counts(membership) && membership.source === actor.id))),
    partOf: pages('Grouping.partOf', (row) => groupings.filter((grouping) => row.partOf.includes(grouping.id))),
    parts: pages('Grouping.parts', (row) => groupings.filter((grouping) => grouping.partOf.includes(row.id))),
    partnerships: pages('Grouping.partnerships', (row, { direction }) => partnershipsOf(row.id, direction)),
  },
  Membership: {
    ...ends,
    actor: (row) => actorOf.get(row.source),
    grouping: (row) => groupingOf.get(row.target),
    role: (row) => conceptOf.get(row.role),
    isMember: counts,
    territory: (row) => territoryOf.get(row.territory),
  },
  Partnership: {
    ...ends,
    type: (row) => conceptOf.get(row.type),
    role: (row) => conceptOf.get(row.role),
    occasion: (row) => conceptOf.get(row.occasion),
    mutual: (row) => conceptOf.get(row.type).mutual,
    grouping: (row) => groupingOf.get(row.grouping),
    themes: (row) => concepts.filter((concept) => row.themes.includes(concept.id)),
    territory: (row) => territoryOf.get(row.territory),
  },
  Denial: { ...ends, type: (row) => conceptOf.get(row.type) },
  NameForm: { entity: (row) => entityOf(row.entity), evidence: (row) => evidence(row.cites) },
  Measure: { subject: (row) => entityOf(row.subject), concept: (row) => conceptOf.get(row.concept), evidence: (row) => evidence(row.cites) },
  Evidence: { passage: (row) => passageOf.get(row.passage) },
  Concept: {
    label: (row, { language }) => inLanguage(row, language) ?? row.id,
    definition: (row, { language }) => inLanguage(row.definition, language),
    broader: (row) => conceptOf.get(row.broader[0]),
    broaderConcepts: (row) => concepts.filter((concept) => row.broader.includes(concept.id)),
    narrower: (row) => concepts.filter((concept) => concept.broader.includes(row.id)),
    groupings: pages('Concept.groupings', (row) => groupings.filter((grouping) => grouping.themes.some((theme) => above(theme).includes(row.id)))),
  },
  Territory: {
    within: (row) => territoryOf.get(row.within),
    contains: (row) => territories.filter((territory) => territory.within === row.id),
  },
  Source: { respondent: (row) => entityOf(row.respondent), passages: (row) => passages.filter((passage) => passage.source === row.id) },
  Passage: {
    source: (row) => sourceOf.get(row.source),
    locator: (row) => (row.question === null ? `${row.paragraph}` : `${row.question}.${row.paragraph}`),
    entities: (row) => [...groupings, ...actors.filter((actor) => !groupingOf.has(actor.id))].filter((each) => bodyCites(each.id).some((cite) => cite.passage === row.id)).sort(byName),
    links: (row) => [...memberships, ...partnerships].filter((each) => each.cites.some((cite) => cite.passage === row.id)).sort(byStart),
    groupings: (row) => groupings.filter(citing(row.id)),
    measures: (row) => measures.filter(citing(row.id)),
    denials: (row) => denials.filter(citing(row.id)),
    nameForms: (row) => [...groupings, ...actors.filter((actor) => !groupingOf.has(actor.id))].flatMap((each) => nameForms(each.id)).filter(citing(row.id)),
  },
};
