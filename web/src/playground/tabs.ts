import type { TabsState } from '@graphiql/react';
import { type InEveryLanguage, type Language, languages } from '../shared/language';
import { type Example, examples } from './examples';
import { type SharedQuery, sameQuery } from './link';

export type Tab = TabsState['tabs'][number];

// Where GraphiQL keeps its tabs, and what its editors hold, from one visit to the next.
const keys = { tabs: 'graphiql:tabState', query: 'graphiql:query', variables: 'graphiql:variables', documentationShare: 'graphiql:docExplorerFlex' };

/**
 * Prepares the tabs that GraphiQL opens with: those of the last visit, else the examples; and in front the query of a
 * link, in the tab that has it already or in a new one, so that no tab of the analyst's is lost to it.
 */
export function prepareTabs(storage: Storage, language: Language, shared: SharedQuery | null): void {
  const { tabs, activeTabIndex } = storedTabs(storage) ?? { tabs: examples.map((example) => tabOf(example[language])), activeTabIndex: 0 };
  let active = Math.min(Math.max(activeTabIndex, 0), tabs.length - 1);
  if (shared) {
    active = tabs.findIndex((tab) => sameQuery(tab, shared));
    if (active < 0) active = tabs.push(tabOf(shared)) - 1;
  }
  keep(storage, { tabs, activeTabIndex: active });
}

/** The tabs with each example that stands as it was given put into a language; the others, and their order, as they were. */
export function translateExamples(tabs: readonly Tab[], language: Language): Tab[] {
  return tabs.map((tab) => {
    const example = exampleIn(tab);
    return example && !sameQuery(tab, example[language]) ? { ...tabOf(example[language]), id: tab.id } : tab;
  });
}

/** The name of the operation in an example, which is the title of its tab. */
export function operationIn(query: string): string | null {
  return /^query (\w+)/m.exec(query)?.[1] ?? null;
}

function exampleIn(tab: Tab): InEveryLanguage<Example> | undefined {
  return examples.find((example) => languages.some((language) => sameQuery(tab, example[language])));
}

function tabOf({ query, variables }: Example): Tab {
  const operationName = operationIn(query);
  // getRandomValues, unlike randomUUID, is there without TLS too.
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, hash: '', title: operationName ?? '<untitled>', query, variables, headers: null, operationName, response: null };
}

function storedTabs(storage: Storage): TabsState | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(keys.tabs) ?? 'null');
    return isTabs(stored) && stored.tabs.length > 0 ? stored : null;
  } catch {
    return null;
  }
}

// As GraphiQL itself takes them; it begins anew with any others.
function isTabs(value: unknown): value is TabsState {
  if (typeof value !== 'object' || value === null) return false;
  const { tabs, activeTabIndex } = value as Partial<Record<string, unknown>>;
  return typeof activeTabIndex === 'number' && Array.isArray(tabs) && tabs.every(isTab);
}

function isTab(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const tab = value as Partial<Record<string, unknown>>;
  const textOrNull = (name: string) => tab[name] === null || typeof tab[name] === 'string';
  return typeof tab['id'] === 'string' && typeof tab['title'] === 'string' && ['query', 'variables', 'headers', 'operationName', 'response'].every(textOrNull);
}

function keep(storage: Storage, state: TabsState): void {
  const active = state.tabs[state.activeTabIndex];
  try {
    storage.setItem(keys.tabs, JSON.stringify(state));
    // GraphiQL opens with these, and chooses the tab that holds them.
    storage.setItem(keys.query, active?.query ?? '');
    storage.setItem(keys.variables, active?.variables ?? '');
    // The documentation begins with a fifth of the width: the query is what one came for.
    if (storage.getItem(keys.documentationShare) === null) storage.setItem(keys.documentationShare, '0.25');
  } catch {
    // The browser's place is full: GraphiQL begins with what it finds.
  }
}
