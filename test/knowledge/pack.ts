import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { check } from '../../knowledge/check.ts';

/** The files of a pack: path below its folder → text. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The folder of a new pack with these files, removed when the test is over. */
export function aPack(files: Files): string {
  const folder = scratchPack(files);
  onTestFinished(() => removePack(folder));
  return folder;
}

/** The same for several tests, whose last one has to remove it. */
export function scratchPack(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-pack-'));
  write(folder, files);
  return folder;
}

export function removePack(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A file of source `id` that is not due for review before 2027. */
export function source(id: string, more = ''): string {
  return `id: ${id}\nname: The ${id}\ntitle: A page\nlicence: quoted facts\nretrieved: 2026-11-01\nreviewBy: 2027-06-01\n${more}`;
}

/** A file of role `id` with nothing but its names. */
export function role(id: string, title: string, more = ''): string {
  return `id: ${id}\ntitle: ${title}\nfamily: Data\nsummary:\n  text: What it is.\n  sources: [guide]\n${more}`;
}

export function transition(from: string, to: string): string {
  return `id: ${from}--${to}\nfrom: ${from}\nto: ${to}\ndocumented:\n  - source: guide\n    months: { about: 10 }\n`;
}

/** A prompt about drift. */
export const prompt = (more = '', read = 'url: https://pages.example/drift') =>
  `title: Drift\norder: 1\nskills: [Monitoring]\nwhy: It matters.\nread: { title: A page, ${read} }\nbuild: { text: Plot it. }\ndiscuss: Did it help?\nsources: [guide]\n${more}`;
/** A course with these facts, as YAML has them on one line. */
export const course = (stated: string) =>
  `id: deep-learning\ntitle: Deep Learning\nkind: course\nfacts: [${stated}]\n`;

/** Two roles, a course, a transition and what they rest on, with nothing for the linter to say. */
export const GOOD: Files = {
  'sources/guide.yaml': source('guide'),
  'sources/survey.yaml': source('survey'),
  'roles/data-engineer.yaml': role('data-engineer', 'Data Engineer', 'aliases: [ETL developer]\n'),
  'roles/data-engineer/guide.yaml': facts(120000, 'SQL'),
  'roles/data-engineer/survey.yaml': facts(125000, 'SQL'),
  'roles/ml-engineer.yaml': role('ml-engineer', 'ML Engineer', 'aliases: [MLE]\n'),
  'roles/ml-engineer/guide.yaml': facts(155000, 'PyTorch'),
  'roles/ml-engineer/survey.yaml': facts(165000, 'pytorch'),
  'transitions/data-engineer--ml-engineer.yaml': transition('data-engineer', 'ml-engineer'),
  'courses/deep-learning.yaml':
    'id: deep-learning\ntitle: Deep Learning\nkind: course\nteaches: [PyTorch]\nfacts:\n  - source: guide\n    cost: { amount: 49, currency: USD, printed: $49 }\n    roles:\n      - role: ml-engineer\n',
};

/** What one source says: a pay band and a skill. */
export function facts(low: number, skill: string): string {
  return [
    'pay:',
    '  - level: mid',
    '    basis: base',
    '    currency: USD',
    '    region: US',
    `    low: ${low}`,
    `    high: ${low + 45000}`,
    'skills:',
    '  - items:',
    `      - name: ${skill}`,
    '        priority: essential',
    '',
  ].join('\n');
}

/** What the linter says about the good pack with these files changed: `file:line:column field — sentence`, by file. */
export async function lint(changed: Files, today = '2026-11-21'): Promise<string[]> {
  const folder = aPack({ ...GOOD, ...changed });
  const findings = await check([folder], { today });
  return findings.map(({ severity, file, line, column, field, message }) => {
    const place = `${file.slice(folder.length + 1)}:${line}:${column}`;
    return `${severity} ${field === '' ? place : `${place} ${field}`} — ${message}`;
  });
}
