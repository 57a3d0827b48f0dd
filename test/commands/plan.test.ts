import { describe, expect, test } from 'vitest';
import { facts, role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talkAboutFiles } from './talk.ts';

/** A course of the guide that teaches one skill, in `hours` or up to `most`. */
function course(id: string, skill: string, hours: number, cost: string, most?: number): string {
  const high = most === undefined ? '' : `    hoursHigh: ${most}\n`;
  return `id: ${id}\ntitle: ${id}\nkind: course\nteaches: [${skill}]\nfacts:\n  - source: guide\n    hours: ${hours}\n${high}    cost: ${cost}\n    roles:\n      - role: spinner\n`;
}

/** Spinners need PyTorch (30 h, $49) and SQL (10 h, free); weavers need SQL. */
async function weavers(most?: number): Promise<Talk> {
  return talkAboutFiles({
    'sources/guide.yaml': source('guide'),
    'roles/weaver.yaml': role('weaver', 'Weaver'),
    'roles/weaver/guide.yaml': facts(100_000, 'SQL'),
    'roles/spinner.yaml': role('spinner', 'Spinner'),
    'roles/spinner/guide.yaml': `${facts(120_000, 'SQL')}      - name: PyTorch\n        priority: essential\n`,
    'courses/torch.yaml': course('torch', 'PyTorch', 30, '{ amount: 49, currency: USD, printed: $49 }', most),
    'courses/tables.yaml': course('tables', 'SQL', 10, '{ free: true }'),
  });
}

describe('a plan, its sums made by hand: 30 h and 10 h, $49 and nothing', () => {
  test('40 hours at 10 a week are 4 weeks from 22 Nov', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner hours-per-week:10');
    expect(text).toContain('2 skills are listed, 2 of them essential. Computed: two courses, 40 h stated');
    expect(text).toContain('the stated hours fill 4 weeks, until 20 Dec 2026');
    expect(text).toContain('$49 as printed; 1 free');
    expect(text).toContain('no duration by any source I have');
  });

  test('what the first role asks for already is no part of it: 30 hours are 3 weeks', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner from:weaver hours-per-week:10');
    expect(text).toContain('You have 1 of 2 listed skills; one essential one is missing.');
    expect(text).toContain('fill 3 weeks, until 13 Dec 2026');
    expect(text).not.toContain('tables');
  });

  test('who has everything misses nothing', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner have:"pytorch, sql"');
    expect(text).toContain('You have all 2 listed skills: nothing is missing.');
    expect(text).not.toContain('no course');
  });

  test.each([
    [48, false],
    [49, true],
  ])('a budget of %i pays for the course of 49 dollars: %s', async (budget, paid) => {
    const { say } = await weavers();
    const text = await say(`/plan spinner budget:${budget}`);
    expect(text.includes('40 h stated')).toBe(paid);
    expect(text.includes(`Left out by the budget of ${budget}`)).toBe(!paid);
  });

  test('a budget that pays for nothing is said to be why, not that there is no course', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner from:weaver budget:48');
    expect(text).toContain('No course for it is within the budget.');
    expect(text).toContain(
      'One missing skill is in no step (1 of them essential): the budget does not reach.',
    );
    expect(text).not.toContain('I know no course');
  });

  test.each([
    [100, true],
    [101, false],
    [1, true],
    [0, false],
  ])('%i hours a week are taken: %s', async (hours, taken) => {
    const { ask, say } = await weavers();
    const line = `/plan spinner hours-per-week:${hours}`;
    expect((await ask(line)).tone).toBe(taken ? 'answer' : 'problem');
    expect((await say(line)).includes('give a number from 1 to 100')).toBe(!taken);
  });

  test('a skill that nobody knows is said to be none', async () => {
    const { say } = await weavers();
    expect(await say('/plan spinner have:"zzqx, sql"')).toContain('zzqx');
  });
});

describe('the same plan in the other languages', () => {
  test('auf Deutsch', async () => {
    const { ask, say } = await weavers();
    const text = await say('/plan spinner hours-per-week:10 have:zzqx', 'de');
    expect(text).toContain(
      '2 Skills sind genannt, davon 2 unverzichtbar. Berechnet: zwei Kurse, 40 h angegeben: 4 Wochen bei 10 h pro Woche, fertig: 20. Dez. 2026.',
    );
    expect(text).toContain('Kenne ich nicht als Skill\n„zzqx“');
    expect(text).toContain('Dir fehlen, Unverzichtbares zuerst (2)');
    expect(text).toContain('Dokumentiert: keine meiner Quellen nennt eine Dauer');
    expect(labelsOf(await ask('/plan spinner', 'de'))).toContain('Einige habe ich schon');
  });

  test('en español', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner from:weaver hours-per-week:10', 'es');
    expect(text).toContain(
      'Tienes 1 de 2 habilidades mencionadas; te falta una esencial. Calculado: un curso, 30 h indicadas: 3 semanas con 10 h semanales, fin: 13 dic 2026.',
    );
    expect(text).toContain('Pasos, en orden (calculado)\n1. torch');
    expect(text).toContain(
      'Con 10 h por semana (calculado): las horas indicadas llenan 3 semanas desde hoy, fin: 13 dic 2026',
    );
  });

  test('em português', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner from:weaver budget:48', 'pt-BR');
    expect(text).toContain(
      'Você tem 1 de 2 habilidades citadas; falta uma essencial. Nenhum curso para ela cabe no orçamento.',
    );
    expect(text).toContain('Fora do orçamento de 48\n• torch: $49');
    expect(await say('/why plan spinner hours-per-week:10', 'pt-BR')).toContain(
      'Datas: 40 h com 10 h por semana, arredondadas para cima em semanas inteiras, dão 4 semanas; contadas a partir de 22 de nov. de 2026 (UTC).',
    );
  });

  test('from one date to another as each language writes it', async () => {
    const { say } = await weavers(100);
    const line = '/plan spinner from:weaver hours-per-week:10';
    const dates = ['en', 'es', 'de', 'pt-BR'].map(async (language) => said(await say(line, language)));
    expect(await Promise.all(dates)).toEqual([
      '13 Dec 2026 – 31 Jan 2027',
      '13 dic 2026 – 31 ene 2027',
      '13. Dez. 2026 – 31. Jan. 2027',
      '13 de dez. de 2026 – 31 de jan. de 2027',
    ]);
  });
});

/** The dates that the first sentences of a plan end with; Intl sets thin spaces around the dash. */
function said(text: string): string | undefined {
  return /(?:until|fin:|fertig:|término:) (.*)\.$/m.exec(text)?.[1]?.replaceAll(/\s/g, ' ');
}
