import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Asks the running server; an answer with errors is thrown. */
export async function ask<TData, TVariables>(document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: TData; errors?: { message: string }[] };
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

declare const process: { env: Record<string, string | undefined> };

function endpoint(): string {
  const given = process.env['ECOSYSTEM_ENDPOINT'];
  if (!given) throw new Error('ECOSYSTEM_ENDPOINT does not say where the server is');
  return given;
}
