import { beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/plain.ts';
import { talkUnguided } from './unguided.ts';
import { asksOf, phoneLines, talk, type Talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('/interview', () => {
  it('asks what they ask, says what to prepare and what most do wrong', async () => {
    const text = await bot.say('/interview data engineer');
    expect(text).toContain('They ask about When it runs again · Modeling and SQL · Design · Cost and speed.');
    expect(text).toMatch(/• .*\?\n/);
    expect(text).toMatch(/How to prepare\n\S/);
    expect(text).toMatch(/The usual mistake\n\S/);
    expect(text).toContain('Source: Rolecall guide, 2');
  });

  it('has every question and stage a press away', async () => {
    const reply = await bot.ask('/interview data-engineer');
    expect(asksOf(reply)).toContainEqual({
      command: 'role',
      values: { role: 'data-engineer', section: 'interview' },
    });
  });

  it('names near roles whose interviews are known, and what holds for any', async () => {
    const reply = await bot.ask('/interview malware-analyst');
    expect(plain(reply, 'en')).toContain('No guide has been written for Malware Analyst yet.');
    expect(asksOf(reply).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['interview', 'advice']),
    );
  });

  it('says what sources say where nobody has written a guide', async () => {
    const unguided = await talkUnguided();
    const text = await unguided.say('/interview ml-engineer');
    expect(text).toContain('No guide has been written for ML Engineer yet.');
    expect(text).toMatch(/• \S.*\n[^]*Sources?: /);
  });

  it('asks back which role was meant', async () => {
    expect((await bot.ask('/interview engineer')).match).toMatchObject({ kind: 'ambiguous' });
  });

  it('is one screen of a phone for every role that has a guide', async () => {
    const guided = bot.knowledge.of('guide').all.map(({ role }) => role);
    const long = await Promise.all(
      guided.map(async (role) => {
        const reply = await bot.ask(`/interview ${role}`);
        const shown = { ...reply, body: reply.body.filter(({ kind }) => kind !== 'actions') };
        return { role, lines: phoneLines(plain(shown, 'en').replace(/\n\n+/g, '\n')) };
      }),
    );
    expect(long.filter(({ lines }) => lines > 20)).toEqual([]);
  });
});
