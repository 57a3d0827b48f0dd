import type { Pattern } from '../../../commands/ask/notation.ts';
import type { Utterance, Utterances } from '../../../commands/ask/utterances.ts';
import type { Fillers } from './fillers.ts';
import { oneOf } from './random.ts';

/** A part of a sentence: words of the utterance, or what fills a slot of it. */
export interface Piece {
  readonly text: string;
  readonly slot?: string;
}

/** One way of saying an utterance, with names filled in. */
export function sampleOf(
  { pattern, language }: Utterance,
  { rules }: Utterances,
  fillers: Fillers,
  random: () => number,
): Piece[] {
  const say = (part: Pattern): Piece[] => {
    switch (part.kind) {
      case 'words':
        return [{ text: part.text }];
      case 'slot':
        return [{ text: oneOf(fillers[part.name] ?? [], random) ?? '', slot: part.name }];
      case 'rule': {
        const rule = rules.get(language)?.get(part.name);
        return rule === undefined ? [] : say(rule);
      }
      case 'one': {
        const chosen = oneOf(part.of, random);
        return chosen === undefined ? [] : say(chosen);
      }
      case 'all':
        return part.of.flatMap(say);
    }
  };
  return say(pattern);
}

const BEFORE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'ok so',
    'hey',
    'quick question',
    'hi there,',
    'so',
    'not sure who to ask but',
    'honest question:',
    'um',
    'hello',
    'ok but',
    'also',
  ],
  es: [
    'hola',
    'oye',
    'buenas',
    'una pregunta:',
    'pues',
    'a ver',
    'disculpa',
    'oigan',
    'y',
    'hola, una duda:',
  ],
  de: [
    'hi',
    'hallo',
    'kurze frage:',
    'sag mal',
    'also',
    'moin',
    'frage:',
    'mal ehrlich',
    'und',
    'ich frag mich',
  ],
  'pt-BR': ['oi', 'então', 'uma dúvida:', 'galera', 'olá', 'me diz', 'fala', 'e', 'boa noite', 'gente'],
};
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  en: ['pls', 'thanks', 'lol', '?', 'tbh', 'please', '??', 'asking for a friend', 'thx', '🙏'],
  es: ['porfa', 'gracias', '?', 'jaja', 'por favor', '??', 'saludos', 'pls'],
  de: ['bitte', 'danke', '?', 'lg', 'haha', '??', 'danke euch', 'bitte mal'],
  'pt-BR': ['por favor', 'valeu', '?', 'kkk', 'obrigado', '??', 'pfv', 'rs'],
};

/** The same as somebody types it in haste: with an aside, a slip of the finger, a small word left out. */
export function hasty(pieces: readonly Piece[], language: string, random: () => number): Piece[] {
  const slipped = elsewhere(pieces, language, random).map((piece) => {
    if (piece.slot !== undefined) return piece;
    const words = piece.text.split(' ').flatMap((word) => hastyWord(word, random));
    return { text: words.join(' ') };
  });
  const before = random() < 0.12 ? [{ text: `${oneOf(BEFORE[language] ?? [], random) ?? ''} ` }] : [];
  const behind = random() < 0.1 ? [{ text: ` ${oneOf(BEHIND[language] ?? [], random) ?? ''}` }] : [];
  return [...before, ...slipped, ...behind];
}

const PRONOUNS: Readonly<Record<string, readonly string[]>> = {
  en: ['it', 'they', 'one', 'that', 'i'],
  es: ['', 'eso', 'uno'],
  de: ['man', 'das', 'der', 'die'],
  'pt-BR': ['', 'isso', 'ele', 'a gente'],
};

/** The second of two clauses names its role in the first: what it says has the name behind it, see `clausesOf`. */
function elsewhere(pieces: readonly Piece[], language: string, random: () => number): readonly Piece[] {
  const slots = pieces.filter(({ slot }) => slot !== undefined);
  const [only] = slots;
  if (only === undefined || slots.length > 1 || random() > 0.1) return pieces;
  const pronoun = { text: oneOf(PRONOUNS[language] ?? [], random) ?? '' };
  return [...pieces.map((piece) => (piece === only ? pronoun : piece)), { text: ' ' }, only];
}

function hastyWord(word: string, random: () => number): string[] {
  const chance = random();
  if (word.length > 0 && word.length < 4 && chance < 0.06) return [];
  if (word.length < 5 || chance > 0.05) return [word];
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 4);
  const letter = word[at] ?? '';
  if (kind === 0) return [word.slice(0, at) + word.slice(at + 1)];
  if (kind === 1) return [word.slice(0, at) + letter + word.slice(at)];
  if (kind === 2) return [word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2)];
  return [word.slice(0, at) + String.fromCharCode(97 + Math.floor(random() * 26)) + word.slice(at + 1)];
}
