import { expect, test } from 'vitest';
import { asJson, answerLine } from '../../../src/cli/ask.ts';
import { plainReply } from '../../../src/plain.ts';
import { speakReply } from '../../../src/spoken.ts';
import { talk } from '../../commands/talk.ts';

interface Printed {
  readonly sources: readonly { readonly name: string; readonly licence: string }[];
}

test.each([
  '/salary ml-engineer',
  'what does an SRE earn?',
  '/role nobody',
  '/why plan sre',
  '/sources',
  '/advice',
])('the JSON of %s is what it was, and its sources as records behind that', async (line) => {
  const { bot } = await talk();
  const answered = await answerLine(bot, line);
  const spoken = speakReply(answered.reply, 'en');
  const before = JSON.stringify({ ask: line, match: spoken.match, text: plainReply(spoken), reply: spoken });
  const printed = asJson(line, answered, 'en');
  expect(printed.startsWith(before.slice(0, -1))).toBe(true);
  const { sources } = JSON.parse(printed) as Printed;
  expect(sources.map(({ name }) => name)).toEqual(
    expect.arrayContaining(spoken.sources.map(({ name }) => name)),
  );
  expect(sources.every(({ licence }) => licence !== '')).toBe(true);
});
