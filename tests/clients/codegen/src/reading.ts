import type { BodyFragment, Confidence, Status, StatedQuery } from '../generated/served/graphql.js';
import { ask } from './ask.js';
import * as questions from './questions.js';

// Each function uses an answer as an application would; what it relies on is checked by the compiler, not asserted.

/** Who co-accompanies, each with the places that say so. */
export async function coAccompaniers(): Promise<string[]> {
  const { coAccompaniers } = await ask(questions.ModelQuestion, {});
  // @ts-expect-error the field may be null: a client must say what then
  coAccompaniers.totalCount;
  return (coAccompaniers?.nodes ?? []).map((node) => `${node.actor.name} (${node.evidence.map((e) => e.passage.locator).join(', ')})`);
}

/** Banks, by how sure the link is: every value of the enum has a word, or this does not compile. */
export async function banks(): Promise<Record<string, string>> {
  const words = { STATED: 'stated', INFERRED: 'inferred', UNCERTAIN: 'uncertain' } satisfies Record<Confidence, string>;
  const { partnerships } = await ask(questions.Banks, {});
  return Object.fromEntries(partnerships.nodes.map((link) => [link.target.name, words[link.confidence]]));
}

/** Who sat in the GRAIS in 2016. */
export async function grais(): Promise<{ members: string[]; activity: Record<string, string> }> {
  const { grouping } = await ask(questions.Grais2016, {});
  if (!grouping) throw new Error('no GRAIS');
  // @ts-expect-error a date may be absent
  const from: string = grouping.memberships.nodes[0]!.from;
  void from;
  return {
    members: grouping.members.nodes.map((actor) => actor.name),
    activity: Object.fromEntries(grouping.memberships.nodes.map((m) => [m.actor.name, m.activity])),
  };
}

/** How many members of RARES are not named. */
export async function gap(): Promise<number> {
  const { grouping } = await ask(questions.Unnamed, {});
  const declared: number | null | undefined = grouping?.declaredMemberCount;
  // @ts-expect-error the question does not ask for a name
  grouping?.name;
  return (declared ?? 0) - (grouping?.namedMemberCount ?? 0);
}

/** What is planned, and what is denied. */
export async function plannedAndDenied(): Promise<{ planned: string[]; denied: string[] }> {
  const { partnerships, denials } = await ask(questions.PlannedAndDenied, {});
  return {
    planned: partnerships.nodes.map((link) => `${link.source.name} ${link.type.label} ${link.target.name} ${link.from ?? '?'}`),
    denied: denials.map((denial) => `${denial.source.name} ${denial.type.label} ${denial.target.name}`),
  };
}

/** A body in a line: what it has depends on what it is. */
function described(body: BodyFragment): string {
  switch (body.__typename) {
    case 'Actor': return `${body.name}: ${body.named ? 'actor' : 'category'} in ${body.groupingCount}`;
    case 'Grouping': return `${body.name}: ${status(body.status)} with ${body.namedMemberCount} on ${body.themes.map((theme) => theme.id).join(', ')}`;
    default: return body satisfies never;
  }
}

function status(value: Status): string {
  switch (value) {
    case 'CURRENT': return 'is';
    case 'PAST': return 'was';
    case 'PLANNED': return 'will be';
    case 'UNKNOWN': return 'may be';
    default: return value satisfies never;
  }
}

export async function bodies(): Promise<(string | null)[]> {
  const answer = await ask(questions.Bodies, { grouping: 'rares', actor: 'active-71', nobody: 'nobody' });
  // @ts-expect-error a variable that the document needs is missing
  void (() => ask(questions.Bodies, { grouping: 'rares' }));
  return [answer.grouping, answer.actor, answer.nobody].map((body) => body && described(body));
}

type Stated = NonNullable<StatedQuery['passage']>['links'][number];

/** The links that a paragraph states, memberships by role and partnerships by type. */
export async function stated(): Promise<string[]> {
  const { passage } = await ask(questions.Stated, { passage: 'p-1-18' });
  const word = (link: Stated) => (link.__typename === 'Membership' ? link.role.id : link.type.id);
  return (passage?.links ?? []).map((link) => `${link.__typename} ${link.source.name} ${word(link)}`);
}

/** Links by variables of every sort: enums, lists, a value in place of a list of one, nothing. */
export async function filtered(): Promise<number[]> {
  const sure = await ask(questions.Filtered, { where: { confidence: { eq: 'STATED' }, status: { in: ['CURRENT', 'PAST'] } }, order: [{ target: { name: 'ASC' } }, { id: 'DESC' }], first: 500 });
  const one = await ask(questions.Filtered, { where: null, order: { from: 'DESC' }, first: 1 });
  const all = await ask(questions.Filtered, {});
  // @ts-expect-error no such value of the enum
  void (() => ask(questions.Filtered, { where: { status: { eq: 'FORMER' } } }));
  if (sure.partnerships.nodes.some((link) => link.confidence !== 'STATED')) throw new Error('a link that is not stated');
  return [sure.partnerships.totalCount, one.partnerships.nodes.length, all.partnerships.nodes.length, all.partnerships.totalCount];
}
