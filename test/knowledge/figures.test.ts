import { describe, expect, it } from 'vitest';
import { talkAboutFiles } from '../commands/talk.ts';
import { course, facts, type Files, lint, role, source } from './pack.ts';

const COURSE = 'courses/deep-learning.yaml';
const cost = (words: string): Files => ({ [COURSE]: course(`{ source: guide, cost: ${words} }`) });

describe('a figure is a field: the linter answers', () => {
  it.each<[string, Files, string]>([
    ['a price as a text', cost('$49'), 'facts[0].cost — is "$49": write fields'],
    ['a sum of no currency', cost('{ amount: 49, printed: $49 }'), 'give amount and currency together'],
    [
      'a sum without what is printed',
      cost('{ amount: 49, currency: USD }'),
      'give free: true, or what is printed',
    ],
    [
      'free, and a sum',
      cost('{ free: true, amount: 4, currency: USD, printed: x }'),
      'is free, and has an amount',
    ],
    [
      'a period of nobody knows what',
      cost('{ amount: 49, currency: USD, per: go, printed: $49 }'),
      'cost.per — is "go": write one of hour, week, month, year, exam',
    ],
    [
      'a growth as a text',
      { 'roles/ml-engineer/guide.yaml': `${facts(1e5, 'SQL')}outlook: [{ growth: 8% }]\n` },
      'outlook[0].growth — is "8%": write fields',
    ],
    [
      'an education that is on no scale',
      {
        'roles/ml-engineer/guide.yaml': `${facts(1e5, 'SQL')}outlook: [{ education: { level: wise, printed: x } }]\n`,
      },
      'education.level — is "wise": write one of none, high-school,',
    ],
    [
      'a month that is none',
      { 'sources/guide.yaml': source('guide', 'published: { year: 2026, month: 13, printed: x }\n') },
      'published.month',
    ],
  ])('%s', async (_title, files, answer) => {
    const answers = await lint(files);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain(answer);
  });
});

/** A spinner's road of one step, at a price that is printed in words. */
const priced = (fields: string): Files => ({
  'sources/guide.yaml': source('guide'),
  'roles/spinner.yaml': role('spinner', 'Spinner'),
  'roles/spinner/guide.yaml': `roadmap:\n  - phases:\n      - name: Tables\n        items:\n          - { kind: course, name: Tables, course: tables }\n`,
  'courses/tables.yaml': `id: tables\ntitle: Tables\nkind: course\nteaches: [SQL]\nfacts:\n  - source: guide\n    hours: 10\n    cost: { ${fields} }\n    roles: [{ role: spinner }]\n`,
});

/** A role that grows by so many percent, which its source prints in words. */
function growing(id: string, percent: number): Files {
  return {
    [`roles/${id}.yaml`]: role(id, id),
    [`roles/${id}/guide.yaml`]: `outlook:\n  - growth: { percent: ${percent}, printed: like the ${id} }\n    openings: { number: 1200, per: year }\n    education: { level: bachelor, printed: A loom licence }\n`,
  };
}

describe('an answer computes with the fields, whatever is printed', () => {
  it.each([
    ['amount: 49, currency: USD, printed: forty-nine dollars', '$49 as printed'],
    ['amount: 49, currency: USD, per: month, printed: $49', 'not added: "$49"'],
    ['printed: $49 or so', 'not added: "$49 or so"'],
    ['free: true, printed: $0', '1 free'],
  ])('a price { %s } is "%s"', async (fields, said) => {
    const { say } = await talkAboutFiles(priced(fields));
    expect(await say('/roadmap spinner hours-per-week:10')).toContain(said);
  });

  it('says only of a sum without a period that it may be by the month', async () => {
    const bare = await talkAboutFiles(priced('amount: 49, currency: USD, printed: $49'));
    const exam = await talkAboutFiles(priced('amount: 49, currency: USD, per: exam, printed: $49'));
    expect(await bare.say('/roadmap spinner hours-per-week:10')).toContain('printed without a period');
    expect(await exam.say('/roadmap spinner hours-per-week:10')).not.toContain('printed without a period');
  });

  it('ranks a growth that is printed in words, and names an education', async () => {
    const { say } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      ...growing('weaver', 3),
      ...growing('dyer', 12.5),
    });
    expect(await say('/ask fastest growing roles')).toContain('Most growth: 12.5% dyer');
    expect(await say('/role weaver outlook')).toContain(
      'Growth like the weaver. 1,200 openings a year; typical education at entry: A loom licence.',
    );
    expect(await say('/ask do i need a degree for weaver')).toContain(
      'Typical education at entry: A loom licence (The guide).',
    );
  });
});
