import { beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/plain.ts';
import { talkUnguided } from './unguided.ts';
import { asksOf, talk, type Talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('/interview', () => {
  it('says what they ask and what most do wrong', async () => {
    const text = await bot.say('/interview data engineer');
    expect(text).toContain('They ask about When it runs again · Modeling and SQL · Design · Cost and speed.');
    expect(text).toMatch(/• .*\?\n/);
    expect(text).toMatch(/The usual mistake\n\S/);
    expect(text).toContain('Source: Rolecall guide, reviewed 2');
  });

  it('has every question and stage, and how to prepare, a press away', async () => {
    const whole = { command: 'role', values: { role: 'data-engineer', section: 'interview' } };
    expect(asksOf(await bot.ask('/interview data-engineer'))).toContainEqual(whole);
    const { interview } = bot.knowledge.of('guide').get('data-engineer') ?? {};
    const text = plain(await bot.press(whole), 'en');
    for (const line of interview?.topics.flatMap(({ ask }) => ask) ?? []) expect(text).toContain(line);
    for (const line of interview?.prepare ?? []) expect(text).toContain(line);
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
});
