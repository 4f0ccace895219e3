// What README.md shows, read from its text, so that what it shows is what is tested.
import { readFileSync } from 'node:fs';

export const repository = new URL('../../', import.meta.url);

const text = readFileSync(new URL('README.md', repository), 'utf8');

/** The code blocks of a language, in their order. */
export function blocks(language) {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter((block) => block[1] === language).map((block) => block[2]);
}

/** Where the running server answers. */
export function endpoint() {
  const given = process.env.ECOSYSTEM_ENDPOINT;
  if (!given) throw new Error('ECOSYSTEM_ENDPOINT does not say where the server is, such as http://localhost:5080/graphql');
  return given;
}
