// README's curl command, as it stands there, gets the JSON that README shows.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { blocks, endpoint } from '../readme.mjs';

const run = promisify(execFile);
const README = 'http://localhost:5080/graphql';

test("README's curl command gets the answer that README shows", async () => {
  const command = blocks('sh').find((block) => block.startsWith('curl '));
  assert.ok(command?.includes(README), `README's command asks ${README}`);
  // Only where the server is differs: tests take a free port.
  const { stdout } = await run('sh', ['-c', command.replaceAll(README, endpoint()).replace(/^curl /, 'curl --silent --show-error --fail --max-time 30 ')]);

  const [shown] = blocks('json');
  // As text, too: the order of fields is the question's.
  assert.equal(JSON.stringify(JSON.parse(stdout), null, 1), JSON.stringify(JSON.parse(shown), null, 1));
});

test('a question by GET, as curl writes it, is answered', async () => {
  const { stdout } = await run('sh', ['-c', `curl --silent --show-error --max-time 30 -G ${endpoint()} --data-urlencode 'query={ dataset { title } }'`]);
  assert.equal(typeof JSON.parse(stdout).data.dataset.title, 'string');
});
