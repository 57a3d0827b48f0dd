import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallExpression, Span } from 'oxc-parser';
import { parseSync, Visitor } from 'oxc-parser';
import { commands } from '../../commands/index.ts';
import { choiceKey } from '../../src/message/choices.ts';
import keptSentences from '../../src/store/kept-sentences.json' with { type: 'json' };
import type { Translations } from '../../src/message/catalogue.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDERS = ['src', 'commands', 'adapters'];
const SAYERS = new Set(['say', 'sayText', 'message']);

/** An English sentence of the interface, and where it is said (`commands/salary.ts:12`, or the command it describes). */
interface Sentence {
  readonly english: string;
  readonly where: string;
}

export interface Said {
  readonly sentences: readonly Sentence[];
  /** Calls of `say` and the like whose sentence is not a literal, so that nobody can translate it. */
  readonly computed: readonly string[];
}

/** Every sentence of the interface: what the code says, and what the commands say of themselves in menus and the help. */
export function sentencesOfTheCode(): Said {
  const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT })).sort();
  const said = files.map(sentencesIn);
  const described = commands.flatMap(({ name, summary, options }) => [
    { english: summary, where: `/${name}` },
    ...Object.entries(options).flatMap(([option, about]) =>
      [about.description, ...(about.kind === 'choice' ? about.choices.map(choiceKey) : [])].map(
        (english) => ({
          english,
          where: `/${name} ${option}`,
        }),
      ),
    ),
  ]);
  const kept = keptSentences.map((english) => ({ english, where: 'src/store/kept-sentences.json' }));
  return {
    sentences: [...said.flatMap(({ sentences }) => sentences), ...described, ...kept],
    computed: said.flatMap(({ computed }) => computed),
  };
}

function sentencesIn(file: string): Said {
  const code = readFileSync(join(ROOT, file), 'utf8');
  if (!/message\/(say|figures)\.ts|\.\/say\.ts/.test(code)) return { sentences: [], computed: [] };
  const sentences: Sentence[] = [];
  const computed: string[] = [];
  const visit = (call: CallExpression): void => {
    if (call.callee.type !== 'Identifier' || !SAYERS.has(call.callee.name)) return;
    const [first] = call.arguments;
    const where = lineOf(file, code, call);
    if (first?.type === 'Literal' && typeof first.value === 'string')
      sentences.push({ english: first.value, where });
    // A table of labels was marked with `message` where it is written.
    else if (call.callee.name === 'message' || first?.type === 'TemplateLiteral') computed.push(where);
  };
  new Visitor({ CallExpression: visit }).visit(parseSync(file, code).program);
  return { sentences, computed };
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
  return globSync('src/message/catalogue/*.json', { cwd: ROOT })
    .sort()
    .flatMap((file) => {
      const read: Record<string, Partial<Translations>> = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
      return Object.entries(read).map(([english, translations]) => ({ english, file, translations }));
    });
}
