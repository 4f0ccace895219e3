// Asks the running server, over connections that stay open.
import { endpoint } from '../readme.mjs';

/** The answer to a request. */
export async function ask(request) {
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(30_000),
  });
  return JSON.parse(await response.text());
}

/** Does something with each, a few at a time, until all are done or one returns something: that. */
export async function firstOf(list, atOnce, doing) {
  let place = 0;
  let found = null;
  const worker = async () => {
    while (place < list.length && found === null) {
      const result = await doing(list[place++]);
      if (result !== null) found ??= result;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}
