import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { guideOf } from '../knowledge/guide-file.ts';
import { GOOD } from '../knowledge/pack.ts';
import { talkAboutFiles } from './talk.ts';

/** What is no text: ids, dates, numbers, and the names of skills that phases list. */
const NO_TEXT = new Set(
  'source reviewed restsOn role when hours free deeper level from to course asked leansOn url seen'.split(
    ' ',
  ),
);

/** The same entry with every text of it in German. */
function inGerman(value: unknown, path: readonly string[] = []): unknown {
  if (typeof value === 'string') return `Deutsch: ${value}`;
  if (Array.isArray(value)) return value.map((item: unknown) => inGerman(item, path));
  if (typeof value !== 'object' || value === null) return undefined;
  const texts = Object.entries(value).filter(
    ([name]) => !NO_TEXT.has(name) && !(path[0] === 'phases' && name === 'skills'),
  );
  return Object.fromEntries(texts.map(([name, part]) => [name, inGerman(part, [...path, name])]));
}

const GUIDE = guideOf('ml-engineer');
const FILES = {
  ...GOOD,
  'guides/ml-engineer.yaml': GUIDE,
  'guides/ml-engineer.de.yaml': stringify(inGerman(parse(GUIDE)), { aliasDuplicateObjects: false }),
};

it.each([
  'role ml-engineer',
  'role ml-engineer section:all',
  'skills ml-engineer',
  'ladder ml-engineer',
  'ladder ml-engineer view:full',
  'roadmap ml-engineer',
  'role ml-engineer section:courses',
  'transition ml-engineer',
  'transition ml-engineer view:full',
  'plan ml-engineer from:data-engineer',
  'plan ml-engineer from:data-engineer view:full',
])('/%s says no text of a translated guide in English', async (question) => {
  const bot = await talkAboutFiles(FILES);
  const answer = await bot.say(`/${question}`, 'de');
  expect(answer).toContain('Deutsch: ');
  expect(answer.match(/.*(?<!Deutsch: )(?:Number \d+ is|Ten of|How long does|Skill \d of).*/g) ?? []).toEqual(
    [],
  );
});
