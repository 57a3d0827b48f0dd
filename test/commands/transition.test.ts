import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Files } from '../knowledge/pack.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { SPINNERS } from './spinner.ts';
import { asksOf, labelsOf, talk, talkAboutFiles } from './talk.ts';
import { talkUnguided } from './unguided.ts';

let bot: Talk;
let unguided: Talk;
beforeAll(async () => {
  [bot, unguided] = await Promise.all([talk(), talkUnguided()]);
});

describe('from one role to another', () => {
  test.each([
    '/transition data-engineer ml-engineer',
    '/transition data engineer to ml engineer',
    '/transition data engineer -> ml engineer',
    '/transition from:data engineer to:ml engineer',
    '/transition data engineer ml engineer',
    '/transition from data engineer to ml engineer',
  ])('%s', async (line) => {
    const text = await bot.say(line);
    expect(text).toContain(
      'Data Engineer → ML Engineer: about 10 months\nYou bring: Pipelines, Warehouses, Data quality.',
    );
    expect(text).toContain('Missing: Modeling concepts, Experiment workflows.');
    expect(text).toContain('Show it with\n1. An end-to-end feature store');
    expect(text).toContain('Documented by DecipherU.');
    expect(text).toContain('Source: DecipherU, reviewed 26 Apr 2026');
  });

  test('the months note stands beside the months', async () => {
    const text = await bot.say('/transition data-scientist ml-engineer');
    expect(text).toContain('about 9 months');
    expect(text).toContain('Time: Most take 6-12 months');
  });

  test('a move that a source only names is not dressed up', async () => {
    const text = await bot.say('/transition ml-engineer engineering-manager');
    expect(text).toContain('ML Engineer → Engineering Manager: no duration documented');
    expect(text).toContain('Career guide names this move and says no more of it.');
  });

  test('several moves make a path that is computed and says so', async () => {
    const reply = await unguided.ask('/transition software-engineer research-scientist');
    const text = plain(reply, 'en');
    expect(reply.title).toBe('Software Engineer → Research Scientist: computed path');
    expect(text).toContain('1. Software Engineer → ML Engineer · about 8 months (DecipherU)');
    expect(text).toContain('2. ML Engineer → Research Scientist · no duration documented (Career guide)');
    expect(text).toContain('there is no sum');
    expect(labelsOf(reply)).toContain('Software Engineer → ML Engineer');
  });

  test('no path at all: says so, and what is known instead', async () => {
    const text = await bot.say('/transition data-scientist defense-ml-engineer');
    expect(text).toContain('no documented path');
    expect(text).toContain('• Part of the way (computed): ML Engineer, about 9 months');
  });

  test('no path, but skills in common: computed, with the method', async () => {
    const text = await unguided.say('/transition ml-engineer defense-ml-engineer');
    expect(text).toMatch(/In common: \d+ skills?, \d+% by weight: .*PyTorch/);
    expect(text).toMatch(/Missing: \d+ skills, \d+ of them essential/);
    expect(text).toContain('no source compares them');
  });

  test('a move that no source documents, but a guide tells of: what it takes, and no months', async () => {
    const reply = await bot.ask('/transition ml-engineer defense-ml-engineer');
    const text = plain(reply, 'en');
    expect(reply.title).toBe('ML Engineer → Defense ML Engineer');
    expect(text).toContain('No source documents how long it takes.');
    expect(text).toMatch(
      /^The modeling is the same\..*\n\n• You bring: .*\n• Missing: .*\n• Show it with: /m,
    );
    expect(text).toContain('Source: Rolecall guide');
    expect(text).not.toMatch(/months|computed/);
    expect(asksOf(reply)).toContainEqual({
      command: 'plan',
      values: { to: 'defense-ml-engineer', from: 'ml-engineer' },
    });
  });

  test('the guide of the goal tells of it first, that of the start where the goal has none', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const into = await say('/transition weaver spinner');
    expect(into).toContain('• You bring: What a weaver brings · Patience\n');
    expect(into).toContain('Missing: What a weaver lacks\n');
    expect(into).toContain('Show it with: What a weaver builds · A second thing');
    expect(await say('/transition spinner weaver')).toContain(
      'Spinner → Weaver\nWhy.\n\n• You bring: Yarn\n• Missing: Looms',
    );
  });

  test('the same role twice', async () => {
    const reply = await bot.ask('/transition ml engineer to machine learning engineer');
    expect(reply.tone).toBe('answer');
    expect(plain(reply, 'en')).toContain('You are there already.');
  });

  test('either end may be asked back; the other end is kept', async () => {
    const reply = await bot.ask('/transition data engineer to scientist');
    expect(reply.tone).toBe('question');
    expect(asksOf(reply)).toContainEqual({
      command: 'transition',
      values: { from: 'data-engineer', to: 'data-scientist' },
    });
    const other = await bot.ask('/transition from:engineer to:ml-engineer');
    expect(other.tone).toBe('question');
    expect(asksOf(other)).toContainEqual({
      command: 'transition',
      values: { from: 'data-engineer', to: 'ml-engineer' },
    });
  });

  test('either end may be a typo', async () => {
    const text = await bot.say('/transition dtaa enginer to mahcine lerning');
    expect(text).toContain('about 10 months');
    expect(text).toContain('Read as "Data Engineer".');
    expect(text).toContain('Read as "ML Engineer".');
  });

  test('an unknown end is said to be unknown', async () => {
    expect((await bot.ask('/transition ml engineer to plumber')).title).toBe('I don\'t know "plumber"');
  });
});

