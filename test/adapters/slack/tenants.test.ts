import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDue, NOW } from '../../prompts/world.ts';
import { actionFor } from './driver.ts';
import type { Call } from './peer.ts';
import type { Distributed } from './tenants.ts';
import { openDistributed, teamOf } from './tenants.ts';
import type { OpenedView } from './views.ts';

let bot: Distributed;
beforeAll(async () => {
  bot = await openDistributed();
  for (const team of ['T1', 'T2', 'T3']) await bot.install(team);
});
afterAll(() => bot.stop());

/** The calls since something was done, once there is one of a method. */
async function callsAfter(method: string, deed: () => unknown): Promise<Call[]> {
  const before = bot.peer.calls.length;
  await deed();
  const since = () => bot.peer.calls.slice(before);
  await expect.poll(() => since().some((call) => call.method === method)).toBe(true);
  return since();
}

const teams = (calls: readonly Call[]) => [...new Set(calls.map(teamOf))];

describe('every road uses the token of the workspace that it is of', () => {
  test.each(['T1', 'T2'])('of %s: a command, a channel by its name, and a schedule', async (team) => {
    const calls = await callsAfter('conversations.list', () =>
      bot.says(team, `/prompts add data-analyst when:"mon 09:00" channel:#careers`),
    );
    expect(calls.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['users.info', 'auth.test', 'conversations.info']),
    );
    expect(teams(calls)).toEqual([team]);
    expect(await bot.says(team, '/prompts list')).toContain(`#C${team}CAREERS`);
  });

  test.each(['T1', 'T2'])('of %s: a press that opens a form, and the form', async (team) => {
    const { body } = await (await bot.command(team, '/salary ml-engineer')).answered;
    const report = team === 'T1' ? 'Report a mistake' : 'Avisar de un error';
    const calls = await callsAfter('views.open', () => void bot.press(team, actionFor(body, report)));
    expect(teams(calls)).toEqual([team]);
    const view = JSON.parse(
      calls.find(({ method }) => method === 'views.open')?.body['view'] ?? '{}',
    ) as OpenedView;
    expect(view['type']).toBe('modal');
  });

  test.each(['T1', 'T2'])('of %s: a mention, a message to the bot alone, and the home', async (team) => {
    const said = {
      user: 'U1',
      text: 'what does an SRE earn?',
      channel: `C${team}`,
      ts: `1${team.slice(1)}.1`,
    };
    const roads = [
      ['chat.postEphemeral', { ...said, type: 'app_mention' }],
      [
        'chat.postMessage',
        { ...said, type: 'message', channel: 'D1', channel_type: 'im', ts: `2${team.slice(1)}.1` },
      ],
      ['views.publish', { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }],
    ] as const;
    for (const [method, event] of roads)
      expect(teams(await callsAfter(method, () => bot.tell(team, event)))).toEqual([team]);
  });

  test('a mention of the bot is left out of the words, whatever it is called in that workspace', async () => {
    const text = '<@UBOTT2> role ml-engineer';
    const event = { type: 'app_mention', user: 'U1', text, channel: 'CT2', ts: '31.1' };
    const calls = await callsAfter('chat.postEphemeral', () => bot.tell('T2', event));
    expect(calls.at(-1)?.body['text']).toContain('ML Engineer');
    const own = await bot.tell('T2', { ...event, user: 'UBOTT2', ts: '32.1' });
    expect(own.status).toBe(200);
  });

  test('a prompt that is due is posted in each with its own token', async () => {
    for (const team of ['T1', 'T2'])
      expect(await bot.says(team, `/prompts add ml-engineer when:"${NOW}"`)).not.toBe('');
    const before = bot.peer.calls.length;
    await makeDue(bot.prompts.file);
    const posts = () => bot.peer.calls.slice(before).filter(({ method }) => method === 'chat.postMessage');
    const own = () => posts().filter(({ body }) => body['channel'] === 'CT1' || body['channel'] === 'CT2');
    await expect.poll(() => own().length, { timeout: 5_000 }).toBeGreaterThanOrEqual(2);
    for (const call of own()) expect(`C${teamOf(call)}`).toBe(call.body['channel']);
  });
});

describe('two workspaces', () => {
  test('with a member of the same id: each reads in the language of theirs, and manages theirs only', async () => {
    expect(await bot.says('T1', '/settings')).toContain('Settings');
    expect(await bot.says('T2', '/settings')).toContain('Ajustes');
    expect(await bot.says('T3', '/settings')).not.toMatch(/Settings|Ajustes/);
  });

  test('never see each other’s settings, schedules, misses or reports', async () => {
    await bot.says('T1', '/settings zone:Madrid');
    await bot.says('T1', '/role flurbologist');
    await bot.says('T1', '/report "salary sre" what:"Of T1 alone."');
    await bot.says('T1', '/prompts add sre when:"tue 10:00"');
    const lines = [
      '/settings',
      '/settings view:history',
      '/misses',
      '/reports',
      '/prompts list',
      '/privacy show',
    ];
    const told = async (team: string) => {
      const answers: string[] = [];
      for (const line of lines) answers.push(await bot.says(team, line));
      return answers.join('\n');
    };
    const signs = [/Madrid/, /flurbologist/i, /Of T1 alone/, /10:00 Europe/];
    const [own, other] = [await told('T1'), await told('T2')];
    for (const sign of signs) {
      expect(own).toMatch(sign);
      expect(other).not.toMatch(sign);
    }
  });

  test('a workspace without a token is answered where it asked, and nobody is taken for its manager', async () => {
    const calls = bot.peer.calls.length;
    expect(await bot.says('T9', '/role ml-engineer')).toContain('ML Engineer');
    expect(await bot.says('T9', '/settings')).not.toContain('Settings');
    expect(bot.peer.calls.slice(calls).filter((call) => teamOf(call) !== undefined)).toEqual([]);
  });
});
