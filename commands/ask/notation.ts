/** A part of an utterance as its notation says it: words, a slot, one of several, or one behind the other. */
export type Pattern =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'one'; readonly of: readonly Pattern[] }
  | { readonly kind: 'all'; readonly of: readonly Pattern[] };

/** What keeps an utterance from being read, as a sentence that says what to do. */
export class NotationError extends Error {
  override readonly name = 'NotationError';
}

const TOKEN = /[()[\]|]|\{[^{}]*\}|<[^<>]*>|[^()[\]|{}<>]+|[{}<>]/gu;

/** Reads `(a|b) [x] {slot} <rule>`, the notation of hassil. Throws `NotationError`. */
export function parsePattern(written: string): Pattern {
  const tokens = written.match(TOKEN) ?? [];
  const end = { at: 0 };
  const pattern = readChoice(tokens, end);
  if (end.at < tokens.length) throw new NotationError(`"${tokens[end.at]}" closes nothing: remove it`);
  return pattern;
}

/** Alternatives up to a closing bracket. */
function readChoice(tokens: readonly string[], end: { at: number }): Pattern {
  const choices: Pattern[][] = [[]];
  for (; end.at < tokens.length; end.at += 1) {
    const token = tokens[end.at] ?? '';
    if (token === ')' || token === ']') break;
    if (token === '|') choices.push([]);
    else choices.at(-1)?.push(readPart(token, tokens, end));
  }
  const all = choices.map((of): Pattern => ({ kind: 'all', of }));
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : { kind: 'one', of: all };
}

function readPart(token: string, tokens: readonly string[], end: { at: number }): Pattern {
  if (token === '(' || token === '[') {
    end.at += 1;
    const inner = readChoice(tokens, end);
    const close = token === '(' ? ')' : ']';
    if (tokens[end.at] !== close) throw new NotationError(`a "${token}" is not closed: add "${close}"`);
    return token === '(' ? inner : { kind: 'one', of: [inner, { kind: 'words', text: '' }] };
  }
  const name = token.slice(1, -1).trim();
  if (/^\{.+\}$/.test(token)) return { kind: 'slot', name };
  if (/^<.+>$/.test(token)) return { kind: 'rule', name };
  if (/[{}<>]/.test(token)) throw new NotationError(`"${token}" stands alone: close it, or remove it`);
  return { kind: 'words', text: token };
}

/** Every part of a pattern, itself first. */
export function partsOf(pattern: Pattern): Pattern[] {
  const inner = 'of' in pattern ? pattern.of.flatMap(partsOf) : [];
  return [pattern, ...inner];
}
