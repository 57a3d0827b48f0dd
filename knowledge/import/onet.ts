import type { Download } from './download.ts';
import { defineImporter } from './importer.ts';
import { readEducation, readJobZones, readRelated } from './onet-details.ts';
import type { Given } from './onet-checks.ts';
import { type Occupation, type Occupations, readOccupations, readReported } from './onet-occupations.ts';
import { readSkills, readTechnology } from './onet-skills.ts';
import { ONET, onetCredit, onetSource } from './onet-source.ts';
import type { FactsInput, NotesInput, PackParts, RoleInput, SkillsInput } from './pack-parts.ts';
import { distinctTitles, slug } from './titles.ts';

/**
 * O*NET: every occupation with all its alternate titles becomes a role that answers to them; technology, skills and
 * education become facts by code, so that roles written by hand that claim the code have them too. The publisher's
 * sentences (descriptions, tasks) are not read. An imported occupation weighs less in a search than a role written by
 * hand, so it never takes over a name; titles of its own, and those it shares with other occupations, answer.
 */
export const onet = defineImporter(
  {
    name: 'onet',
    summary:
      'Occupations of the United States with their titles, technology and skills (USDOL/ETA, CC BY 4.0)',
    needs: ['Occupation Data.txt', 'Job Titles.txt (until release 30.2 Alternate Titles.txt)'],
    uses: [
      'Sample of Reported Titles.txt',
      'Software Skills.txt (until release 30.2 Technology Skills.txt)',
      'Essential Skills.txt and Transferable Skills.txt (until release 30.2 Skills.txt)',
      'Job Zones.txt',
      'Related Occupations.txt',
      'Education, Training, and Experience.txt',
      'Read Me.txt',
    ],
    credit: onetCredit('O*NET Database'),
  },
  read,
);

/** What the files say that need not be there. */
interface Details {
  readonly reported: Given<ReadonlySet<string>> | undefined;
  readonly zones: Given<number> | undefined;
  readonly related: Given<readonly string[]> | undefined;
  readonly technology: Given<SkillsInput> | undefined;
  readonly skills: Given<SkillsInput> | undefined;
  readonly education: Given<NotesInput> | undefined;
}

const FILES = [
  ['reported', 'Sample of Reported Titles.txt'],
  ['zones', 'Job Zones.txt'],
  ['related', 'Related Occupations.txt'],
  ['technology', 'Software Skills.txt'],
  ['skills', 'Skills.txt'],
  ['education', 'Education, Training, and Experience.txt'],
] as const satisfies (readonly [keyof Details, string])[];

/** A release of O*NET, read. */
export interface OnetRelease {
  readonly occupations: Occupations;
  readonly details: Details;
}

/** Reads the files of a download. @throws ImportProblem with a sentence for people. */
export async function readOnet(download: Download): Promise<OnetRelease> {
  const occupations = await readOccupations(download);
  const { byCode } = occupations;
  const details: Details = {
    reported: await readReported(download, byCode),
    zones: await readJobZones(download, byCode),
    related: await readRelated(download, byCode),
    technology: await readTechnology(download, byCode),
    skills: await readSkills(download, byCode),
    education: await readEducation(download, byCode),
  };
  return { occupations, details };
}

async function read(download: Download, today: string): Promise<PackParts> {
  const { occupations, details } = await readOnet(download);
  const { byCode } = occupations;
  const source = await onetSource(download, today);
  return {
    title: source.title,
    sources: [source],
    roles: [...byCode.values()].map((occupation) => roleOf(occupation, byCode, details)),
    facts: [...byCode.keys()].flatMap((code) => factsOf(code, details)),
    counts: countsOf(occupations, details),
    notes: notesOf(details),
  };
}

function countsOf({ byCode, titleRows }: Occupations, details: Details): Record<string, number> {
  return {
    occupations: byCode.size,
    alternateTitles: titleRows,
    reportedTitles: details.reported?.rows ?? 0,
    technologySkills: details.technology?.rows ?? 0,
    skillRatings: details.skills?.rows ?? 0,
    relatedPairs: details.related?.rows ?? 0,
    jobZones: details.zones?.rows ?? 0,
    educations: details.education?.rows ?? 0,
  };
}

function notesOf(details: Details): string[] {
  return FILES.flatMap(
    ([key, file]) => details[key]?.notes ?? [`There is no "${file}": what it says is not in the pack.`],
  );
}

function factsOf(code: string, { technology, skills, education }: Details): FactsInput[] {
  const lists = [technology?.byCode.get(code), skills?.byCode.get(code)].filter((list) => list !== undefined);
  const notes = [education?.byCode.get(code)].filter((note) => note !== undefined);
  if (lists.length + notes.length === 0) return [];
  return [
    {
      source: ONET,
      onet: code,
      fallback: true,
      ...(lists.length > 0 ? { skills: lists } : {}),
      ...(notes.length > 0 ? { notes } : {}),
    },
  ];
}

/** The occupation as a role. Titles that people in it reported come first among its aliases, then all the others. */
function roleOf(
  { code, title, family, aliases }: Occupation,
  byCode: ReadonlyMap<string, Occupation>,
  { zones, related, reported }: Details,
): RoleInput {
  const said = distinctTitles(reported?.byCode.get(code) ?? [], title);
  const first = new Set(said);
  const near = (related?.byCode.get(code) ?? []).flatMap((other) => byCode.get(other) ?? []);
  return {
    id: idOf({ code, title }),
    title,
    aliases: [...said, ...aliases.filter((alias) => !first.has(alias))],
    family,
    codes: { onet: [code] },
    summary: { text: summaryOf(code, family, zones?.byCode.get(code)), sources: [ONET] },
    ...(near.length > 0 ? { related: near.map((other) => ({ role: idOf(other), source: ONET })) } : {}),
  };
}

/** `data-scientists-15-2051-00` */
function idOf({ code, title }: Pick<Occupation, 'code' | 'title'>): string {
  return `${slug(title)}-${code.replace('.', '-')}`;
}

/** How much preparation an occupation of each job zone takes, the first zone first. */
export const PREPARATION = ['little or no', 'some', 'medium', 'considerable', 'extensive'];

function summaryOf(code: string, family: string, zone: number | undefined): string {
  const kind = `O*NET occupation ${code}, in ${family.toLowerCase()}`;
  const preparation = zone === undefined ? undefined : PREPARATION[zone - 1];
  return preparation === undefined
    ? `${kind}.`
    : `${kind}; job zone ${zone} of 5 (${preparation} preparation).`;
}
