import { describe, expect, test } from 'vitest';
import { role, source } from '../knowledge/pack.ts';
import { talkAboutFiles } from './talk.ts';

const NAMES = ['Tester', 'Builder', 'Writer'];
const INDEX = ['first', 'second', 'third'];

/** A figure in US dollars a year unless told. */
const pay = (of: string) =>
  `  - { ${['source: guide', 'level: mid', 'basis: base', 'currency: USD', 'region: US'].filter((each) => !of.includes(each.split(' ')[0] ?? '')).join(', ')}, ${of} }\n`;

/** The comparison of roles that are paid so, in full and on one screen. */
async function compared(...paid: string[][]): Promise<{ full: string; short: string }> {
  const { say } = await talkAboutFiles({
    'sources/guide.yaml': source('guide'),
    'sources/board.yaml': source('board'),
    ...Object.fromEntries(
      paid.map((figures, at) => {
        const name = NAMES[at] ?? '';
        const stated = figures.length === 0 ? '' : `pay:\n${figures.map(pay).join('')}`;
        return [`roles/${name.toLowerCase()}.yaml`, role(name.toLowerCase(), name, stated)];
      }),
    ),
  });
  const asked = paid.map((_, at) => `${INDEX[at]}:${NAMES[at]?.toLowerCase()}`).join(' ');
  return { full: await say(`/compare ${asked} view:full`), short: await say(`/compare ${asked}`) };
}

const LOW = 'low: 90000, high: 120000';
const HIGH = 'low: 100000, high: 130000';
const senior = (of: string) => `${of}, level: senior`;
const board = (of: string) => `${of}, source: board`;
const few = (of: string) => `${of}, level: all, n: 12`;
const wage = (title: string, median: number) =>
  `basis: wage, title: ${title}, median: ${median}, n: 40, period: { year: 2025, printed: May 2025 }`;
/** The same kind of figure for both. */
const as = (level: string, more = '') => [
  `${LOW}, level: ${level}${more}`,
  `${HIGH}, level: ${level}${more}`,
];
/** The line that stands first on one screen. */
const first = async (tester: string[], builder: string[]) =>
  (await compared(tester, builder)).short.split('\n')[1] ?? '';
const APART = 'No source gives both roles a figure of the same kind, so their pay cannot be compared.';
const ONE = 'pays more in the one figure that can be compared.';
const NONE = 'The one figure that can be compared is not clearly higher for any of them.';

describe('pay of two roles', () => {
  test('stands side by side where one source gives the same kind of figure for both', async () => {
    const { full, short } = await compared([LOW], [HIGH]);
    expect(full).toContain('Pay · Mid\n• The guide (US, base)\nTester $90K–$120K · Builder $100K–$130K\n');
    expect(full).toContain(
      `Builder ${ONE} The guide, US, mid: Tester $90K–$120K, Builder $100K–$130K. No listed skill`,
    );
    expect(full).not.toContain('Figures for one of them only');
    expect(short).toContain('Base, mid: Tester $90K–$120K · Builder $100K–$130K (US, The guide)');
  });

  test.each([
    ['currency', 'currency: EUR'],
    ['source', 'source: board'],
    ['level', 'level: senior'],
    ['basis', 'basis: total'],
    ['region', 'region: GB'],
    ['workplace', 'workplace: remote'],
    ['stretch of time', 'per: month'],
    ['time', 'period: { year: 2024, printed: "2024" }'],
  ])('is not compared where the figures differ in %s', async (_what, other) => {
    const { full, short } = await compared([LOW], [`${HIGH}, ${other}`]);
    expect(full).toContain(APART);
    expect(short).toContain(APART);
    expect(full).not.toContain('Pay · ');
  });

  test('is not compared where one is a range and the other a median, or of a part of the market', async () => {
    expect((await compared([LOW], ['median: 120000'])).full).toContain(APART);
    const part = await compared([LOW], [`${HIGH}, scope: top firms`]);
    expect(part.full).toContain(APART);
    expect(part.full).toContain('Tester: The guide (mid)');
    expect(part.full).not.toContain('• Builder:');
  });

  test('that one of them alone has is named by source and level, from the lowest up, each once', async () => {
    const { full } = await compared(
      [`${LOW}, level: senior`, LOW, `${LOW}, basis: total`, `${LOW}, source: board`],
      [`${HIGH}, level: entry`],
    );
    expect(full).toContain(
      'Figures for one of them only\n• Tester: The board (mid) · The guide (mid, senior)\n• Builder: The guide (entry)\n',
    );
  });
});

