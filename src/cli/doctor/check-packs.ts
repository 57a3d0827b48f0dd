import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../../knowledge/index.ts';
import { formatFinding, KnowledgeError, openKnowledge } from '../../../knowledge/load.ts';
import type { LeftOut } from '../../../knowledge/load.ts';
import type { Config } from '../../config.ts';
import { packFolders } from '../../config.ts';
import type { Diagnosis } from '../../diagnosis.ts';
import { ok, warning, wrong } from '../../diagnosis.ts';
import { opening, packsOf } from '../packs.ts';
import { silentLog } from '../../log.ts';
import { ago } from './words.ts';

/** As many mistakes of a pack, and as many names of sources, as are told one by one. */
const MOST_TOLD = 20;
const MOST_NAMED = 5;
const MEND =
  'Mend that line; rolecall check DIR says whether it is right, and a running bot takes it up by itself';

/** Whether the packs open, what is wrong in them by file and line, how old they are, and which sources are overdue. */
export async function diagnosePacks(config: Config, now: number): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = [];
  try {
    const onLeftOut = (leftOut: readonly LeftOut[]) => void found.push(...leftOut.flatMap(mistakesOf));
    const knowledge = await openKnowledge(packsOf(config), { ...opening(silentLog), onLeftOut });
    const out = new Set(found.map(({ about }) => about));
    const ages = packFolders(config.variables.ROLECALL_PACKS).filter((pack) => !out.has(`pack ${pack}`));
    return [...found, ...ages.map((pack) => ageOf(pack, now)), known(knowledge), ...overdue(knowledge, now)];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return [...found, ...mistakesOf({ pack: 'knowledge', findings: error.findings })];
  }
}

function mistakesOf({ pack, findings }: LeftOut): Diagnosis[] {
  const told = findings
    .slice(0, MOST_TOLD)
    .map((finding) => wrong(`pack ${pack}`, formatFinding(finding), MEND));
  const left = findings.length - told.length;
  return left === 0
    ? told
    : [...told, wrong(`pack ${pack}`, `${left} more mistakes`, `Type rolecall check ${pack}`)];
}

function known(knowledge: KnowledgeBase): Diagnosis {
  const { version, roles } = knowledge;
  const days = knowledge
    .of('source')
    .all.map(({ retrieved }) => retrieved)
    .sort();
  const read = days.length === 0 ? '' : `, its sources read between ${days[0]} and ${days.at(-1)}`;
  return ok('knowledge', `version ${version}: ${roles.all.length} roles${read}`);
}

function ageOf(pack: string, now: number): Diagnosis {
  const newest = readdirSync(pack, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(pack, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .reduce((latest, at) => Math.max(latest, at), 0);
  return ok(`pack ${pack}`, `in use, last changed ${ago(now - newest)}`);
}

/** Sources whose review is overdue, and those of which a newer release is out. */
function overdue(knowledge: KnowledgeBase, now: number): Diagnosis[] {
  const today = new Date(now).toISOString().slice(0, 10);
  const sources = knowledge.of('source').all;
  const late = sources.filter(({ reviewBy }) => reviewBy < today).map(({ name }) => name);
  const newer = sources.filter(({ replacedBy }) => replacedBy !== undefined).map(({ name }) => name);
  const look = 'Type npm run knowledge: it names the file and the line of each';
  return [
    ...(late.length === 0
      ? [ok('sources', 'no review is overdue')]
      : [warning('sources', `a review is overdue of ${named(late)}`, look)]),
    ...(newer.length === 0 ? [] : [warning('sources', `a newer release is out of ${named(newer)}`, look)]),
  ];
}

function named(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${told} and ${names.length - MOST_NAMED} more` : told;
}
