import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallExpression, Span } from 'oxc-parser';
import { parseSync, Visitor } from 'oxc-parser';
import { commands } from '../../commands/index.ts';
import type { Translations } from '../../src/language/catalogue.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDERS = ['src', 'commands', 'adapters'];
const SAYERS = new Set(['say', 'sayText', 'message']);

/** An English sentence of the interface, and where it is said (`commands/salary.ts:12`, or the command it describes). */
export interface Sentence {
  readonly english: string;
  readonly where: string;
}

export interface Said {
  readonly sentences: readonly Sentence[];
  /** Calls of `say` and the like whose sentence is not a literal, so that nobody can translate it. */
  readonly computed: readonly string[];
  /** Calls of `say` when a file is loaded: nobody has asked yet, so it is English for ever. */
  readonly early: readonly string[];
}

/** Every sentence of the interface: what the code says, and what the commands say of themselves in menus and the help. */
export function sentencesOfTheCode(): Said {
  const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT })).sort();
  const said = files.map(sentencesIn);
  const described = commands.flatMap(({ name, summary, options }) => [
    { english: summary, where: `/${name}` },
    ...Object.entries(options).map(([option, { description }]) => ({
      english: description,
      where: `/${name} ${option}`,
    })),
  ]);
  return {
    sentences: [...said.flatMap(({ sentences }) => sentences), ...described],
    computed: said.flatMap(({ computed }) => computed),
    early: said.flatMap(({ early }) => early),
  };
}

function sentencesIn(file: string): Said {
  const code = readFileSync(join(ROOT, file), 'utf8');
  if (!/language\/(say|figures)\.ts|\.\/say\.ts/.test(code))
    return { sentences: [], computed: [], early: [] };
  const sentences: Sentence[] = [];
  const computed: string[] = [];
  const early: CallExpression[] = [];
  const functions: Span[] = [];
  const visit = (call: CallExpression): void => {
    if (call.callee.type !== 'Identifier' || !SAYERS.has(call.callee.name)) return;
    const [first] = call.arguments;
    if (call.callee.name !== 'message') early.push(call);
    const where = lineOf(file, code, call);
    if (first?.type === 'Literal' && typeof first.value === 'string')
      sentences.push({ english: first.value, where });
    // A table of labels was marked with `message` where it is written.
    else if (call.callee.name === 'message' || first?.type === 'TemplateLiteral') computed.push(where);
  };
  const enter = (each: Span): void => void functions.push(each);
  new Visitor({
    CallExpression: visit,
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
  }).visit(parseSync(file, code).program);
  const isLater = (call: Span) => functions.some(({ start, end }) => start < call.start && call.end <= end);
  const lines = early.filter((call) => !isLater(call)).map((call) => lineOf(file, code, call));
  return { sentences, computed, early: lines };
}

function lineOf(file: string, code: string, { start }: Span): string {
  return `${file}:${code.slice(0, start).split('\n').length}`;
}

/** A sentence of the catalogue with the file it stands in. */
export interface Entry {
  readonly english: string;
  readonly file: string;
  readonly translations: Partial<Translations>;
}

/** The catalogue as its files have it, in their order. */
export function catalogueEntries(): Entry[] {
  return globSync('src/language/catalogue/*.json', { cwd: ROOT })
    .sort()
    .flatMap((file) => {
      const read: Record<string, Partial<Translations>> = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
      return Object.entries(read).map(([english, translations]) => ({ english, file, translations }));
    });
}
