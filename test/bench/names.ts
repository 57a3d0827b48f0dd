import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../../knowledge/load.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

/** What became of a name: read right, read wrong, asked back with the right one among the choices, or not. */
type Outcome = 'right' | 'asked' | 'missed' | 'wrong';

interface Line {
  readonly language: string;
  readonly typed: string;
  readonly expected: string;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The lines of a set whose expected roles are all in the knowledge. */
function linesOf(file: string, { roles }: KnowledgeBase): Line[] {
  const lines = readFileSync(here(`${file}.tsv`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines
    .map((line) => line.split('\t'))
    .map(([language = '', typed = '', expected = '']) => ({ language, typed, expected }))
    .filter(({ expected }) => expected === '-' || idsIn(expected).every((id) => roles.get(id) !== undefined));
}

function idsIn(expected: string): string[] {
  return expected.replace(/^\?/, '').split('|');
}

function outcomeOf({ typed, expected }: Line, { roles }: KnowledgeBase): Outcome {
  const { match, entry, choices } = roles.find(typed);
  const answers = match.kind === 'exact' || match.kind === 'close';
  const wanted = idsIn(expected);
  if (expected === '-') return answers ? 'wrong' : 'right';
  const offers = choices.some(({ id }) => wanted.includes(id));
  if (expected.startsWith('?')) return answers ? 'wrong' : offers ? 'right' : 'missed';
  if (answers) return wanted.includes(entry?.id ?? '') ? 'right' : 'wrong';
  return match.kind === 'ambiguous' && offers ? 'asked' : 'missed';
}

function foundIn(typed: string, { roles }: KnowledgeBase): string {
  const { match, entry, choices } = roles.find(typed);
  return [match.kind, entry?.id, ...choices.map(({ id }) => id)].join(' ');
}

/** Prints how many names of each half are read right, by language; `--wrong` prints what is wrong of those that may be read. */
async function main(): Promise<void> {
  const knowledge = await openKnowledge([here('../../knowledge/made'), here('../../knowledge/data')]);
  for (const file of (process.env['N'] ?? 'unseen/names-learn,dev/names-people,unseen/names-held').split(
    ',',
  )) {
    const scored = linesOf(file, knowledge).map((line) => ({ ...line, outcome: outcomeOf(line, knowledge) }));
    const groups = [['all', scored] as const, ...Map.groupBy(scored, ({ language }) => language)];
    for (const [language, lines] of groups) {
      const share = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
      const parts = (['right', 'asked', 'missed', 'wrong'] as const).map((each) => `${each} ${share(each)}`);
      console.log(`${file} ${language.padEnd(5)} ${lines.length} names: ${parts.join(', ')}`);
    }
    if (process.argv.includes('--wrong') && !file.endsWith('held'))
      for (const { typed, expected, outcome } of scored.filter((each) => each.outcome !== 'right'))
        console.log(`  ${outcome}\t${typed}\twanted ${expected}\tgot ${foundIn(typed, knowledge)}`);
  }
}

await main();
