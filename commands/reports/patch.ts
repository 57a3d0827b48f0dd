import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Match } from '../../knowledge/match.ts';
import type { Command, CommandContext } from '../../src/command.ts';
import { noCounts } from '../../src/counts.ts';
import { Problem } from '../../src/parse.ts';
import { noPrompts } from '../../src/prompts/desk.ts';
import type { Ask, Ground } from '../../src/reply.ts';
import type { Report } from '../../src/reports/report.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { StoreProblem } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { questionIn } from '../why.ts';
import type { Wanted } from './locate.ts';
import { locate } from './locate.ts';

/** What an export is made from. */
export interface PatchParts {
  readonly address: StoreAddress;
  /** The folder for the file; made where it is missing. */
  readonly out: string;
  /** The packs in use: folders, later ones win. */
  readonly packs: readonly string[];
  readonly knowledge: KnowledgeBase;
  readonly commands: readonly Command[];
}

const FILE = 'corrections.yaml';

const HEADER = `# Mistakes that members reported and that were accepted: a list of what to look at, not a pack.
# For each: open the first line under "look", compare it with the source, and change that one line.
# Then run "npm run knowledge" (or "rolecall check DIR"), which names the file, line and field of whatever is wrong.
# A report that is done is taken out with: /reports dismiss ID reason:"Corrected."
`;

/**
 * Writes every accepted report of every community into one file in `out`, as a patch for a contributor to carry out, and
 * gives a line that says so.
 *
 * It is a list of what to do, in YAML as packs are, and on purpose no pack: what a member writes ("the senior figure is of
 * 2023") is a claim, not yet a checked fact of a source, and a file that passed `rolecall check` would put it in front of
 * the real one unread. What a contributor lacks is not a file that loads but the place: so each report names the data
 * file and line that its words are nearest to, with what stands there now; the contributor corrects that line and the
 * linter says at once whether it is right.
 *
 * @throws StoreProblem when there is no store, or the file is there already.
 */
export async function writePatch({ address, out, packs, knowledge, commands }: PatchParts): Promise<string> {
  const file = join(out, FILE);
  if (existsSync(file))
    throw new StoreProblem(`${file} is there already: move it away, or name another folder.`);
  if ('file' in address && !existsSync(address.file))
    throw new StoreProblem(
      `There is no file ${address.file} with reports: set ROLECALL_DATA_DIR to its folder.`,
    );
  const reports = await acceptedIn(address);
  if (reports.length === 0) return 'No report was accepted, so there is nothing to write.';
  const context = contextOf(knowledge, commands);
  const items = [];
  for (const report of reports) items.push(await itemOf(report, packs, context));
  mkdirSync(out, { recursive: true });
  writeFileSync(file, HEADER + stringify(items, { lineWidth: 0 }));
  return `${reports.length} ${reports.length === 1 ? 'report' : 'reports'} written to ${file}.`;
}

async function acceptedIn(address: StoreAddress): Promise<readonly Report[]> {
  const store = await openStore(address);
  try {
    return await store.reports.everywhere('accepted');
  } finally {
    await store.close();
  }
}

async function itemOf(report: Report, packs: readonly string[], context: CommandContext) {
  const { id, about, madeAt, what, right, source, knowledge } = report;
  const look = locate(packs, await wantedBy(report, context));
  return {
    id,
    about: `/${about}`,
    reported: new Date(madeAt).toISOString().slice(0, 10),
    wrong: what,
    ...(right === undefined ? {} : { right }),
    ...(source === undefined ? {} : { source }),
    ...(knowledge === context.knowledge.version ? {} : { knowledge }),
    ...(look.length === 0 ? {} : { look }),
  };
}

/** What the question and the report name, and the sources that the answer rests on. Words that are no question name nothing. */
async function wantedBy({ about, what, right = '' }: Report, context: CommandContext): Promise<Wanted> {
  const words = `${what} ${right}`;
  const courses = coursesNamed(`${about} ${words}`, context.knowledge);
  const answered = await answerTo(about, context);
  if (answered === undefined) return { subjects: courses, sources: [], words };
  const { ask, match, grounds } = answered;
  const ids = [...Object.values(ask.values), ...(match !== null && 'id' in match ? [match.id] : [])];
  return {
    subjects: [...new Set([...ids.filter((value) => /^[a-z0-9-]+$/.test(value)), ...courses])],
    sources: [...new Set(grounds.map(({ source }) => source))],
    words,
  };
}

interface Answered {
  readonly ask: Ask;
  readonly match: Match | null;
  readonly grounds: readonly Ground[];
}

/** The answer that a report is about, as it is given now; undefined where what stands there asks nothing. */
async function answerTo(about: string, context: CommandContext): Promise<Answered | undefined> {
  try {
    const question = questionIn(about, context);
    if (question === undefined) return undefined;
    const { command, values, ask } = question;
    if (command.restsOnFacts !== true) return { ask, match: null, grounds: [] };
    const draft = await command.answer(values, context);
    return { ask: draft.ask ?? ask, match: draft.match ?? null, grounds: draft.grounds?.facts ?? [] };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The shortest title that is looked for in a sentence. */
const SHORT = 6;

/** The ids of courses whose title stands in those words. */
function coursesNamed(words: string, { courses }: KnowledgeBase): string[] {
  const said = words.toLowerCase();
  const named = courses.all.filter(
    ({ title }) => title.length >= SHORT && said.includes(title.toLowerCase()),
  );
  return named.map(({ id }) => id);
}

/** Nobody, nowhere: what a question is answered with that nobody asks. */
function contextOf(knowledge: KnowledgeBase, commands: readonly Command[]): CommandContext {
  return {
    knowledge,
    commands,
    asker: { id: '', locale: 'en', manages: false },
    place: { community: null, channel: null },
    now: Date.now(),
    prompts: noPrompts,
    counts: noCounts('Nothing is counted here.'),
  };
}
