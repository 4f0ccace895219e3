/** A query that a link carries. */
export interface SharedQuery {
  query: string;
  variables: string;
  /** Which operation of the query is meant; empty where it has only one, or none by name. */
  operationName: string;
}

/**
 * The link to a query: this page's address with the query after "#". What stands there is not sent to a server, so it
 * is in no server's log.
 */
export function linkTo(shared: SharedQuery, page: string): string {
  const parts = new URLSearchParams({ query: shared.query });
  if (shared.variables.trim()) parts.set('variables', shared.variables);
  if (shared.operationName) parts.set('operationName', shared.operationName);
  const url = new URL(page);
  url.hash = parts.toString();
  return url.href;
}

/** The query in the part of an address after "#"; null where it has none. */
export function queryInLink(hash: string): SharedQuery | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parts.get('query');
  if (!query) return null;
  return { query, variables: parts.get('variables') ?? '', operationName: parts.get('operationName') ?? '' };
}

/** Whether two queries are the same, letter by letter. */
export function sameQuery(one: { query: string | null; variables?: string | null }, other: { query: string | null; variables?: string | null }): boolean {
  return (one.query ?? '') === (other.query ?? '') && (one.variables ?? '') === (other.variables ?? '');
}
