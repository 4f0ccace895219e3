// Makes a failing request smaller: whatever can be left out, and still it fails, is left out.
import { Kind, parse, print, validate, visit } from 'graphql';
import { schema } from './reference.mjs';

/** The smallest request found, of those that still fail. */
export async function smallest(request, fails) {
  let best = request;
  for (let smaller = best; smaller !== null; ) {
    smaller = null;
    for (const candidate of candidates(best)) {
      if (await fails(candidate)) {
        smaller = best = candidate;
        break;
      }
    }
  }
  return best;
}

/** Requests one step smaller, those that leave out most first. */
function* candidates(request) {
  const document = parse(request.query);
  for (const edit of edits(document)) {
    const query = print(tidied(edit));
    if (query === print(document)) continue;
    let valid;
    try {
      valid = validate(schema, parse(query)).length === 0;
    } catch {
      valid = false; // a selection without fields is no GraphQL
    }
    if (valid) yield { ...request, query };
  }
  for (const name of Object.keys(request.variables)) {
    const { [name]: _, ...variables } = request.variables;
    if (!request.query.includes(`$${name}`)) yield { ...request, variables };
  }
  if (request.operationName && document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION).length === 1) yield { query: request.query, variables: request.variables };
}

function* edits(document) {
  if (document.definitions.some((each) => each.kind === Kind.FRAGMENT_DEFINITION)) yield inlined(document);
  for (const operation of document.definitions.filter((each) => each.name?.value === 'Another')) yield { ...document, definitions: document.definitions.filter((each) => each !== operation) };
  let places = 0;
  visit(document, { enter: () => { places++; } });
  for (let place = 0; place < places; place++) {
    yield changed(document, place, (node) => (removable.has(node.kind) ? null : undefined));
    yield changed(document, place, (node) => (node.kind === Kind.SELECTION_SET ? { ...node, selections: node.selections.flatMap((each) => (each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet.selections : [each])) } : undefined));
  }
}

const removable = new Set([Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.DIRECTIVE, Kind.ARGUMENT]);

function changed(document, place, change) {
  let at = 0;
  return visit(document, { enter: (node) => (at++ === place ? change(node) : undefined) });
}

/** The document with what its fragments hold where they are spread. */
function inlined(document) {
  const fragments = new Map(document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  return visit(document, {
    FragmentSpread: ({ name, directives }) => ({ kind: Kind.INLINE_FRAGMENT, typeCondition: fragments.get(name.value).typeCondition, directives, selectionSet: fragments.get(name.value).selectionSet }),
  });
}

/** The document without fragments and variables that nothing uses any more. */
function tidied(document) {
  const spread = new Set();
  const used = new Set();
  visit(document, { FragmentSpread: (node) => { spread.add(node.name.value); } });
  const kept = { ...document, definitions: document.definitions.filter((each) => each.kind !== Kind.FRAGMENT_DEFINITION || spread.has(each.name.value)) };
  if (kept.definitions.length < document.definitions.length) return tidied(kept);
  visit(kept, { VariableDefinition: () => false, Variable: (node) => { used.add(node.name.value); } });
  return visit(kept, { VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null) });
}
