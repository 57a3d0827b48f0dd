import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Citation, KnowledgeBase } from '../../knowledge/index.ts';
import type { Command, CommandContext } from '../../src/command.ts';
import { Problem } from '../../src/problem.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import type { Report } from '../../src/community/reports.ts';
import { openStore, type StoreAddress } from '../../src/store/store.ts';
import { StoreProblem } from '../../src/store/database.ts';
import { questionIn } from '../why/index.ts';
import { placesOf } from './places.ts';

/** What an export is made from. */
export interface PatchParts {
  readonly address: StoreAddress;
  /** The folder for the file; made where it is missing. */
  readonly out: string;
  readonly knowledge: KnowledgeBase;
  readonly commands: readonly Command[];
}

const FILE = 'corrections.yaml';

const HEADER = `# Mistakes that members reported and that were accepted: a list of what to look at, not a pack.
# For each: open the first line under "look", compare it with the source, and change that one line.
# Where it says "correctIn", that line is made of a publisher's download: write the list with the right fact to that file, which
# overrides the list, or choose otherwise in knowledge/selection and run "npm run pack".
# Then run "npm run knowledge" (or "rolecall check DIR"), which names the file, line and field of whatever is wrong.
# A report that is done is taken out with: /reports dismiss ID reason:"Corrected."
`;

/**
 * Writes every accepted report of every community into one file in `out`, as a patch for a contributor to carry out, and
 * gives a line that says so.
 *
 * It is a list of what to do, in YAML as packs are, and on purpose no pack: what a member writes ("the senior figure is of
 * 2023") is a claim, not yet a checked fact of a source, and a file that passed `rolecall check` would put it in front of
 * the real one unread. What a contributor lacks is not a file that loads but the place: so each report names the files
 * and lines that the answer rests on, with what stands there now; the contributor corrects that line and the linter says
 * at once whether it is right.
 *
 * @throws StoreProblem when there is no store, or the file is there already.
 */
export async function writePatch({ address, out, knowledge, commands }: PatchParts): Promise<string> {
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
  for (const report of reports) items.push(await itemOf(report, context));
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

async function itemOf(report: Report, context: CommandContext) {
  const { id, about, madeAt, what, right, source, knowledge } = report;
  const facts = await evidenceOf(about, context);
  const look = placesOf(facts, `${what} ${right ?? ''}`, context.knowledge);
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

/** What the answer that a report is about rests on, as it is given now; nothing where what stands there asks nothing. */
async function evidenceOf(about: string, context: CommandContext): Promise<readonly Citation[]> {
  try {
    const question = questionIn(about, context);
    if (question === undefined || question.command.restsOnFacts !== true) return [];
    const draft = await question.command.answer(question.values, context);
    return draft.evidence?.facts ?? [];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Nobody, nowhere: what a question is answered with that nobody asks. */
function contextOf(knowledge: KnowledgeBase, commands: readonly Command[]): CommandContext {
  return {
    knowledge,
    commands,
    asker: { id: '', locale: 'en', manages: false },
    place: { community: null, channel: null },
    now: Date.now(),
    community: offlineCommunity,
  };
}
