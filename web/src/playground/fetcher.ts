import type { Fetcher } from '@graphiql/toolkit';
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
        body: JSON.stringify(question),
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
