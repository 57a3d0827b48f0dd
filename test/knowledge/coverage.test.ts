import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../knowledge/built-in.ts';
import { check, coverage, formatFinding } from '../../knowledge/check.ts';
import { guideOf } from './guide-file.ts';
import { aPack, type Files, GOOD, lint, prompt } from './pack.ts';

const ML = 'guides/ml-engineer.yaml';
const DE = 'guides/data-engineer.yaml';
const ML_PROMPT = 'prompts/ml-engineer/drift.yaml';
const DE_PROMPT = 'prompts/data-engineer/late.yaml';
const NO_GROWTH = { [ML]: guideOf('ml-engineer'), [ML_PROMPT]: prompt() };
const TWO_GUIDES = { ...NO_GROWTH, [DE]: guideOf('data-engineer'), [DE_PROMPT]: prompt() };

/** The cells of a role's line, by the names in the first line. */
async function cellsOf(files: Files, role: string): Promise<Record<string, string>> {
  const [head = '', ...lines] = await coverage([aPack({ ...GOOD, ...files })]);
  const values = lines.find((each) => each.startsWith(`${role} `))?.split(/ +/) ?? [];
  return Object.fromEntries(head.split(/ +/).map((name, i) => [name, values[i] ?? '']));
}

/** What is wrong with files, apart from what a short track may do without. */
async function errorsOf(files: Parameters<typeof lint>[0]): Promise<string[]> {
  return (await lint(files)).filter((finding) => !/ track — |nobody wrote prompts/.test(finding));
}

describe('coverage', () => {
  it('counts what is known of a role, and a dash is a kind of fact that nobody states', async () => {
    expect(await cellsOf({}, 'ml-engineer')).toMatchObject({
      guide: '–',
      week: '–',
      skills: '2',
      in: '1',
      out: '–',
      courses: '1',
      pay: '2',
      growth: '–',
      sources: '2',
      oldest: '2026-11',
    });
  });

  it('counts what a guide has, and dates a source by its publisher', async () => {
    const published = 'published: { year: 2024, month: 3, printed: March 2024 }\n';
    const survey = { 'sources/survey.yaml': `${String(GOOD['sources/survey.yaml'])}${published}` };
    const cells = await cellsOf({ ...NO_GROWTH, ...survey }, 'ml-engineer');
    expect(cells).toMatchObject({ guide: 'yes', week: '5', certs: '1', prompts: '1', oldest: '2024-03' });
    expect(Object.keys(cells).filter((name) => cells[name] === '–')).toEqual(['growth']);
  });

  it('is summed up in four lines, which the README quotes: paste them there if they have changed', async () => {
    const lines = (await coverage(BUILT_IN)).slice(-4);
    expect(readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')).toContain(lines.join('\n'));
  });

  it('of a guided role lacks figures only', async () => {
    expect(await errorsOf({ [ML]: guideOf('ml-engineer') })).toEqual([
      `error ${ML}:1:1 — ml-engineer has a guide and no prompts: a guided role has every kind of fact but figures`,
    ]);
    expect(await errorsOf(NO_GROWTH)).toEqual([]);
  });
});

const quiet = (who: string) => `It is hard. Nobody thanks ${who} for the quiet nights.`;

describe('a sentence of two guides', () => {
  it('is refused once the names of their roles are masked, by file and line of both', async () => {
    const [finding, ...more] = await errorsOf({
      ...TWO_GUIDES,
      [DE]: guideOf('data-engineer', { is: quiet('ETL developers') }),
      [ML]: guideOf('ml-engineer', { hard: ['One more.', 'Two more.', quiet('ML Engineers')] }),
    });
    expect(more).toEqual([]);
    expect(finding).toMatch(
      /^error guides\/ml-engineer\.yaml:\d+:\d+ hard\[2\] — "Nobody thanks ML Engineers for/,
    );
    expect(finding).toMatch(/stands in \S+\/guides\/data-engineer\.yaml:5 too, but for names of roles/);
  });

  it('is refused in their prompts and in other languages too', async () => {
    const german = 'is: Niemand dankt einem für die ruhigen Nächte.\n';
    const why = prompt().replace('It matters.', 'Nights are quiet if somebody looked first.');
    const findings = await errorsOf({
      ...TWO_GUIDES,
      [DE_PROMPT]: why,
      [ML_PROMPT]: why,
      'guides/data-engineer.de.yaml': german,
      'guides/ml-engineer.de.yaml': german,
    });
    expect(findings.map((finding) => finding.split(' — ')[0])).toEqual([
      'error guides/ml-engineer.de.yaml:1:1 is',
      'error prompts/ml-engineer/drift.yaml:4:1 why',
    ]);
  });

  it('may be what a source says of an occupation that both are, and what two readers ask', async () => {
    expect(TWO_GUIDES[DE]).toContain('Ten of a hundred tasks go twice as fast.');
    expect(TWO_GUIDES[ML]).toContain('Ten of a hundred tasks go twice as fast.');
    expect(await errorsOf(TWO_GUIDES)).toEqual([]);
  });

  it('is in none of the built-in ones', async () => {
    const findings = await check(BUILT_IN, { today: '2026-11-29' });
    expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
  });
});
