import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Files } from '../knowledge/pack.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('pay on one screen', () => {
  test('begins with the level that most people ask for, what is counted first and what says nothing of it after', async () => {
    const lines = (await bot.say('/salary ml-engineer')).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'ML Engineer · pay (US, a year)',
      'Mid: $155K–$200K base + equity (DecipherU) · $170K–$250K total pay (How-to guide)',
    ]);
    expect(lines.join('\n')).toContain(
      '• basis not said: $150K–$210K (Career guide) · $110K–$160K (Career path)\n• Entry $120K–$155K · Senior $195K–$260K · Staff $255K–$370K total pay (DecipherU; basis not said where none is named)',
    );
  });

  test('says whose wage a figure is, and that nobody counts the role apart', async () => {
    const text = await bot.say('/salary product-manager');
    expect(text.split('\n')[1]).toMatch(
      /^Advertised median \$178K \(Product Manager, aijobs\.net, 2024–25, 960 rows\)/,
    );
    expect(text).toContain(
      'No survey of wages counts this role apart; median $167K Marketing Managers (BLS wages, May 2025)',
    );
  });

  test('has one format of money, and every figure is a press away', async () => {
    const text = await bot.say('/salary data-engineer');
    expect(text).not.toMatch(/\$\d+,\d{3}|\$\d+\.\dK/);
    expect(labelsOf(await bot.ask('/salary data-engineer'))[0]).toBe('By source');
  });
});

describe('pay of a role', () => {
  test('stands by every source, level by level, never blended', async () => {
    const text = await bot.say('/salary ml-engineer view:bands');
    expect(text).toContain('ML Engineer · pay (US, a year)');
    expect(text).toContain(
      'Four sources; at mid level they range from $110K to $250K. Three more give medians.',
    );
    const mid = text.split('Mid · 2–5 years\n')[1]?.split('\n\n')[0]?.split('\n');
    expect(mid).toEqual([
      '• $150K–$210K Career guide · basis not said · no years given',
      '• $110K–$160K Career path · basis not said',
      '• $155K–$200K DecipherU · base + equity',
      '• $170K–$250K How-to guide, 2026 · total pay (top firms $300K–$450K)',
      '• $172K aijobs.net, 2024–25 · advertised median · Machine Learning Engineer · n = 954',
    ]);
  });

  test('open ends stay open', async () => {
    const text = await bot.say('/salary ml-engineer view:bands');
    expect(text).toContain('$250K–$400K+ How-to guide');
    expect(text).toContain('$220K–$350K+ Career path');
    expect(text).toContain('(top firms $150K–$200K+)');
  });

  test('years that sources give differently stand in the line', async () => {
    const text = await bot.say('/salary ml-engineer view:bands');
    expect(text).toContain('$195K–$260K DecipherU · basis not said · 5–8 years');
    expect(text).toContain('total pay · 5+ years');
  });

  test('a single figure needs no list', async () => {
    const text = await bot.say('/salary defense-ml-engineer view:bands');
    expect(text).toContain('$160K–$280K for the whole role (Defense careers); basis not said.');
    expect(text.match(/\$160K/g)).toHaveLength(1);
  });

  test('why they differ: what each counts, whose level is which, and the notes', async () => {
    const text = await bot.say('/salary ml-engineer why');
    expect(text).toContain('none is blended');
    expect(text).toContain('Mid: ML Engineer, 2–5 years. Growth-stage or established tech');
    expect(text).toContain('Lead: ML Architect / Head of AI, 8+ years');
    expect(text).toContain('Entry, top firms: New grads at');
  });

  test('what moves pay', async () => {
    expect(await bot.say('/salary ml-engineer factors')).toContain(
      'Company tier and AI focus: The biggest factor.',
    );
  });

  test('all of it at once', async () => {
    const text = await bot.say('/salary ml-engineer all');
    for (const part of ['$155K–$200K', 'Growth-stage', 'Company tier']) expect(text).toContain(part);
  });

  test('a role without figures says so', async () => {
    const { ask } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/tester.yaml': role('tester', 'Tester'),
    });
    const reply = await ask('/salary tester view:bands');
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain('No source I have gives pay for Tester.');
  });

  test('a typo is answered, many names are asked back', async () => {
    expect(await bot.say('/salary ml enginer view:bands')).toContain('$155K–$200K');
    expect((await bot.ask('/salary engineer view:bands')).tone).toBe('question');
  });

  test('buttons lead to the reasons and the factors', async () => {
    const labels = labelsOf(await bot.ask('/salary ml-engineer view:bands'));
    expect(labels.slice(0, 21)).toEqual([
      'In short',
      'Picture',
      'Percentiles',
      'Why these differ',
      'What moves pay',
      'Entry',
      'Mid',
      'Senior',
      'Staff',
      'Lead',
      'Canada',
      'UK',
      'remote',
      'Ways in and out',
      'Ladder',
      'Overview',
      'Skills',
      'Roadmap',
      'Interview',
      'Plan it',
      'Courses',
    ]);
  });

  test('one level by itself', async () => {
    const reply = await bot.ask('/salary ml-engineer level:senior');
    const text = plain(reply, 'en');
    expect(reply.title).toBe('ML Engineer · pay at senior level (US, a year)');
    expect(text).toContain('at senior level they range from $160K to $400K+');
    expect(text).not.toContain('$110K–$150K');
    expect(labelsOf(reply)).toContain('All levels');
  });

  test('a level that no source gives is said to be none, above what there is', async () => {
    const text = await bot.say('/salary ux-designer level:senior');
    expect(text).toContain('No source gives pay at senior level; this is what there is.');
    expect(text).toContain('$104K');
  });

  test('percentiles that no source gives are said to be none, with what there is instead', async () => {
    const reply = await bot.ask('/salary defense-ml-engineer view:spread');
    expect(plain(reply, 'en')).toContain(
      'No source I have gives percentiles of the pay for Defense ML Engineer.',
    );
    expect(labelsOf(reply)).toContain('By source');
    expect(await bot.say('/salary ml-engineer view:spread level:staff')).toContain(
      'No source I have gives percentiles of the pay for ML Engineer at staff level.',
    );
  });

  test.each([
    ['/salary ml-engineer Germany', 'No source I have gives pay for ML Engineer in Germany'],
    ['/salary ml engineer in Berlin', 'No source I have gives pay for ML Engineer in Germany'],
    ['/salary data scientist Berlin', 'Data Scientist · pay (Germany, a year)'],
    ['/salary data scientist in the united kingdom', 'Data Scientist · pay (UK, a year)'],
    ['/salary ml engineer Munich', 'No source I have gives pay for ML Engineer in "Munich"'],
    ['/salary ml engineer remote', 'remote'],
  ])('%s keeps its place', async (line, words) => {
    const text = (await bot.say(line)).replace(/\s+/g, ' ');
    expect(text).toContain(words);
    expect(text).not.toContain('Not it?');
  });

  test.each(['ml engineer manager', 'engineer in test', 'it support'])(
    'a place is no part of "%s"',
    async (typed) => {
      expect(await bot.say(`/salary ${typed}`)).not.toContain('No source I have gives pay for');
    },
  );

  test('a picture has every level that a source gives, by source', async () => {
    const text = (await bot.say('/salary ml-engineer picture')).replace(/\s+/g, ' ');
    expect(text).toContain('$170K–$250K');
    expect(text).toContain('$255K–$370K');
    expect(text).not.toContain('Not drawn');
  });

  test('a picture that would be longer than a phone leaves levels out and says which', async () => {
    const bands = Array.from(
      { length: 40 },
      (_, at) =>
        `    - { source: guide, level: ${at < 25 ? 'mid' : 'entry'}, scope: part ${at}, low: 90000, high: 100000, currency: USD, region: US, per: year, basis: base }`,
    );
    const many = await talkAboutFiles(pack(bands.join('\n')));
    const text = (await many.say('/salary tester view:picture')).replace(/\s+/g, ' ');
    expect(text).toContain('part 24');
    expect(text).toMatch(/Not drawn: entry \(\w+ figures\)/);
  });
});

