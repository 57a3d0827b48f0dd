import { isDeepStrictEqual } from 'node:util';
import { YAMLException, load } from 'js-yaml';
import type { YAMLError } from 'yaml';
import { LineCounter, isScalar, parseDocument, visit } from 'yaml';
import type { SourcePosition } from './source-position.ts';

/** What is wrong at one place of a text. */
export interface YamlProblem extends SourcePosition {
  readonly message: string;
}

/** A YAML text as plain data, or everything that keeps it from being YAML. */
export type ParsedYaml = { readonly value: unknown } | { readonly problems: readonly YamlProblem[] };

/**
 * Reads one YAML 1.2 document. js-yaml reads it, ten times faster than `yaml`; `yaml` is asked only when that fails,
 * since it finds all the mistakes and names them more exactly.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    return { value: load(text, { maxAliases: 0 }) };
  } catch (error) {
    const problems = mistakes(text);
    return { problems: problems.length > 0 ? problems : [fallback(text, error)] };
  }
}

/** What two readers of YAML would see differently, and text lost to a `#`. Slow: for the linter only. */
export function yamlWarnings(text: string): readonly YamlProblem[] {
  const parsed = parseYaml(text);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const found: YamlProblem[] = [];
  if (document.errors.length === 0 && 'value' in parsed && !isDeepStrictEqual(document.toJS(), parsed.value))
    found.push({
      line: 1,
      column: 1,
      message: 'not every YAML reader reads this the same: put unusual values in quotes',
    });
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || !node.comment || /^[\s#]/.test(node.comment)) return;
      const { line, col } = lines.linePos(node.range?.[1] ?? 0);
      const message = `"#${firstWord(node.comment)}" is read as a comment: put the whole text in quotes, or a space after #`;
      found.push({ line, column: col, message });
    },
  });
  return found;
}

function firstWord(comment: string): string {
  return comment.trim().split(/\s/, 1)[0] ?? '';
}

function mistakes(text: string): YamlProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const seen = new Set<number>();
  return [...document.errors, ...document.warnings].flatMap((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    // One slip makes several errors on its line; the first names it best.
    if (seen.has(line)) return [];
    seen.add(line);
    return [{ line: Math.max(line, 1), column: Math.max(col, 1), message: sentence(error, text) }];
  });
}

const NO_COLON = 'is neither "field: value" nor "- item": add what is missing, and a space after the colon';

/** What to do, for the mistakes that people make; the parser's own words serve for the others. */
const ADVICE: Readonly<Record<string, (rest: string) => string>> = {
  DUPLICATE_KEY: (rest) => `"${/^[^:\n]*/.exec(rest)?.[0] ?? ''}" is here twice: keep one of the two`,
  TAB_AS_INDENT: () => 'the line begins with a tab: use spaces',
  BLOCK_AS_IMPLICIT_KEY: () =>
    'a colon inside a text, or lines that do not line up: put the text in quotes, or fix the spaces',
  MULTILINE_IMPLICIT_KEY: () => NO_COLON,
  MULTIPLE_DOCS: () => '--- begins a second entry: write one entry a file',
  BAD_SCALAR_START: (rest) => `a text cannot begin with ${rest[0] ?? 'this sign'}: put it in quotes`,
  TAG_RESOLVE_FAILED: (rest) => `a text cannot begin with ${rest[0] ?? 'this sign'}: put it in quotes`,
  BAD_DQ_ESCAPE: () => 'a backslash has a meaning inside double quotes: use single quotes',
};

function sentence({ code, message, pos }: YAMLError, text: string): string {
  if (/missing closing/i.test(message))
    return 'a quotation mark is missing: close the text that was opened above';
  if (/implicit map keys/i.test(message)) return NO_COLON;
  const advice = ADVICE[code]?.(text.slice(pos[0]));
  return advice ?? `is not YAML (${message}): check quotes, brackets and the spaces at the start of the line`;
}

function fallback(text: string, error: unknown): YamlProblem {
  if (text.replace(/^\s*#.*$/gm, '').trim() === '')
    return { line: 1, column: 1, message: 'the file is empty: fill it in, or remove it' };
  if (!(error instanceof YAMLException))
    return { line: 1, column: 1, message: `is not YAML (${String(error)}): write it more simply` };
  const { line = 0, column = 0 } = error.mark ?? {};
  if (!error.reason.includes('alias'))
    return {
      line: line + 1,
      column: column + 1,
      message: `is not YAML (${error.reason}): put the text in quotes`,
    };
  const message =
    'a text that begins with * refers to another place, which packs do not allow: put it in quotes, or write it out';
  // The mark is behind the asterisk.
  return { line: line + 1, column, message };
}
