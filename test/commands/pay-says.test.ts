import { beforeAll, describe, expect, test } from 'vitest';
import { speakText } from '../../src/message/speak.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** A tester's pay as two sources give it. */
const tester = (pay: string, more = '') => ({
  'sources/guide.yaml': source('guide'),
  'sources/board.yaml': source('board'),
  'roles/tester.yaml': role('tester', 'Tester', `pay:\n${pay}${more}`),
});
const band = (of: string) => `  - { currency: USD, region: US, level: all, ${of} }\n`;
const WAGE = band('source: guide, basis: wage, title: Testers of Things, median: 90000');
const FEW = band('source: board, basis: advertised, title: Test Poet, median: 190000, n: 12');
const PERIOD = 'period: { year: 2025, month: 5, printed: May 2025 }';

describe('a figure of pay says what it is', () => {
  test.each(['/salary data-engineer', '/salary network-engineer'])(
    'in the first line of %s: its occupation, its source, its year and how many were counted',
    async (line) => {
      const text = await bot.say(line);
      expect(text).toMatch(
        /Advertised median \$[\d.,K]+ \((Data|Network) Engineer, [a-z-]+\.(com|net), 2024–25, [\d,]+ rows\)/,
      );
      expect(text).toMatch(
        /[Mm]edian (wage )?\$[\d.,K]+ (Database Architects|Computer Network Architects).* \(BLS wages, May 2025\)/,
      );
      expect(text).toContain('US, a year');
    },
  );

  test('in /compare, beside each role', async () => {
    const text = await bot.say('/compare product-manager data-scientist view:full');
    expect(text).toContain(
      'BLS wages (US, wage, median, May 2025)\nProduct Manager $167K (Marketing Managers) · Data Scientist $120K (Data Scientists)',
    );
  });

  test('in a ranking, where a figure of few or of a neighbour ranks nobody', async () => {
    const text = await bot.say('/ask best paid roles');
    expect(text).toContain('BLS wages · US, median wage · May 2025');
    expect(text).toMatch(/Product Manager[^\n]*\(Marketing Managers\)/);
    expect(text).not.toContain('AI Product Manager');
  });

  test('in a picture, and what is advertised is on another one than what is earned', async () => {
    const { body } = await bot.ask('/salary data-engineer picture');
    const charts = body.flatMap((node) => (node.kind === 'picture' ? [node.chart] : []));
    expect(charts).toHaveLength(2);
    const [wages, advertised] = charts.map((chart) => JSON.stringify(chart));
    expect(wages).toContain('Database Architects');
    expect(wages).not.toContain('aijobs.net');
    expect(advertised).toContain('n = 6,349');
    expect(advertised).not.toContain('BLS wages');
  });
});

describe('too few observations', () => {
  test('are shown with their number and are no headline', async () => {
    const { say } = await talkAboutFiles(tester(WAGE + FEW));
    expect(await say('/salary tester')).toContain(
      '\nNo survey of wages counts this role apart; median $90K Testers of Things (The guide)\n',
    );
    expect(await say('/salary tester')).not.toContain('$190K');
    expect(await say('/salary tester bands')).toContain(
      '$190K The board · advertised median · Test Poet · n = 12',
    );
    expect(await say('/role tester')).not.toContain('$190K');
  });

  test('are said to be too few where there is nothing else', async () => {
    const { say } = await talkAboutFiles(tester(FEW));
    expect(await say('/salary tester')).toContain(
      'Only few rows: advertised median $190K (Test Poet, The board, 12 rows)',
    );
    expect(await say('/salary tester bands')).toContain(
      'One source, of too few observations for a headline.',
    );
  });
});

describe('pay that is nobody’s own', () => {
  test('"All Other" is no pay of a role, by its field and not by its name', async () => {
    const others = band(
      `source: guide, basis: wage, title: Everybody Else, residual: true, median: 111000, ${PERIOD}`,
    );
    const { say, knowledge } = await talkAboutFiles(tester(others));
    expect(knowledge.roles.get('tester')?.pay).toEqual([]);
    expect(await say('/salary tester')).toContain('No source I have gives pay for Tester.');
    const named = band('source: guide, basis: wage, title: "Testers, All Other", median: 111000');
    expect(await (await talkAboutFiles(tester(named))).say('/salary tester')).toContain('$111K');
  });

  test('of the nearest occupation is said to be that, and ranks nobody', async () => {
    const text = await bot.say('/salary ai-product-manager bands');
    expect(text).toMatch(/median wage · Marketing Managers · the nearest occupation/);
  });
});

describe('pay elsewhere', () => {
  test.each([
    ['a country by its name', '/salary data-engineer place:"united kingdom"', 'en', '(UK, a year)'],
    ['in another language', '/salary data-engineer place:reino unido', 'es', 'al año'],
    ['a code', '/salary data-engineer place:gb', 'en', '(UK, a year)'],
    ['remote', '/salary data-engineer place:remote', 'en', '(US, remote, a year)'],
    ['remoto', '/salary data-engineer place:remoto', 'pt-BR', 'remoto'],
  ])('is asked for by place: %s', async (_what, line, language, said) => {
    const text = await bot.say(line, language);
    expect(text.split('\n')[0]).toContain(said);
    expect(text).not.toContain('146');
  });

  test('is offered, and the way back is too', async () => {
    expect(labelsOf(await bot.ask('/salary data-engineer'))).toEqual(
      expect.arrayContaining(['Germany', 'UK', 'remote']),
    );
    const there = await bot.ask('/salary data-engineer place:germany');
    expect(labelsOf(there)).toContain('Pay: Data Engineer');
    expect(there.ask?.values).toMatchObject({ place: 'germany' });
  });

  test('is never taken for pay in the United States', async () => {
    const engineer = bot.knowledge.roles.get('data-engineer');
    expect(engineer?.pay.every(({ region, workplace }) => region === 'US' && workplace === undefined)).toBe(
      true,
    );
    expect(engineer?.payElsewhere.every(({ n = 0 }) => n >= 20)).toBe(true);
  });

  test.each(['spain', 'mars', ''])('is said to be missing for %j', async (place) => {
    const reply = await bot.ask(`/salary data-engineer place:"${place}"`);
    const lead = speakText(reply.lead, 'en');
    const words = JSON.stringify(lead);
    expect(words.includes('this is what there is')).toBe(place !== '');
  });
});
