import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fitted } from '../../src/fit.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import type { SpokenText } from '../../src/message/speak.ts';
import { speakText } from '../../src/message/speak.ts';
import type { SpokenNode, SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import { code, link } from '../../src/reply.ts';
import { anyReply, figure } from '../adapters/replies.ts';
import { triesOf } from '../sample.ts';
import { bodyOf, fitted, LIMITS, nodeSize, of, RULER, wordsOf } from './small-place.ts';

function everyPage(reply: SpokenReply): Fitted[] {
  return Array.from({ length: fitted(reply).pages }, (_, at) => fitted(reply, at + 1));
}

/** What is wrong with a page, in words. */
function breaches({ reply, rows }: Fitted): string[] {
  const total = RULER.frame(reply) + reply.body.reduce((sum, node) => sum + nodeSize(node), 0);
  const actions = rows.flat();
  const ids = actions.map((action) => (action.kind === 'ask' ? RULER.state(action.ask) : action));
  const checks: Record<string, boolean> = {
    message: total <= LIMITS.message,
    nodes: reply.body.length <= LIMITS.nodes,
    rows: rows.length <= LIMITS.rows,
    buttons: rows.every((row) => row.length <= LIMITS.buttonsPerRow),
    'blank label': actions.every(({ label }) => label.trim() !== ''),
    label: actions.every(({ label }) => label.length <= LIMITS.buttonLabel),
    'same id': new Set(ids).size === ids.length,
  };
  return Object.keys(checks).filter((name) => checks[name] === false);
}

/** What the line of a page begins with, in each language. */
const NOTE =
  /^(Page|Seite|Página) \d|^\d+ (more to choose|weitere zur Wahl|(opción|opciones) más)|^mais \d+ (opção|opções)/;

function withoutNote({ reply: { body } }: Fitted): readonly SpokenNode[] {
  const last = body.at(-1);
  const words = last?.kind === 'note' ? last.text.map(wordsOf).join('') : '';
  return NOTE.test(words) ? body.slice(0, -1) : body;
}

/** The words of texts, lists, notes and values, in order; titles are clipped and said again, so they are left aside. */
function said(lead: SpokenText, body: readonly SpokenNode[]): string {
  const texts = body.flatMap((node): SpokenText[] => {
    if (node.kind === 'text' || node.kind === 'note') return [node.text];
    if (node.kind === 'list') return [...node.items];
    return node.kind === 'fields' ? node.fields.map((field) => field.value) : [];
  });
  return [lead, ...texts].flat().map(wordsOf).join('').replace(/\s+/g, '');
}

describe('any reply at all', () => {
  test('every page keeps every limit, and nothing is lost or said twice across the pages', () => {
    fc.assert(
      fc.property(anyReply, fc.constantFrom(...LANGUAGES), (any, language) => {
        const reply = speakReply(any, language);
        const pages = everyPage(reply);
        expect(pages.flatMap(breaches)).toEqual([]);
        // A table's columns are said again on each page, and a row may be told as a list.
        const told = { ...reply, body: reply.body.filter((node) => node.kind !== 'table') };
        const shown = told.body.length === reply.body.length ? pages : everyPage(told);
        const lead = shown[0]?.reply.lead ?? [];
        expect(said(lead, shown.flatMap(withoutNote))).toBe(said(told.lead, told.body));
      }),
      { numRuns: triesOf(200) },
    );
  });
});

describe('figures and links are never cut', () => {
  test('a range of two figures is one word', () => {
    expect(clipWords('it pays $155K – $200K', 15)).toBe('it pays…');
    expect(clipWords('about 1\u00a0000\u202f000 people', 10)).toBe('about…');
  });

  test('code and links stay whole', () => {
    const text = speakText(
      [`${of(1190)} `, code('$155K–$200K'), ' ', link('two words', 'https://example.com')],
      'en',
    );
    const inlines = bodyOf({ kind: 'text', text }).flatMap((node) => (node.kind === 'text' ? node.text : []));
    expect(inlines).toContainEqual(code('$155K–$200K'));
    expect(inlines).toContainEqual(link('two words', 'https://example.com'));
  });

  test('any figures, in any text, clipped anywhere', () => {
    const figures = fc.array(figure, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 25, max: 200 }), (list, max) => {
        const parts = clipWords(list.join(' and '), max)
          .replace(/( and)?…$/, '')
          .split(' and ');
        const kept = parts.map((part) => part.trim()).filter((part) => /\d/.test(part));
        expect(kept).toEqual(list.slice(0, kept.length));
      }),
    );
  });
});