describe('all moves of one role', () => {
  test('ways out, then what is computed, then ways in', async () => {
    const text = await bot.say('/transition data-scientist view:full');
    const at = ['Ways out', 'In two steps (computed)', 'Ways in'].map((title) =>
      text.indexOf(`\n${title}\n`),
    );
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text).toContain('• ML Engineer: about 9 months (DecipherU)');
    expect(text).toContain('no duration documented (Career guide)');
  });

  test('of a guided role the guide speaks first: who comes, and the ways out that most take', async () => {
    const { ask, say } = await talkAboutFiles(SPINNERS);
    const text = await say('/transition spinner');
    expect(text).toContain('Spinner · ways out and in\nPeople come from Weaver, Dyer, Carder and Tailor.');
    expect(text).toContain('Ways out\n• Weaver: Why.\n• Dyer: Why.\n• Tailor: Why.\n');
    expect(text).not.toContain('\nWays in\n');
    const full = { command: 'transition', values: { from: 'spinner', view: 'full' } };
    expect(asksOf(await ask('/transition spinner'))).toContainEqual(full);
    expect(await say('/transition spinner view:full')).toContain('\nWays in\n• Weaver\n• Dyer\n');
  });

  test('of a role without a guide, the guides that know a way to it or from it are named', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const text = await say('/transition weaver');
    expect(text).toContain('No documented ways out, one way in.');
    expect(text).toContain('Guides know the way to\nSpinner\n\nGuides know the way from\nSpinner\n');
    expect(text).toContain('Ways in\n• Dyer: about 10 months (The guide)');
  });

  test('the shortest way in comes first', async () => {
    const text = await bot.say('/transition ml engineer view:full');
    const months = Array.from(text.matchAll(/about (\d+) months/g), ([, n]) => Number(n));
    expect(months).toEqual([8, 9, 10]);
    expect(text).toContain('Tech Lead');
  });

  test('a role of which no move is documented leads to its neighbours', async () => {
    const { ask } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/weaver.yaml': role('weaver', 'Weaver', 'related:\n  - { role: spinner, source: guide }\n'),
      'roles/spinner.yaml': role('spinner', 'Spinner'),
    });
    const reply = await ask('/transition weaver');
    expect(plain(reply, 'en')).toContain('No source documents how long a move from or to it takes.');
    expect(plain(reply, 'en')).toContain('Related roles\nSpinner');
    const none = await ask('/transition spinner');
    expect(none.tone).toBe('miss');
    expect(plain(none, 'en')).toContain('No source I have documents a move from or to Spinner.');
  });
});

/** A file of a move with what is documented of it. */
function move(from: string, to: string, documented: string): Files {
  return {
    [`transitions/${from}--${to}.yaml`]: `id: ${from}--${to}\nfrom: ${from}\nto: ${to}\ndocumented:\n${documented}`,
  };
}

