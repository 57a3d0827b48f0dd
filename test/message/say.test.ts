import { describe, expect, test } from 'vitest';
import { dateRange, shortDate } from '../../src/message/dates.ts';
import {
  amount,
  enumerate,
  inSentence,
  money,
  numeral,
  printed,
  sentence,
} from '../../src/message/figures.ts';
import type { Language } from '../../src/message/language.ts';
import { LANGUAGES, languageOf } from '../../src/message/language.ts';
import type { Said, Text } from '../../src/message/message.ts';
import { groupBySaid, joined, phrase, say, sayText } from '../../src/message/say.ts';
import { speak, speakText } from '../../src/message/speak.ts';
import { plain } from '../../src/plain.ts';
import type { Reply } from '../../src/reply.ts';
import { askButton, bold, channel } from '../../src/reply.ts';

const SOURCES = '{n, plural, one {one source} other {{words} sources}}';
const parity = (n: number) => say(SOURCES, amount(n % 2));
const english = (said: Said) => speak(said, 'en');
const everywhere = (said: Said) => LANGUAGES.map((language) => speak(said, language));

describe('a reader whose platform says', () => {
  test.each<[string | undefined, Language]>([
    ['en-US', 'en'],
    ['es-419', 'es'],
    ['de_AT.UTF-8', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['DE', 'de'],
    ['fr', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is spoken to in %s', (locale, expected) => {
    expect(languageOf(locale)).toBe(expected);
  });
});

describe('a sentence', () => {
  test('is said as it is written, with its facts in it', () => {
    expect(english(say('Ways out of {role} -> <{role}>', { role: 'C# {lead}' }))).toBe(
      'Ways out of C# {lead} -> <C# {lead}>',
    );
  });
  test('keeps what is more than words apart', () => {
    expect(speakText(sayText('from {from}.', { from: bold('$1') }), 'en')).toEqual([
      'from ',
      bold('$1'),
      '.',
    ]);
  });
  test('without a translation is said in English', () => {
    expect(speak(say('Nobody has translated this'), 'de')).toBe('Nobody has translated this');
  });
  test('without a value it needs is refused', () => {
    expect(() => english(say('from {from}'))).toThrow('from');
  });
  test('in a sentence is said in the same language', () => {
    expect(everywhere(say('Paused: {reason}', { reason: say('The channel is gone.') }))).toEqual([
      'Paused: The channel is gone.',
      'En pausa: El canal ya no existe.',
      'Pausiert: Den Kanal gibt es nicht mehr.',
      'Em pausa: O canal não existe mais.',
    ]);
  });
  test('is plain data until then: what JSON makes of it says the same', () => {
    const said = phrase`${say('Ways in')} · ${numeral(1234.5)} ${enumerate(['a', say('two')])}`;
    expect(everywhere(JSON.parse(JSON.stringify(said)) as Said)).toEqual(everywhere(said));
  });
});

describe('the same reply', () => {
  const reply: Reply = {
    tone: 'answer',
    title: phrase`ML Engineer · ${say('Pay')}`,
    lead: [say('median {figure}', { figure: money(155_000, 'USD') }), ' in ', channel('C1')],
    body: [{ kind: 'actions', actions: [askButton(say('Ladder'), 'ladder', {})] }],
    sources: [{ name: 'Guide', reviewed: '2026-04-26', disclaimer: say('not financial advice') }],
    match: null,
    ask: null,
    shareable: true,
  };

  test('is read in every language, and stays as it was', () => {
    const before = structuredClone(reply);
    const read = LANGUAGES.map((language) => plain(reply, language).replaceAll('\u00A0', ' ').split('\n'));
    expect(read.map(([title]) => title)).toEqual([
      'ML Engineer · Pay',
      'ML Engineer · Sueldo',
      'ML Engineer · Gehalt',
      'ML Engineer · Salário',
    ]);
    expect(read.map(([, lead]) => lead)).toEqual([
      'median $155K in C1',
      'mediana 155.000 US$ in C1',
      'Median 155.000 $ in C1',
      'mediana US$ 155.000 in C1',
    ]);
    expect(read[2]?.at(-1)).toMatch(/^Quelle: Guide, .*Apr\. 2026 · keine Finanzberatung$/);
    expect(reply).toEqual(before);
  });

  test('that is to be shown in one language is, whoever reads it', () => {
    expect(plain({ ...reply, language: 'de' }, 'es')).toBe(plain(reply, 'de'));
  });
});

describe('facts and messages in one line', () => {
  test('are facts alone where no sentence of ours is among them', () => {
    expect(phrase`${'a'} · ${2}`).toBe('a · 2');
    expect(joined(['a', '', 'b'], ', ')).toBe('a, , b');
  });
  test('keep their order in every language', () => {
    expect(everywhere(joined([say('Ways in'), 'b'], ' / '))).toEqual([
      'Ways in / b',
      'Entradas / b',
      'Wege hinein / b',
      'Entradas / b',
    ]);
    const text: Text = [phrase`${bold('x')}: ${say('two')}`];
    expect(speakText(text, 'de')).toEqual([bold('x'), ': ', 'zwei']);
  });
  test('stand together where the same is said', () => {
    expect(groupBySaid([1, 2, 3], parity).map(([, group]) => group)).toEqual([[1, 3], [2]]);
  });
});

describe('figures', () => {
  test('are words up to ten', () => {
    expect([0, 1, 4, 10, 11, 1234].map((n) => english(say(SOURCES, amount(n))))).toEqual([
      'no sources',
      'one source',
      'four sources',
      'ten sources',
      '11 sources',
      '1,234 sources',
    ]);
    expect(english(sentence(say(SOURCES, amount(3))))).toBe('Three sources');
  });
  test('are grouped and listed as each language does', () => {
    expect(everywhere(numeral(1234.5))).toEqual(['1,234.5', '1.234,5', '1.234,5', '1.234,5']);
    expect(everywhere(enumerate(['a', 'b', 'c']))).toEqual([
      'a, b and c',
      'a, b y c',
      'a, b und c',
      'a, b e c',
    ]);
    expect(everywhere(numeral(0.45, { style: 'percent' })).map((share) => share.replace(/\s/, ''))).toEqual(
      LANGUAGES.map(() => '45%'),
    );
  });
  test('of days are as each language writes them', () => {
    expect(everywhere(shortDate('2026-09-01'))).toEqual([
      '1 Sept 2026',
      '1 sept 2026',
      '1. Sept. 2026',
      '1 de set. de 2026',
    ]);
    expect(english(dateRange('2027-04-24', '2027-06-19'))).toBe('24 Apr 2027 – 19 Jun 2027');
    expect(english(dateRange('2027-04-24', '2027-04-24'))).toBe('24 Apr 2027');
  });
  test('that English has as they were printed are said in the other languages', () => {
    expect(everywhere(printed('FREE', say('free')))).toEqual(['FREE', 'gratis', 'kostenlos', 'grátis']);
  });
  test('and labels in a sentence keep their capital in German', () => {
    expect(everywhere(inSentence(say('Show it with')))).toEqual([
      'show it with',
      speak(inSentence(say('Show it with')), 'es'),
      speak(say('Show it with'), 'de'),
      speak(inSentence(say('Show it with')), 'pt-BR'),
    ]);
  });
});