describe('what a row says', () => {
  test('a median is called one, with the time, the occupation and how many were counted', async () => {
    const { full, short } = await compared([wage('Tester', 90_400)], [wage('Masons', 100_000)]);
    expect(full).toContain(
      '• The guide (US, wage, median, May 2025)\nTester $90K (n = 40) · Builder $100K (Masons, n = 40)\n',
    );
    expect(short).toContain(
      'Median wage, mid: Tester $90K (n = 40) · Builder $100K (Masons, n = 40) (US, The guide, May 2025)',
    );
  });

  test('several medians are from the lowest to the highest, with their occupations', async () => {
    const { full } = await compared(
      ['basis: wage, median: 90000, title: Menders', 'basis: wage, median: 70000, title: Darners'],
      ['basis: wage, median: 80000', 'basis: wage, median: 60000'],
    );
    expect(full).toContain(
      'Tester $70K–$90K over 2 occupations (Menders and Darners) · Builder $60K–$80K over 2 occupations\n',
    );
    expect(full).toContain(`${APART} No listed`);
  });

  test('a figure of another occupation is shown and decides nothing', async () => {
    const { full } = await compared([LOW, wage('Menders', 90000)], [HIGH, wage('Darners', 60000)]);
    expect(full).toContain('Tester $90K (Menders, n = 40) · Builder $60K (Darners, n = 40)');
    expect(full).toContain(`Builder ${ONE}`);
  });

  test('a figure of the role by its own name decides, in the plural, too', async () => {
    const { full } = await compared([wage('Testers', 90_000)], [wage('builder', 60_000)]);
    expect(full).toContain(`Tester ${ONE}`);
  });

  test('several ranges stand beside each other, and so do ranges that have a median', async () => {
    const { full } = await compared([LOW, 'low: 70000, high: 80000, median: 75000'], [HIGH]);
    expect(full).toContain('Tester $90K–$120K and $70K–$80K · Builder $100K–$130K\n');
  });

  test('of three roles the one without a figure is said to have none', async () => {
    const { full } = await compared([LOW], [HIGH], []);
    expect(full).toContain('Tester $90K–$120K · Builder $100K–$130K · Writer not given\n');
    expect(full).toContain(`Builder ${ONE} No listed`);
  });

  test('of three roles that share nothing it is said that no two of them do', async () => {
    const { full } = await compared([LOW], [`${HIGH}, source: board`], []);
    expect(full).toContain('No source gives two of the roles a figure of the same kind');
  });
});

