import { beforeAll, describe, expect, test } from 'vitest';
import { speak } from '../../src/message/speak.ts';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talk } from './talk.ts';

const GERMAN = {
  asker: { id: 'ann', locale: 'de', manages: false },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('from outside technology', () => {
  test('what somebody did before leads to roles, each with why', async () => {
    const reply = await bot.ask('/transition nurse');
    const text = plain(reply, 'en');
    expect(text).toContain('Nurse · ways into technology\nThe most direct: Data Analyst,');
    expect(text).toContain('• Data Analyst: Health data needs people who know how it was recorded');
    expect(text).toContain('Source: Rolecall guide, reviewed');
    expect(labelsOf(reply)).toContain('To Data Analyst');
  });

  test.each(['/transition from:nurse to:data-analyst', '/transition Krankenschwester to data analyst'])(
    '%s: as the guide of the goal tells it',
    async (line) => {
      const text = await bot.say(line);
      expect(text).toContain('Nurse → Data Analyst');
      expect(text).toContain('Show it with: Waiting times from a public health data set');
      expect(text).toContain('No source documents how long it takes.');
    },
  );

  test('to a role whose guide knows no such start: what one brings, and where people go more often', async () => {
    const text = await bot.say('/transition from:nurse to:ml-engineer');
    expect(text).toContain('From there people more often go to Data Analyst,');
    expect(text).toContain('You bring: Triage');
    expect(text).toContain('Missing: SQL and tables larger than a ward');
  });

  test('in the reader’s language', async () => {
    expect(await bot.say('/transition nurse', 'de')).toContain('Pflege · Wege in die Tech-Branche');
  });

  test('what is no start that anybody wrote of is still not known', async () => {
    expect(await bot.say('/transition from:goat herder')).toContain('I don\'t know "goat herder"');
  });

  test.each(['/transition nurs', '/transition from:nurs to:data-analyst', '/plan data-analyst from:nurs'])(
    '%s: a guess is said',
    async (line) => {
      expect(await bot.say(line)).toContain('Read as "Nurse".');
    },
  );

  test.each(['/transition nurse view:picture', '/transition from:nurse to:data-analyst by:skills'])(
    '%s: what there is of roles alone is not dropped in silence',
    async (line) => {
      expect(await bot.say(line)).toContain('Pictures and paths are of roles only.');
    },
  );

  test('a word of many roles is asked about, be it near to what people did before', async () => {
    expect(await bot.say('/transition engineer')).toContain('"engineer" fits several.');
  });

  test('what is half typed is completed in the language of who types', () => {
    const typing = { command: 'transition', option: 'from', typed: 'krank', ...GERMAN };
    const labels = bot.bot.suggest(typing, 5).map(({ label }) => speak(label, 'de'));
    expect(labels).toContain('Pflege');
  });
});
