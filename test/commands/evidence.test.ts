import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLine } from '../../src/invocation.ts';
import { readValues } from '../../src/parse.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import type { Draft } from '../../src/reply.ts';
import { commands } from '../../commands/index.ts';
import { citedFacts } from '../../commands/why/cited.ts';
import { citedText } from '../../commands/why/cited-text.ts';
import { plainText } from '../../src/plain.ts';
import { LONG, someOf } from '../sample.ts';
import type { Talk } from './talk.ts';
import { talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

const NOW = Date.UTC(2026, 10, 29);

/** What a command writes, before the bot makes a reply of it. */
async function draftOf(line: string): Promise<Draft> {
  const asker = { id: 'ann', locale: 'en', manages: false };
  const place = { community: null, channel: null };
  const asked = {
    ...readLine(
      line,
      commands.map(({ name }) => name),
    ),
    asker,
    place,
  };
  const command = commands.find(({ name }) => name === asked.command);
  if (command === undefined) throw new Error(`no command for ${line}`);
  const { knowledge } = bot;
  const context = { knowledge, asker, place, now: NOW, commands, community: offlineCommunity };
  return command.answer(readValues(command, asked).values, context);
}

/** Questions about some roles, of every command and section that rests on facts. */
function questions(): string[] {
  const roles = bot.knowledge.roles.all.map(({ id }) => id);
  const sections = 'overview week skills ladder roadmap transitions courses interview outlook all'.split(' ');
  const about = (id: string) => [
    ...sections.map((section) => `/role ${id} section:${section}`),
    ...['salary', 'skills', 'ladder', 'roadmap', 'plan', 'transition', 'course'].map((c) => `/${c} ${id}`),
    `/salary ${id} view:all`,
    `/plan ml-engineer from:${id} hours-per-week:5`,
    `/plan ${id} from:nurse`,
    `/compare ${id} second:data-engineer`,
    `/transition ${id} to:ml-engineer`,
    `/transition ${id} to:ml-engineer by:skills`,
  ];
  const others = ['/advice first job', '/course pytorch', '/course about:"made with ml"'];
  return [...['ml-engineer', 'ux-designer', ...someOf(roles, 12)].flatMap(about), ...others];
}

describe('what an answer rests on is one list', () => {
  test('the foot names the sources of these facts, and no other', { timeout: LONG }, async () => {
    let telling = 0;
    for (const line of questions()) {
      const { evidence, sources = [] } = await draftOf(line);
      const cited = new Set(evidence?.facts.flatMap((fact) => fact.sources));
      const names = Array.from(cited, (id) => bot.knowledge.sources.get(id)?.name);
      if (names.length > 0) telling += 1;
      expect([line, sources.map(({ name }) => name)]).toEqual([line, names]);
    }
    expect(telling).toBeGreaterThan(200);
  });

  test('each fact is found in a file, at a line and in words', { timeout: LONG }, async () => {
    for (const line of questions()) {
      const { evidence } = await draftOf(line);
      const facts = new Set(evidence?.facts.map(({ fact }) => fact));
      const cited = citedFacts(evidence?.facts ?? [], bot.knowledge);
      expect([line, new Set(cited.map(({ fact }) => fact))]).toEqual([line, facts]);
      for (const each of cited) {
        expect([line, existsSync(each.ref.file), each.line]).toEqual([line, true, expect.any(Number)]);
        expect([line, plainText(citedText(each, bot.knowledge), 'en')]).not.toEqual([line, '']);
      }
    }
  });
});

test('a part that several items of one fact stand in is told once, those items alone', async () => {
  const { evidence } = await draftOf('/transition data-engineer to:data-analyst by:skills');
  const cited = citedFacts(evidence?.facts ?? [], bot.knowledge);
  const places = cited.map(({ ref, part }) => `${ref.file} ${[...ref.path, ...part].join('.')}`);
  expect(new Set(places).size).toBe(places.length);
});