describe('who pays more', () => {
  test.each([
    ['both ends are higher', LOW, HIGH, `Builder ${ONE}`],
    ['whichever stands first', HIGH, LOW, `Tester ${ONE}`],
    ['one end is higher and the other the same', LOW, 'low: 90000, high: 121000', `Builder ${ONE}`],
    ['the lower end is higher and the upper the same', LOW, 'low: 91000, high: 120000', `Builder ${ONE}`],
    ['both ends are the same', LOW, LOW, NONE],
    ['one range lies within the other', LOW, 'low: 100000, high: 110000', NONE],
    ['and its middle is higher', LOW, 'low: 100000, high: 119000', NONE],
    ['one range is around the other', LOW, 'low: 80000, high: 200000', NONE],
    ['an open end is as high as it is printed', 'low: 130000, open: true', LOW, `Tester ${ONE}`],
    ['an open end below the other', 'low: 100000, open: true', LOW, NONE],
    ['a median is higher', 'median: 90000', 'median: 91000', `Builder ${ONE}`],
  ])('%s', async (_what, tester, builder, said) => {
    expect((await compared([tester], [builder])).full).toContain(said);
  });

  test('is counted over all figures that can be compared, and their sources', async () => {
    const { full } = await compared(
      [LOW, senior(HIGH), board(LOW), `${LOW}, level: lead`],
      [HIGH, senior(LOW), board(HIGH)],
    );
    expect(full).toContain(
      'Builder pays more in 2 of 3 comparable figures by two sources that give more than one of them.',
    );
    expect(full).toContain('Figures for one of them only\n• Tester: The guide (lead)\n');
    expect(full.match(/Pay · .+/g)).toEqual(['Pay · Mid', 'Pay · Senior']);
    const drawn = await compared([LOW, senior(HIGH)], [HIGH, senior(LOW)]);
    expect(drawn.full).toContain(
      'Tester and Builder are each higher in 1 of 2 comparable figures by one source that gives more than one of them.',
    );
    const level = await compared([LOW, senior(LOW)], [LOW, senior(LOW)]);
    expect(level.full).toContain('Of 2 comparable figures none is clearly higher.');
  });

  test('no figure of few observations decides it, nor stands in the first line', async () => {
    const { full, short } = await compared([LOW, few('median: 400000')], [HIGH, few('median: 90000')]);
    expect(full).toContain(`Builder ${ONE} The guide, US, mid: `);
    expect(short).toContain('Base, mid: ');
    const alone = await compared([few('median: 400000')], [few('median: 90000')]);
    expect(alone.full).toContain(APART);
    expect(alone.short).toContain(APART);
    expect(alone.full).toContain('Pay · Whole role\n• The guide (US, base, median)\nTester $400K (n = 12)');
  });

  test('a role with few observations takes no part where the other has many', async () => {
    const { full, short } = await compared(['median: 90000, n: 500'], ['median: 400000, n: 12']);
    expect(full).toContain(APART);
    expect(short).toContain(APART);
  });
});

describe('the first line has the figure', () => {
  test.each([
    ['of the middle level before that of the whole role', ['all', 'mid'], 'mid'],
    ['of the whole role before the senior level', ['senior', 'all'], 'whole role'],
    ['of seniors before those who enter', ['entry', 'senior'], 'senior'],
    ['of those who enter before staff', ['staff', 'entry'], 'entry'],
    ['of staff before those who lead', ['lead', 'staff'], 'staff'],
  ])('%s', async (_what, levels, said) => {
    const both = levels.map((level) => as(level));
    const of = (at: number) => both.map((pair) => pair[at] ?? '');
    expect(await first(of(0), of(1))).toContain(`Base, ${said}: `);
  });

  test('that rests on most observations of the role that has fewest', async () => {
    const middle = as('mid', ', n: 40');
    const [more = '', most = ''] = as('senior', ', n: 90');
    expect(await first([middle[0] ?? '', more], [middle[1] ?? '', most])).toContain('Base, senior: ');
    const lopsided = `${HIGH}, level: senior, n: 35`;
    expect(await first([middle[0] ?? '', more], [middle[1] ?? '', lopsided])).toContain('Base, mid: ');
  });

  test('of the roles themselves before that of occupations beside them, which more were counted for', async () => {
    const said = await first([LOW, wage('Menders', 90_000)], [HIGH, wage('Darners', 60_000)]);
    expect(said).toContain('Base, mid: ');
  });

  test('that each role has once: two of a kind cannot stand for one', async () => {
    const [low = '', high = ''] = as('senior');
    expect(await first([LOW, 'low: 70000, high: 80000', low], [HIGH, high])).toContain('Base, senior: ');
    expect(await first([LOW, 'low: 70000, high: 80000'], [HIGH])).toContain(APART);
  });
});
