import { describe, expect, test } from 'vitest';
import { type Files, role, source } from '../knowledge/pack.ts';
import { SPINNERS } from './spinner.ts';
import { talkAboutFiles } from './talk.ts';

const phase = (name: string, months: string, steps: string) =>
  `      - name: ${name}\n${months}        items:\n${steps}`;
const item = (name: string, more = '', kind = 'skill') =>
  `          - { kind: ${kind}, name: ${name}${more === '' ? '' : `, ${more}`} }\n`;
const costs = (printed: string, more: string) => `cost: { ${more}, printed: "${printed}" }`;
const usd = (amount: number) => costs(`$${amount}`, `amount: ${amount}, currency: USD`);

/** The road to Weaver, of these phases, beside other files. */
async function road(phases: string, perWeek?: number, files: Files = {}): Promise<string> {
  const { say } = await talkAboutFiles({
    'sources/guide.yaml': source('guide'),
    'roles/weaver.yaml': role('weaver', 'Weaver'),
    'roles/weaver/guide.yaml': `roadmap:\n  - phases:\n${phases}`,
    ...files,
  });
  return say(`/roadmap weaver${perWeek === undefined ? '' : ` hours-per-week:${perWeek}`}`);
}
const steps = (...items: string[]) => road(phase('Thread', '', items.join('')));

/** A course of which a source says several things. */
const course = (...facts: string[]) => ({
  'courses/weaving.yaml': `id: weaving\ntitle: Weaving\nkind: course\nteaches: [Wool]\nfacts:\n${facts.map((cost) => `  - { source: guide, ${cost} }\n`).join('')}`,
});

describe('a road made by hand', () => {
  test('what one phase leaves out is said beside the sum; two currencies are never one sum', async () => {
    const text = await road(
      phase(
        'Thread',
        '        months: 2\n',
        item('Yarn', `hours: 30, ${usd(20)}`) +
          item('Wool', costs('€15', 'amount: 15, currency: EUR')) +
          item('Felt', usd(5)),
      ) + phase('Cloth', '', item('Looms', 'hours: 12')),
      8,
    );
    expect(text).toContain('Months (added up): 2 months; one phase gives none');
    expect(text).toContain('Hours (added up): 42 h; 2 of 4 steps state their hours');
    // 42 h at 8 h a week are five weeks and two hours of a sixth.
    expect(text).toContain('At 8 h a week (computed): 6 weeks, from stated hours only');
    expect(text).toContain(
      'Cost (added up): $25 + €15 ($20 + €15 + $5, added as printed); 1 states no cost\n',
    );
    expect(text).not.toContain('not added');
    expect(text).not.toContain('without a period');
  });
});

describe('hours', () => {
  test('that every step states are a sum with no remark', async () => {
    const text = await road(phase('Thread', '', item('Yarn', 'hours: 30') + item('Wool', 'hours: 12')), 7);
    expect(text).toContain('Hours (added up): 42 h\n');
    expect(text).toContain('At 7 h a week (computed): 6 weeks\n');
  });

  test('that one step of two states', async () => {
    expect(await steps(item('Yarn', 'hours: 30'), item('Wool'))).toContain(
      'Hours (added up): 30 h; 1 of 2 steps states its hours\n',
    );
  });

  test('that no step states fill no weeks', async () => {
    const text = await road(phase('Thread', '', item('Yarn')), 7);
    expect(text).toContain('Hours (added up): no step states its hours\n');
    expect(text).toContain('At 7 h a week (computed): no weeks: no step states its hours\n');
  });

  test('from the least to the most are said as both', async () => {
    expect(await (await talkAboutFiles(SPINNERS)).say('/skills spinner')).toMatch(/SQL · 10–20\u00a0h/);
  });
});

describe('prices', () => {
  test.each<[string, string[], string]>([
    ['one', [item('Yarn', usd(20))], '$20 as printed\n'],
    ['two', [item('Yarn', usd(20)), item('Wool', usd(5))], '$25 ($20 + $5, added as printed)\n'],
    ['one that is free', [item('Yarn', 'cost: { free: true }')], '1 free\n'],
    ['none', [item('Yarn')], '1 states no cost\n'],
    ['none of two', [item('Yarn'), item('Wool')], '2 state no cost\n'],
    [
      'one that is no sum',
      [item('Yarn', costs('$9 a month', 'amount: 9, currency: USD, per: month'))],
      'not added: "$9 a month"\n',
    ],
    [
      'of every kind',
      [
        item('Yarn', usd(20)),
        item('Wool', 'cost: { free: true }'),
        item('Felt', costs('$9 a month', 'amount: 9, currency: USD, per: month')),
        item('Silk'),
      ],
      '$20 as printed; 1 free; not added: "$9 a month"; 1 states no cost\n',
    ],
  ])('%s', async (_what, items, said) => {
    expect(await steps(...items)).toContain(`Cost (added up): ${said}`);
  });

  const ofCourse = (...facts: string[]) =>
    road(phase('Thread', '', item('Wool', 'course: weaving', 'course')), undefined, course(...facts));

  test('several that a source gives for one step are from the least to the most', async () => {
    expect(await ofCourse(usd(20), usd(50), usd(30))).toContain(
      'Cost (added up): $20–$50 ($20 + $50 + $30, added as printed)\n',
    );
  });

  test('of which one is no sum are not silent', async () => {
    const monthly = costs('$9 a month', 'amount: 9, currency: USD, per: month');
    expect(await ofCourse(usd(20), monthly)).toContain(
      'Cost (added up): $20 as printed; not added: "$9 a month"\n',
    );
  });

  test('of a step that is free as well begin at nothing', async () => {
    const text = await ofCourse(usd(20), 'cost: { free: true }');
    expect(text).toContain('Cost (added up): $0–$20 as printed; 1 free\n');
  });

  test('of a course that say no period may be by the month, which is said of each once', async () => {
    const bare = (name: string, amount: number) => item(name, usd(amount), 'course');
    expect(await steps(bare('Wool', 20), bare('Felt', 20), item('Yarn', usd(70)))).toContain(
      '"$20" is printed without a period and added once; by the month it would be more.',
    );
    expect(await steps(bare('Wool', 20), bare('Felt', 50))).toContain(
      '"$20" and "$50" are printed without a period and added once; by the month it would be more.',
    );
  });
});