describe('other moves', () => {
  const roles = {
    'sources/guide.yaml': source('guide'),
    'sources/other.yaml': source('other'),
    'roles/alpha.yaml': role('alpha', 'Alpha Clerk'),
    'roles/beta.yaml': role('beta', 'Beta Miller'),
    'roles/gamma.yaml': role('gamma', 'Gamma Potter'),
  };

  test('months are added up when every step has them, and the sum says what it is', async () => {
    const { say } = await talkAboutFiles({
      ...roles,
      ...move('alpha', 'beta', '  - { source: guide, months: { about: 10 } }\n'),
      ...move('beta', 'gamma', '  - { source: guide, months: { low: 6, high: 12 } }\n'),
    });
    expect(await say('/transition alpha to gamma')).toContain(
      '16–22 months if you add the steps up; no source gives the whole.',
    );
    expect(await say('/transition alpha view:full')).toContain(
      'Gamma Potter: via Beta Miller, 16–22 months added up',
    );
  });

  test('two sources that differ stay two', async () => {
    const { say } = await talkAboutFiles({
      ...roles,
      ...move(
        'alpha',
        'beta',
        `  - { source: guide, months: { about: 10 }, missing: [Milling] }
  - { source: other, months: { high: 6 }, missing: [Grinding] }\n`,
      ),
    });
    const text = await say('/transition alpha beta');
    expect(text).toContain('Alpha Clerk → Beta Miller: durations differ');
    expect(text).toContain('about 10 months (The guide), up to 6 months (The other)');
    expect(text).toContain('The gap · The guide\n• Missing: Milling');
    expect(text).toContain('The gap · The other\n• Missing: Grinding');
  });

  test.each([
    ['{ about: 1 }', 'about 1 month'],
    ['{ low: 6 }', '6 months or more'],
    ['{ low: 6, high: 12 }', '6–12 months'],
  ])('%s is "%s"', async (months, words) => {
    const files = { ...roles, ...move('alpha', 'beta', `  - { source: guide, months: ${months} }\n`) };
    const { ask } = await talkAboutFiles(files);
    expect((await ask('/transition alpha beta')).title).toBe(`Alpha Clerk → Beta Miller: ${words}`);
  });
});

describe.each(['es', 'de', 'pt-BR'])('in the language of the reader: %s', (locale) => {
  test('what sources say stays as it is, what is ours does not', async () => {
    const text = await bot.say('/transition data-engineer ml-engineer', locale);
    expect(text).toMatch(/^Data Engineer → ML Engineer: .*10 /);
    expect(text).toContain('Pipelines, Warehouses, Data quality.');
    expect(text).toContain('1. An end-to-end feature store integration with point-in-time-correct joins');
    expect(text).not.toMatch(/You bring|Missing:|Show it with|Documented by|months/);
  });

  test.each([
    '/transition qa-engineer devops-engineer',
    '/transition data-engineer',
    '/transition software-engineer research-scientist',
    '/transition data-engineer engineering-manager by:skills',
    '/transition data-scientist defense-ml-engineer',
  ])('the same names and figures as in English: %s', async (line) => {
    const [english, text] = [await bot.ask(line), await bot.ask(line, locale)];
    expect(asksOf(text)).toEqual(asksOf(english));
    expect(text.title).toContain(english.title.split(':')[0]?.split(' · ')[0]);
    const figures = (reply: typeof text) => plain(reply, 'en').match(/\d+(?=\s?%)/g) ?? [];
    expect(figures(text)).toEqual(figures(english));
    expect(plain(text, 'en')).not.toMatch(/documented|computed|by weight|skills shared/);
  });
});

test('a language that it does not speak is answered in English', async () => {
  expect(await bot.say('/transition ml-engineer', 'fr')).toContain('People come from Software Engineer, ');
  expect(await unguided.say('/transition ml-engineer', 'fr')).toContain(
    'documented ways out, three ways in.',
  );
});

test('a difference in pay is computed for the roles themselves, not for occupations beside them', async () => {
  const own = await bot.say('/transition data-scientist software-engineer view:full');
  expect(own).toMatch(/median \$\d+K → \$\d+K \([+−]\$\d+K\) · Data Scientists → Software Developers/);
  const beside = await bot.say('/transition qa-engineer product-manager view:full');
  expect(beside).toMatch(/median \$\d+K → \$\d+K · Software Quality Assurance .* → Marketing Managers/);
});
