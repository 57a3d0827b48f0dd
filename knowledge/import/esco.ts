import type { Download } from './download.ts';
import { defineImporter } from './importer.ts';
import { readCrosswalk, readIscoGroup } from './esco-codes.ts';
import { type Links, readLinks } from './esco-links.ts';
import type { Period } from '../kinds/figures.ts';
import type { FactsInput, PackParts, RoleInput, SkillsInput, SourceInput } from './pack-parts.ts';
import { yearsAfter } from './release.ts';
import { lastDayOf } from '../source-date.ts';
import { readTable } from './table.ts';
import { distinctTitles, slug } from './titles.ts';

const SOURCE = 'esco';
const FILE = 'occupations_en.csv';
const CREDIT =
  'This service uses the ESCO classification of the European Commission. Rolecall has modified all or some of this information.';
const ESCO_OCCUPATION = /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/;

/**
 * ESCO: every occupation with its labels becomes a role that answers to them, and its essential and optional skills
 * become facts by its URI, so that roles written by hand that claim the URI have them too. Where the official crosswalk
 * says that an ESCO occupation and an O*NET occupation are the same (`exactMatch`), and both are in the packs, the two
 * are one role under the O*NET title. The publisher's descriptions are not read.
 */
export const esco = defineImporter(
  {
    name: 'esco',
    summary: 'European occupations with their labels and skills (European Commission, reuse policy)',
    needs: [FILE, 'occupationSkillRelations_en.csv with skills_en.csv, or esco_…_occupation_skills.jsonl'],
    uses: ['crosswalk_esco_onet.csv'],
    credit: CREDIT,
  },
  read,
);

/** An occupation as its row gives it. */
interface Occupation {
  readonly uri: string;
  readonly code: string;
  readonly label: string;
  readonly labels: readonly string[];
  readonly group: string;
}

async function read(download: Download, today: string): Promise<PackParts> {
  const occupations = await readOccupations(download);
  const byUri = new Map(occupations.map((occupation) => [occupation.uri, occupation]));
  const links = await readLinks(download, byUri);
  const crosswalk = await readCrosswalk(download, byUri);
  const source = sourceOf(links.version, today);
  return {
    title: source.title,
    sources: [source],
    roles: occupations.map((occupation) => roleOf(occupation, crosswalk?.get(occupation.uri) ?? [])),
    facts: occupations.flatMap((occupation) => factsOf(occupation, links)),
    counts: {
      occupations: occupations.length,
      labels: occupations.reduce((sum, { labels }) => sum + labels.length, 0),
      skillLinks: links.count,
      sameAsOnet: crosswalk?.size ?? 0,
    },
    notes:
      crosswalk === undefined
        ? ['There is no "crosswalk_esco_onet.csv": no occupation is joined with one of O*NET.']
        : [],
  };
}

async function readOccupations(download: Download): Promise<Occupation[]> {
  const file = await download.need(
    'download the classification as CSV in English from https://esco.ec.europa.eu/en/use-esco/download',
    FILE,
  );
  const columns = [
    'conceptType',
    'conceptUri',
    'iscoGroup',
    'preferredLabel',
    'altLabels',
    'hiddenLabels',
    'status',
    'code',
  ];
  const seen = new Map<string, Occupation>();
  for await (const row of readTable(download, file, { columns })) {
    row.oneOf('conceptType', ['Occupation']);
    const uri = row.matching(
      'conceptUri',
      ESCO_OCCUPATION,
      'http://data.europa.eu/esco/occupation/258e46f9-…',
    );
    const group = row.matching('iscoGroup', /^\d{4}$/, '2511');
    const code = row.matching('code', /^\d{4}(\.\d+)*$/, '2511.3');
    const label = row.text('preferredLabel');
    const labels = distinctTitles([...row.lines('altLabels'), ...row.lines('hiddenLabels')], label);
    if (row.optional('status') !== 'released') continue;
    if (seen.has(uri)) throw row.wrong('conceptUri', `has ${uri} a second time: download the file again`);
    seen.set(uri, { uri, code, label, labels, group });
  }
  return [...seen.values()];
}

function roleOf({ uri, code, label, labels, group }: Occupation, onet: readonly string[]): RoleInput {
  const family = readIscoGroup(group);
  return {
    id: `${slug(label)}-esco-${code.replaceAll('.', '-')}`,
    title: label.replace(/^./u, (first) => first.toUpperCase()),
    aliases: [...labels],
    family,
    codes: { esco: [uri], onet: [...onet] },
    summary: { text: `ESCO occupation ${code}, among ${family.toLowerCase()}.`, sources: [SOURCE] },
  };
}

function factsOf({ uri, label }: Occupation, { essential, optional }: Links): FactsInput[] {
  const items: SkillsInput['items'] = [
    ...[...(essential.get(uri) ?? [])].toSorted().map((name) => ({ name, priority: 'essential' as const })),
    ...[...(optional.get(uri) ?? [])].toSorted().map((name) => ({ name, priority: 'bonus' as const })),
  ];
  return items.length === 0
    ? []
    : [{ source: SOURCE, esco: uri, fallback: true, skills: [{ heading: `Occupation ${label}`, items }] }];
}

/** When the releases came out that this importer knows. https://esco.ec.europa.eu/el/node/188 */
const RELEASES: Readonly<Record<string, Period>> = {
  '1.2.0': { year: 2024, month: 5, printed: 'May 2024' },
  '1.2.1': { year: 2025, month: 12, printed: 'December 2025' },
};

function sourceOf(version: string | undefined, today: string): SourceInput {
  const published = version === undefined ? undefined : RELEASES[version];
  return {
    id: SOURCE,
    name: 'ESCO',
    title: version === undefined ? 'ESCO classification' : `ESCO classification ${version}`,
    publisher: 'European Commission',
    url: 'https://esco.ec.europa.eu/en',
    licence: 'European Commission reuse policy',
    credit: CREDIT,
    ...(published === undefined ? {} : { published }),
    retrieved: today,
    reviewBy: published === undefined ? yearsAfter(today, 1) : yearsAfter(lastDayOf(published), 2),
    methodology: 'Skills that ESCO calls essential are shown as essential, those it calls optional as bonus.',
  };
}
