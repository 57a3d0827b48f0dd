import { beforeAll, describe, expect, test } from 'vitest';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** The first line and the one that answers, with ordinary spaces before currencies. */
async function headOf(line: string, locale: string): Promise<string[]> {
  return (await bot.say(line, locale)).replaceAll('\u00a0', ' ').split('\n').slice(0, 2);
}

/** Both in one line. */
async function said(line: string, locale: string): Promise<string> {
  return (await headOf(line, locale)).join(' ');
}

describe('pay in the language of who asks', () => {
  test.each([
    [
      'es-MX',
      'ML Engineer · sueldo (EE. UU., al año)',
      'Cuatro fuentes; en el nivel intermedio, las cifras van de 110.000 US$ a 250.000 US$. Tres más dan medianas.',
    ],
    [
      'de',
      'ML Engineer · Gehalt (USA, pro Jahr)',
      'Vier Quellen; auf Stufe Mid reichen sie von 110.000 $ bis 250.000 $. Drei weitere nennen Mediane.',
    ],
    [
      'pt-BR',
      'ML Engineer · salário (EUA, por ano)',
      'Quatro fontes; no nível pleno, os números vão de US$ 110.000 a US$ 250.000. Mais três trazem medianas.',
    ],
  ])('%s', async (locale, ...head) => {
    expect(await headOf('/salary ml-engineer view:bands', locale)).toEqual(head);
  });

  test('a level by itself, one that is missing, and a role without figures', async () => {
    expect(await said('/salary ml-engineer level:senior', 'de')).toMatch(
      /^ML Engineer · Gehalt, Stufe Senior .* auf Stufe Senior reichen sie von 160\.000 \$ bis 400\.000\+ \$/,
    );
    expect(await said('/salary ux-designer level:senior', 'es')).toContain(
      'Ninguna fuente da el sueldo del nivel sénior; esto es lo que hay. Mediana salarial 104.000 US$ (Web and Digital Interface Designers, BLS wages, May 2025).',
    );
    expect(await said('/salary network-engineer view:bands', 'pt')).toContain(
      'US$ 130.000 (Network Engineer, infosec-jobs.com, 2024–25, n = 747)',
    );
    expect(await said('/salary data-ethicist view:bands', 'pt')).toBe(
      'Data Ethicist · salário Nenhuma das minhas fontes traz o salário de Data Ethicist.',
    );
  });

  test('several markets, each in its own money and hours', async () => {
    const { say } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/tester.yaml': role(
        'tester',
        'Tester',
        `pay:
  - { source: guide, level: mid, basis: base, currency: GBP, region: GB, low: 45000, high: 64250 }
  - { source: guide, level: all, basis: base, currency: USD, region: US, per: hour, low: 45.5, open: true }\n`,
      ),
    });
    const text = (await say('/salary tester view:bands', 'pt-BR')).replaceAll('\u00a0', ' ');
    expect(text).toContain('Dois mercados, cada um em sua própria escala.');
    expect(text).toContain('£ 45.000–64.250 no nível pleno (The guide); salário-base.');
    expect(text).toContain('US$ 45,5+ para todo o cargo (The guide); salário-base.');
  });

  test('buttons say it in German and ask it in English', async () => {
    const reply = await bot.ask('/salary ml-engineer view:bands', 'de');
    expect(labelsOf(reply).slice(0, 9)).toEqual([
      'Kurz gefasst',
      'Bild',
      'Perzentile',
      'Warum sie abweichen',
      'Gehaltsfaktoren',
      'Einstieg',
      'Mid',
      'Senior',
      'Staff',
    ]);
    expect(reply.ask).toEqual((await bot.ask('/salary ml-engineer view:bands')).ask);
  });

  test('a picture is drawn and described in the language it was asked in', async () => {
    const [german, english] = await Promise.all(
      ['de', 'en'].map(async (locale) => {
        const { body } = await bot.ask('/salary ml-engineer picture', locale);
        return body.find((node) => node.kind === 'picture');
      }),
    );
    expect(german?.chart).toMatchObject({
      language: 'de',
      title: 'ML Engineer · Gehalt',
      unit: 'USA, pro Jahr',
    });
    expect(german?.alt.replaceAll('\u00a0', ' ')).toContain('Einstieg 70.000 $ – 160.000 $');
    expect(english?.chart).not.toHaveProperty('language');
  });
});
