import { describe, expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { createBot } from '../../src/bot.ts';
import type { CountKind } from '../../src/community/counts.ts';
import { noCounts } from '../../src/community/counts.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import { languageOf } from '../../src/message/language.ts';
import { plain } from '../../src/plain.ts';
import type { Reply } from '../../src/reply.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

async function read(message: string, locale = 'en'): Promise<Reply> {
  const { bot } = await talk();
  const place = { on: 'test', community: 'c', channel: 'x' };
  return bot.answer({ command: 'named', message, asker: { id: 'u', locale, manages: false }, place });
}

/** What the buttons of an answer ask, in short. */
const asked = (reply: Reply) =>
  asksOf(reply).map(({ command, values }) => `${command} ${Object.values(values).join(' ')}`.trim());

describe('what a message names is offered,', () => {
  const MESSAGES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'en',
      'We hire a Senior Data Engineer who knows SQL, dbt and Kubernetes, to work with our ML engineers.',
      ['role data-engineer', 'role ml-engineer', 'course sql', 'course dbt', 'course kubernetes'],
    ],
    [
      'es',
      'Busco trabajo de analista de datos. Sé Excel y Power BI. ¿Alguien sabe de vacantes de desarrolladora web?',
      ['role data-analyst', 'role web-developer', 'course excel', 'course power-bi'],
    ],
    [
      'de',
      'Ich möchte Softwareentwicklerin werden. Lohnt sich die "Machine Learning Specialization"?',
      ['role software-engineer', 'course machine-learning-specialization'],
    ],
    [
      'pt-BR',
      'Sou professora e quero virar cientista de dados. Um DevOps engineer me ajudou com SQL.',
      ['role data-scientist', 'role devops-engineer', 'course sql'],
    ],
  ];

  test.each(MESSAGES)('in %s', async (locale, message, answers) => {
    const reply = await read(message, locale);
    expect(asked(reply)).toEqual(answers);
    const { bot } = await talk();
    for (const ask of asksOf(reply)) {
      const next = await bot.answer({
        ...ask,
        asker: { id: 'u', locale, manages: false },
        place: { community: null, channel: null },
      });
      expect([ask.values, next.tone]).toEqual([ask.values, 'answer']);
    }
  });

  test('however long the sentence is that it stands in', async () => {
    const filler = 'and so we went on talking of this and that until it was late '.repeat(12);
    const reply = await read(`${filler} with a data engineer ${filler} and a scrum master ${filler}`);
    expect(asked(reply)).toEqual(['role data-engineer', 'role scrum-master']);
  });

  test('each once, roles first, and no more than one menu holds', async () => {
    const roles = (await talk()).knowledge.roles.all.slice(0, 40).map(({ title }) => title);
    const reply = await read(`${roles.join('; ')}. ${roles.join('; ')}. SQL, sql and SQL.`);
    expect(labelsOf(reply)).toHaveLength(9);
    expect(plain(reply, 'en')).toMatch(/Roles: .* · and \d+ more\nSkills: SQL/);
  });
});

describe('where nothing is named, that is said', () => {
  test.each([
    ['en', 'See you at the bar, I bought bread.', 'It names no role, no skill and no course that I know.'],
    ['de', 'Wir sehen uns morgen beim Bäcker!', 'Sie nennt keine Rolle'],
    ['en', '', 'There are no words in it that I can read.'],
    ['es', ' \n\u200B', 'No'],
  ])('%s %j', async (locale, message, says) => {
    const reply = await read(message, locale);
    expect(reply.tone).toBe('miss');
    expect(plain(reply, languageOf(locale))).toContain(says);
  });

  test('of an address, an id or a mention nothing is read', async () => {
    const reply = await read(
      '<@123456789012345678> https://sre.example/python/sql ada.sql@example.com #sql @python',
    );
    expect(reply.tone).toBe('miss');
  });
});

test('nothing of a message is kept: no answer holds it, none is counted, and none is given again', async () => {
  const { knowledge, bot: real } = await talk();
  const counted: [CountKind, string][] = [];
  const counts = {
    ...noCounts(''),
    count: (_: string, kind: CountKind, name: string) => void counted.push([kind, name]),
  };
  const parts = { knowledge: () => knowledge, clock: () => 0, log: silentLog, fallback: 'ask' };
  const bot = createBot({ commands: real.commands, ...parts, community: { ...offlineCommunity, counts } });
  const place = { on: 'test', community: 'c', channel: 'x' };
  const asker = { id: 'u', locale: 'en', manages: false };
  for (const message of ['Grace is a nice data engineer', 'Grace has no idea']) {
    const reply = await bot.answer({ command: 'named', message, asker, place });
    expect(JSON.stringify(reply)).not.toMatch(/grace|nice|idea/i);
    expect(await bot.answer({ command: 'named', message, asker, place })).not.toBe(reply);
    expect(reply.shareable).toBe(false);
  }
  expect(counted).toEqual([]);
});

test('of a message that is too long the beginning is read, and that is said', async () => {
  const reply = await read(`Data engineer. ${'word '.repeat(1000)} ML engineer.`);
  expect(asked(reply)).toEqual(['role data-engineer']);
  expect(plain(reply, 'en')).toContain('That was too long: I read its beginning only.');
});
