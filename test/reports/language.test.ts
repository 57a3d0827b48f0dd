import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Prompts } from '../prompts/world.ts';
import { openPrompts } from '../prompts/world.ts';
import { languageOf } from '../../src/message/language.ts';

let prompts: Prompts;
beforeEach(async () => {
  prompts = await openPrompts();
});
afterEach(() => prompts.close());

const place = { on: 'chat', community: 'C', channel: 'careers1' };

/** Asks in a language; the words of the answer. */
async function ask(locale: string, command: string, values: Record<string, string> = {}): Promise<string> {
  const asker = { id: `reader of ${locale}`, locale, manages: true };
  return plain(await prompts.bot.answer({ command, values, asker, place }), languageOf(locale));
}

const REPORT = { about: 'role sre', what: 'This is wrong.' };

describe('reports are counted', () => {
  test.each([
    ['de', ['Keine Meldung wartet', 'Eine Meldung wartet', 'Zwei Meldungen warten', 'Drei Meldungen warten']],
    ['es', ['Ningún aviso espera', 'Un aviso espera', 'Dos avisos esperan', 'Tres avisos esperan']],
    ['pt-BR', ['Nenhum relato espera', 'Um relato espera', 'Dois relatos esperam', 'Três relatos esperam']],
  ])('in %s', async (locale, counts) => {
    for (const words of counts) {
      expect(await ask(locale, 'reports')).toContain(`${words} `);
      await ask(locale, 'report', REPORT);
    }
  });
});

test.each([
  ['de', 'du hast innerhalb eines Tages 5 meldungen gesendet: die nächste geht in 24 stunden.'],
  ['es', 'has enviado 5 avisos en un día: puedes enviar el próximo en 24 horas.'],
  ['pt-BR', 'você enviou 5 relatos em um dia: pode enviar o próximo em 24 horas.'],
])('the limit says when again, in %s', async (locale, sentence) => {
  for (const _ of [1, 2, 3, 4, 5]) await ask(locale, 'report', REPORT);
  expect((await ask(locale, 'report', REPORT)).toLowerCase()).toContain(sentence.toLowerCase());
});

test('a report keeps its own words, whoever reads it', async () => {
  await ask('es', 'report', { ...REPORT, what: 'Está mal: 10 meses' });
  const read = await ask('de', 'reports');
  expect(read).toContain('Gemeldet: /role sre\nEstá mal: 10 meses');
  expect(await ask('es', 'study')).toContain('espera una decisión');
});

describe('what is known of the answers, in other words', () => {
  test.each([
    ['de', 'help', 'Was du hier einrichten kannst', 'Du verwaltest diese Community'],
    ['es', 'help', 'Lo que puedes configurar aquí', 'Tú administras esta comunidad'],
    ['pt-BR', 'help', 'O que você pode configurar aqui', 'Você administra esta comunidade'],
    ['de', 'sources', 'Quellen', 'ist die Prüfung überfällig'],
    ['es', 'sources', 'Fuentes', 'la revisión vencida'],
    ['pt-BR', 'sources', 'Fontes', 'com a revisão vencida'],
    ['de', 'misses', 'Noch nichts gefragt', 'nirgends steht, wer gefragt hat'],
    ['es', 'misses', 'Todavía no se ha preguntado nada', 'en ningún lugar se anota quién preguntó'],
    ['pt-BR', 'misses', 'Ainda não perguntaram nada', 'em nenhum lugar se registra quem perguntou'],
  ])('%s: /%s', async (locale, command, ...sentences) => {
    const said = await ask(locale, command);
    for (const sentence of sentences) expect(said).toContain(sentence);
  });

  test.each([
    ['de', 'DecipherU, geprüft 26. Apr. 2026'],
    ['es', 'DecipherU, revisada 26 abr 2026'],
    ['pt-BR', 'DecipherU, revisada 26 de abr. de 2026'],
    ['en', 'DecipherU, reviewed 26 Apr 2026'],
  ])('%s: the foot of an answer', async (locale, credit) => {
    expect(await ask(locale, 'salary', { role: 'ml-engineer' })).toContain(credit);
  });
});

test.each([
  ['de', 'Nimm die Adresse aus dem Satz'],
  ['es', 'Quita la dirección de la frase'],
  ['pt-BR', 'Tire o endereço da frase'],
])('%s: what is wrong with a report', async (locale, words) => {
  expect(await ask(locale, 'report', { ...REPORT, what: 'See https://a.example' })).toContain(words);
});
