import { beforeAll, describe, expect, test } from 'vitest';
import type { Translated } from '../../src/message/language.ts';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { GOOD } from '../knowledge/pack.ts';
import { asksOf, labelsOf, phoneLines, talk, talkAboutFiles } from './talk.ts';
import { talkUnguided } from './unguided.ts';

let bot: Talk;
let unguided: Talk;
beforeAll(async () => {
  [bot, unguided] = await Promise.all([talk(), talkUnguided()]);
});

/** What a member reads; a space that no line breaks at is a space here. */
async function say(line: string, language: Translated, to = bot): Promise<string> {
  return (await to.say(line, language)).replaceAll('\u00A0', ' ');
}

const TRANSLATED: readonly Translated[] = ['es', 'de', 'pt-BR'];

describe('in the language of the reader', () => {
  test.each<[Translated, string[]]>([
    [
      'es',
      [
        'Entrena modelos y los hace funcionar dentro de un producto',
        'Sueldo (EE. UU., al año): Intermedio: 155.000–200.000 US$ base + acciones (DecipherU)',
        'Cómo se entra: desde Software Engineer o Data Scientist; unas 790–1362 h',
        'Primeras habilidades: Python, SQL y Álgebra lineal y cálculo',
        'Lo difícil: Semanas de trabajo acaban en una mejora',
        'Más sobre ML Engineer: El trabajo · Portafolio · Currículum',
        'no es asesoramiento financiero',
      ],
    ],
    [
      'de',
      [
        'Gehalt (USA, pro Jahr): Mid: 155.000–200.000 $ Grundgehalt + Aktien (DecipherU)',
        'Einstieg: Software Engineer oder Data Scientist; etwa 790–1362 h',
        'Zuerst lernen: Python, SQL und Lineare Algebra und Analysis',
        'Was schwer ist: ',
        'Mehr zu ML Engineer: Die Arbeit · Portfolio · Lebenslauf',
        'keine Finanzberatung',
      ],
    ],
    [
      'pt-BR',
      [
        'Treina modelos e os roda dentro de um produto',
        'Salário (EUA, por ano): Pleno: US$ 155.000–200.000 base + ações (DecipherU)',
        'Como se entra: de Software Engineer ou Data Scientist; cerca de 790–1362 h',
        'Primeiras habilidades: Python, SQL e Álgebra linear e cálculo',
        'O que é difícil: Semanas de trabalho terminam num ganho dentro do ruído',
        'Mais sobre ML Engineer: O trabalho · Portfólio · Currículo',
        'não é aconselhamento financeiro',
      ],
    ],
  ])('%s: a role on one screen', async (language, lines) => {
    const text = await say('/role ml-engineer', language);
    for (const line of lines) expect(text).toContain(line);
  });

  test.each<[Translated, string[]]>([
    [
      'es',
      [
        'Sueldo (EE. UU., al año): Intermedio: 155.000–200.000 US$ base + acciones (DecipherU)',
        'Rol para empezar: No (DecipherU)',
        'Software Engineer, cerca de 8 meses · Data Scientist, cerca de 9 meses',
      ],
    ],
    [
      'de',
      [
        'Gehalt (USA, pro Jahr): Mid: 155.000–200.000 $ Grundgehalt + Aktien (DecipherU)',
        'Einstiegsrolle: Nein (DecipherU)',
        'Software Engineer, etwa 8 Monate · Data Scientist, etwa 9 Monate',
      ],
    ],
    [
      'pt-BR',
      [
        'Salário (EUA, por ano): Pleno: US$ 155.000–200.000 base + ações (DecipherU)',
        'Cargo de entrada: Não (DecipherU)',
        'Software Engineer, cerca de 8 meses · Data Scientist, cerca de 9 meses',
      ],
    ],
  ])('%s: a role without a guide on one screen', async (language, lines) => {
    const text = await say('/role ml-engineer', language, unguided);
    for (const line of lines) expect(text).toContain(line);
    expect(text).toContain('Builds, trains and ships machine learning models');
  });

  test.each<[Translated, string, string]>([
    ['de', 'skills', 'Wichtig · How-to guide'],
    ['de', 'ladder', 'Einstieg · Junior ML Engineer, 0–2 Jahre: Feature pipelines'],
    ['pt-BR', 'transitions', '\n• Você traz: Production engineering\n'],
    ['pt-BR', 'employers', 'ML Engineer · empregadores\nCitados por várias fontes: Netflix (3)'],
    ['es', 'transitions', 'Se llega desde Software Engineer, Data Scientist, Data Engineer, Estudiante, '],
    ['pt-BR', 'roadmap', '5 fases, cerca de 790–1362 h ao todo (estimativa).'],
    ['pt-BR', 'roadmap', '1 Programar, consultar, calcular · Rolecall guide\nPython · cerca de 100–160 h'],
  ])('%s: the section %s', async (language, section, line) => {
    expect(await say(`/role ml-engineer ${section}`, language)).toContain(line);
  });

  test.each<[Translated, string, string]>([
    ['es', 'transitions', 'Tres entradas documentadas, seis salidas.'],
    ['es', 'questions', 'Diez preguntas, respondidas.'],
    ['de', 'outlook', 'Wachstum 33,5 % (Data scientists, BLS projections, 2024–34)'],
    ['pt-BR', 'roadmap', 'Cinco fases, sem duração documentada (How-to guide); oito próximos passos'],
  ])('%s: the section %s of a role without a guide', async (language, section, line) => {
    expect(await say(`/role ml-engineer ${section}`, language, unguided)).toContain(line);
  });

  test('the courses of a role are counted, and the counts add up', async () => {
    const counts = /^(\d+) recursos: (\d+) gratis, (\d+) con precio, (\d+) sin costo indicado\.$/m;
    const text = await say('/role ml-engineer courses', 'es');
    const [all, ...parts] = (counts.exec(text) ?? []).slice(1).map(Number);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all);
    expect(all).toBeGreaterThan(30);
  });

  test('German keeps the capitals of its nouns', async () => {
    expect((await bot.ask('/role ml-engineer ladder', 'de')).title).toBe('ML Engineer · Karriereleiter');
    expect((await bot.ask('/role ml-engineer ladder', 'es')).title).toBe('ML Engineer · escalafón');
  });

  test('names are asked back, guessed and missed', async () => {
    expect(await say('/role engineer', 'es')).toMatch(
      /^¿Cuál\?\n"engineer" puede ser más de uno\. Elige, o escribe más del nombre, por ejemplo "[^"]+" o "[^"]+"\./,
    );
    expect(await say('/role mahcine lerning', 'de')).toContain(
      'Ich lese das als „ML Engineer“. Nicht gemeint?',
    );
    expect(await say('/role plumber', 'pt-BR')).toContain(
      'Não conheço "plumber"\nConheço cargos de tecnologia, e nada parecido com isso. Para começar:',
    );
  });

  test('what is free is said so, a printed price stays as it is printed', async () => {
    const text = await say('/role defense-ml-engineer roadmap', 'de', unguided);
    expect(text).toContain('Drei Phasen, zusammen 20 Monate (Defense careers).');
    const guided = await say('/role defense-ml-engineer roadmap', 'de');
    expect(guided).toContain('5 Phasen, insgesamt etwa 711–1242 h (Schätzung).');
    for (const road of [text, guided]) {
      expect(road).toContain('Kurs · Coursera · unverzichtbar · 60 h · intermediate · $49');
      expect(road).toContain('Skill · PyTorch · unverzichtbar · kostenlos');
    }
  });

  test.each(TRANSLATED)('%s: the buttons ask the same as in English', async (language) => {
    const line = '/role ml-engineer';
    expect(asksOf(await bot.ask(line, language))).toEqual(asksOf(await bot.ask(line)));
    const labels = labelsOf(await bot.ask(line, language));
    expect(new Set(labels).size).toBe(labels.length);
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(30);
  });

  test.each(TRANSLATED)('%s: the overview fits a phone', async (language) => {
    const reply = await bot.ask('/role ml-engineer', language);
    const words = { ...reply, sources: [], body: reply.body.filter((node) => node.kind !== 'actions') };
    expect(phoneLines(plain(words, language))).toBeLessThanOrEqual(26);
  });
});

test('a summary that was put into the language of the reader is read in it, and in English in the others', async () => {
  const spanish = { 'roles/ml-engineer.es.yaml': 'summary: { text: Qué es. }\n' };
  const small = await talkAboutFiles({ ...GOOD, ...spanish });
  const leads = await Promise.all(
    ['es', 'de', 'en'].map(async (locale) => (await small.ask('/role ml-engineer', locale)).lead),
  );
  const [translated, german, english] = leads;
  expect(translated).toEqual(['Qué es.']);
  expect(german).toEqual(english);
  expect(english).not.toEqual(translated);
});