/** A role with these figures, of two sources. */
function pack(pay: string): Files {
  return {
    'sources/guide.yaml': source('guide'),
    'sources/other.yaml': source('other'),
    'roles/tester.yaml': role('tester', 'Tester', `pay:\n${pay}`),
  };
}

describe('other figures', () => {
  test('percentiles, medians and how many were asked', async () => {
    const { say } = await talkAboutFiles(
      pack(`  - { source: guide, level: all, basis: wage, currency: USD, region: US, period: { year: 2025, month: 5, printed: May 2025 }, p10: 60000,
      p25: 78700, median: 104050, p75: 130200, p90: 160000 }
  - { source: other, level: all, basis: advertised, currency: USD, region: US, median: 194000, n: 4262 }\n`),
    );
    const text = await say('/salary tester view:bands');
    expect(text).toContain('$104,050 The guide, May 2025 · median wage');
    expect(text).toContain('$194K The other · advertised median · n = 4,262');
    expect(text).toContain(
      'Advertised median $194K (The other, n = 4,262); median wage $104,050 (The guide, May 2025).',
    );
    expect(await say('/salary tester spread')).toContain(
      'Whole role · p10 $60K · p25 $78.7K · median $104,050 · p75 $130.2K · p90 $160K',
    );
  });

  test('a percentile on its own is shown on its own', async () => {
    const { say } = await talkAboutFiles(
      pack(
        '  - { source: guide, level: mid, basis: wage, currency: USD, region: US, median: 90000, p90: 120000 }\n',
      ),
    );
    expect(await say('/salary tester view:bands')).toContain('Mid level: median wage $90K (The guide).');
    expect(await say('/salary tester spread')).toContain('Mid · median $90K · p90 $120K');
  });

  test('other currencies and hours are kept apart, each with its own name', async () => {
    const { say } = await talkAboutFiles(
      pack(`  - { source: guide, level: mid, basis: base, currency: GBP, region: UK, low: 45000, high: 64250 }
  - { source: other, level: mid, basis: base, currency: USD, region: US, per: hour, low: 45.5, high: 60 }
  - { source: other, level: all, basis: base, currency: USD, region: US, per: hour, low: 40, open: true }\n`),
    );
    const text = await say('/salary tester view:bands');
    expect(text).toContain('Two markets, each on its own scale.');
    expect(text).toContain('£45K–£64,250 The guide');
    expect(text).toContain('US, an hour');
    expect(text).toContain('$45.5–$60 The other');
    expect(text).toContain('$40+ The other');
  });

  test('a part of the market that stands alone says which part', async () => {
    const { say } = await talkAboutFiles(
      pack(`  - { source: guide, level: mid, scope: banks, basis: base, currency: USD, region: US, low: 100000, high: 120000 }
  - { source: other, level: mid, basis: base, currency: USD, region: US, low: 90000, high: 110000 }\n`),
    );
    const text = await say('/salary tester view:bands');
    expect(text).toContain('$100K–$120K The guide · base · banks');
    expect(text).toContain('Two sources; at mid level they range from $90K to $110K.');
  });
});
