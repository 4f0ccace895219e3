// The server passes every audit of the GraphQL over HTTP specification that graphql-http has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { endpoint } from '../readme.mjs';

const audits = serverAudits({ url: endpoint() });

test('there are as many audits as before', () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    if (result.status !== 'ok') assert.fail(`${result.status}: ${result.reason}`);
  });
}
