import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { command } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { CHANNEL, GUILD, USER } from './peer.ts';

let prompts: Prompts;
let open: Open;

beforeEach(async () => {
  prompts = await openPrompts();
  // A busy machine may take longer than a bot that is quick to lose patience.
  const timing = { ackDeadline: 2_000, retry: 50 };
  open = await openDiscord(prompts.bot, undefined, { overHttp: true }, undefined, timing);
  prompts.service.start([open.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await open.stop();
});

/** A request as somebody captured it: an administrator makes a schedule. */
function captured(id: string, track = 'ml-engineer'): string {
  return JSON.stringify({
    id,
    token: `token-of-${id}`,
    guild_id: GUILD,
    authorizing_integration_owners: { 0: GUILD },
    channel_id: CHANNEL,
    member: { user: { id: USER }, permissions: '32' },
    ...command('prompts add', { track, when: 'mon 09:00' }),
  });
}

async function said(response: Response): Promise<string> {
  const text = await response.text();
  return `${response.status} ${text}`;
}

const schedules = async () => (await prompts.service.community.schedules.list(`discord:${GUILD}`)).length;

describe('a request that is sent again', () => {
  test('five times makes one schedule, and says so', async () => {
    const answers = [];
    for (let times = 1; times <= 5; times += 1)
      answers.push(await said(await open.peer.post(captured('71'))));
    expect(answers[0]).toContain('is on');
    for (const answer of answers.slice(1)) expect(answer).toContain('took that up the first time');
    expect(await schedules()).toBe(1);
  });

  test('five times at once makes one schedule, which one of them is told', async () => {
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => open.peer.post(captured('72'))));
    const answers = await Promise.all(sent.map(said));
    expect(answers.filter((answer) => answer.includes('is on'))).toHaveLength(1);
    expect(await schedules()).toBe(1);
  });

  test('with another id is another request', async () => {
    expect(await said(await open.peer.post(captured('73')))).toContain('is on');
    expect(await said(await open.peer.post(captured('74', 'sre')))).toContain('is on');
    expect(await schedules()).toBe(2);
  });
});

const now = () => Math.floor(Date.now() / 1000);

/** The status of a request that says it was signed then. */
async function at(timestamp: string): Promise<number> {
  const response = await open.peer.post(captured(timestamp), undefined, undefined, timestamp);
  return response.status;
}

describe('a signature', () => {
  test.each([
    ['four minutes old', -240, 200],
    ['four minutes ahead of our clock', 240, 200],
    ['six minutes old', -360, 401],
    ['six minutes ahead', 360, 401],
    ['of 2020', -6 * 365 * 86_400, 401],
    ['of the far future', 70 * 365 * 86_400, 401],
  ])('%s', async (_, seconds, status) => {
    expect(await at(String(now() + seconds))).toBe(status);
    expect(await schedules()).toBe(status === 200 ? 1 : 0);
  });

  test.each(['', 'soon', `${now()}.5`, `-${now()}`, `${now()}x`, '9'.repeat(30)])(
    'of "%s", which is no time, is refused',
    async (timestamp) => expect(await at(timestamp)).toBe(401),
  );
});

test('what is refused tells nothing of what it asked', async () => {
  const old = String(Math.floor(Date.now() / 1000) - 3600);
  expect(await said(await open.peer.post(captured('75'), undefined, undefined, old))).toBe('401 ');
});
