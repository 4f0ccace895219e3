import type { Fetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';
import type { PlaygroundTexts } from './texts';

/** Sends questions to the API beside this page; what goes wrong on the way is told as an answer, in the analyst's language. */
export function createFetcher(texts: () => PlaygroundTexts): Fetcher {
  const endpoint = new URL('graphql', document.baseURI);
  return async (question) => {
    let response: Response;
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ ...question, operationName: operationOf(question.query, question.operationName) }),
      });
    } catch {
      return { errors: [{ message: texts().unreachable }] };
    }
    try {
      return await response.json();
    } catch {
      return { errors: [{ message: texts().noAnswer(response.status) }] };
    }
  };
}

// For a moment after its text was replaced (another tab, a link) GraphiQL still names the operation of the text before.
function operationOf(query: string, named: string | null | undefined): string | null {
  try {
    const names = parse(query, { noLocation: true }).definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? null] : []));
    return names.length === 1 || !named || !names.includes(named) ? (names[0] ?? null) : named;
  } catch {
    // The server says what is wrong with it.
    return named ?? null;
  }
}
