// Reads a data package as far as the comparison needs it: bodies with their names, and who belongs to what.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const rows = (folder, file) => parse(readFileSync(join(folder, file)), { columns: true, bom: true, relax_column_count_less: true });

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a, b) => byText(a.name, b.name) || byText(a.id, b.id);

/** Actors and groupings by id, each with its memberships and, without repetition and by name, what they lead to. */
export function readPackage(folder) {
  const bodies = file => new Map(rows(folder, file).map(({ id, name }) => [id, { id, name, memberships: [] }]));
  const actors = bodies('actors.csv');
  const groupings = bodies('groupings.csv');
  rows(folder, 'memberships.csv').forEach((row, place) => {
    const actor = actors.get(row.actor);
    const grouping = groupings.get(row.grouping);
    // A grouping may itself be a member; that is left out on all sides of the comparison's data.
    if (!actor || !grouping) return;
    const membership = { id: row.id || String(place), actor, grouping, from: row.from || null, to: row.to || null };
    actor.memberships.push(membership);
    grouping.memberships.push(membership);
  });
  for (const actor of actors.values()) actor.groupings = [...new Set(actor.memberships.map(m => m.grouping))].sort(byName);
  for (const grouping of groupings.values()) {
    grouping.memberships.sort((a, b) => byName(a.actor, b.actor));
    grouping.members = [...new Set(grouping.memberships.map(m => m.actor))];
  }
  return { actors, groupings };
}

/** Everything in the order of its name. */
export const inOrder = bodies => [...bodies.values()].sort(byName);
