import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isForm } from '../../src/form.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { plain, plainText } from '../../src/plain.ts';
import type { Ask, Inline, Reply, ReplyNode } from '../../src/reply.ts';
import { ASKS_ALL, LONG, SEED, someOf } from '../sample.ts';
import { faultsOfForm, faultsShown } from './shown.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';
import { asksAbout, keyOf, walk } from './walked.ts';

/** Where the buttons lead: a sample by `SEED`, or all of it. */
const answers = new Map<string, Reply>();
let asked: Ask[] = [];
let bot: Talk;

beforeAll(async () => {
  bot = await talk();
  const walked = await walk(bot);
  for (const [key, { reply }] of walked) answers.set(key, reply);
  asked = Array.from(walked.values(), ({ ask }) => ask);
  console.log(`${answers.size} answers by ROLECALL_SEED=${SEED}`);
}, LONG);

function textsOf(node: ReplyNode): readonly (readonly Inline[])[] {
  switch (node.kind) {
    case 'text':
    case 'note':
      return [node.text];
    case 'list':
      return node.items;
    case 'fields':
      return node.fields.map((field) => field.value);
    case 'table':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

describe('wherever the buttons lead', () => {
  test('there are many answers, and none is a problem', () => {
    expect(answers.size).toBeGreaterThan(ASKS_ALL ? 2500 : 100);
    const problems = [...answers].filter(
      ([, reply]) => reply.tone === 'problem' || reply.tone === 'question',
    );
    expect(problems.map(([key]) => key)).toEqual([]);
  });

  test('no answer offers the question it answers', () => {
    const loops = [...answers].filter(([key, reply]) => asksOf(reply).some((ask) => keyOf(ask) === key));
    expect(loops.map(([key]) => key)).toEqual([]);
  });

  test('no node, line or title is empty', () => {
    const empty = [...answers].filter(([, reply]) =>
      [
        [reply.title],
        reply.lead,
        ...reply.body.flatMap(textsOf),
        ...reply.body.flatMap((node) => ('title' in node ? [[node.title ?? 'none']] : [])),
      ].some(
        (text) =>
          text
            .map((part) => (typeof part === 'string' ? part : 'x'))
            .join('')
            .trim() === '',
      ),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
    const hollow = [...answers].filter(([, reply]) =>
      reply.body.some((node) => node.kind === 'list' && node.items.length === 0),
    );
    expect(hollow.map(([key]) => key)).toEqual([]);
  });

  test('nothing of the machine shows', () => {
    const odd = [...answers].filter(([, reply]) =>
      /undefined(?! behaviou?r)|NaN|\[object|Infinity/.test(plain(reply, 'en')),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  test('no markup is written inside words', () => {
    const odd = [...answers].filter(([, reply]) => /\*\*|__|~~|<[@#!]/.test(plain(reply, 'en')));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  test('every answer with facts names its sources', () => {
    const bare = [...answers].filter(
      ([key, reply]) =>
        reply.tone === 'answer' &&
        reply.sources.length === 0 &&
        !key.startsWith('help') &&
        !key.startsWith('sources'),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test('no source is named twice at the foot', () => {
    const twice = [...answers].filter(
      ([, { sources }]) => new Set(sources.map(({ name }) => name)).size < sources.length,
    );
    expect(twice.map(([key]) => key)).toEqual([]);
  });

  test('nothing stands twice in an answer', () => {
    const twice = [...answers].flatMap(([key, reply]) => {
      const said = reply.body
        .flatMap(textsOf)
        .map((text) => plainText(text, 'en'))
        .filter((words) => words.length > 60);
      return said.filter((words, at) => said.indexOf(words) !== at).map((words) => `${key}: ${words}`);
    });
    expect(twice).toEqual([]);
  });

  test('the same question gives the same bytes, to a bot that has not been asked before', async () => {
    const fresh = await talk();
    for (const ask of someOf(asked, 20).slice(0, 200)) {
      const before = answers.get(keyOf(ask));
      expect(JSON.stringify(await fresh.press(ask))).toBe(JSON.stringify(before));
    }
  });
});

/** Somebody who reads this language. */
const from = (locale: string) => ({
  asker: { id: 'u', locale, manages: true },
  place: { community: null, channel: null },
});

describe.each(LANGUAGES)('in %s', (language) => {
  const turn = LANGUAGES.indexOf(language);

  test(
    'no place refuses an answer or a part of it, none is empty, and no button is lost',
    async () => {
      const faults: string[] = [];
      for (const ask of someOf(asked, 45, turn)) {
        const reply = await bot.bot.answer({ ...ask, ...from(language) });
        faults.push(...faultsShown(reply, language).map((fault) => `${keyOf(ask)}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    LONG,
  );

  test(
    'the same can be asked next as in English, and the same sources are named',
    async () => {
      for (const ask of someOf(asked, 30, turn)) {
        const [here, english] = [
          await bot.bot.answer({ ...ask, ...from(language) }),
          answers.get(keyOf(ask)),
        ];
        expect(here.tone).toBe(english?.tone);
        expect(here.sources.map(({ name }) => name)).toEqual(english?.sources.map(({ name }) => name));
        expect(asksOf(here)).toEqual(english === undefined ? [] : asksOf(english));
      }
    },
    LONG,
  );

  test(
    'no place refuses a form, or what is said in its stead',
    async () => {
      const open = commands.filter((command) => 'form' in command).map(({ name }) => name);
      const roles = someOf(bot.knowledge.roles.all, 3, turn);
      const abouts = roles.flatMap(({ id }, at) => [
        ...asksAbout(id, roles[(at + 1) % roles.length]?.id ?? id),
        { command: 'report', values: { about: `salary ${id}` } },
      ]);
      for (const ask of abouts.filter(({ command }) => open.includes(command))) {
        const place = { on: 'chat', community: 'C', channel: 'c1' };
        const form = await bot.bot.form({ ...ask, ...from(language), place });
        // A plan towards a role without listed skills has nothing to tick, and says so.
        const faults = isForm(form) ? faultsOfForm(form, language) : faultsShown(form, language);
        expect(faults.map((fault) => `${keyOf(ask)}: ${fault}`)).toEqual([]);
      }
    },
    LONG,
  );
});
