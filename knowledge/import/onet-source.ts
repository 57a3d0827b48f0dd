import { basename, resolve } from 'node:path';
import type { Download } from './download.ts';
import type { SourceInput } from './pack-parts.ts';
import { firstLines, yearsAfter } from './release.ts';

export const ONET = 'onet';

/** The credit line that O*NET asks for, about `O*NET 29.2 Database`. */
export function onetCredit(release: string): string {
  return `This page includes information from the ${release} by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Rolecall has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.`;
}

/** The source, with the release as the read-me, or else the folder's name (`db_29_2_text`), gives it. */
export async function onetSource(download: Download, today: string): Promise<SourceInput> {
  const readMe = await download.find('Read Me.txt');
  const text = readMe === undefined ? '' : (await firstLines(readMe, 3)).join('\n');
  const [, major, minor] = /O\*NET (\d+)\.(\d+) Database/.exec(text) ?? fromName(download.folder) ?? [];
  const published = monthOf(/^([A-Z]\w+ \d{4}) Release/m.exec(text)?.[1]);
  const release = major === undefined ? 'O*NET Database' : `O*NET ${major}.${minor ?? 0} Database`;
  return {
    id: ONET,
    name: 'O*NET',
    title: release,
    publisher: 'U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)',
    url: 'https://www.onetcenter.org/database.html',
    licence: 'CC BY 4.0',
    credit: onetCredit(release),
    ...(published === undefined ? {} : { published }),
    retrieved: today,
    reviewBy: reviewDay(published, today),
    methodology:
      'Technologies marked in demand are shown as essential, hot ones as important, all others as listed. Importance runs from 1 to 5, level from 0 to 7. Everything is said about an occupation, which can be wider than a role.',
  };
}

function fromName(folder: string): RegExpExecArray | null {
  return /(\d{2})[._](\d)(?!\d)/.exec(basename(resolve(folder)));
}

/** `February 2025` as a month of a year; undefined for anything else. */
function monthOf(printed: string | undefined): Month | undefined {
  const [name = '', year = ''] = printed?.split(' ') ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return printed === undefined || month === 0 ? undefined : { year: Number(year), month, printed };
}

interface Month {
  readonly year: number;
  readonly month: number;
  readonly printed: string;
}

const MONTHS = Array.from({ length: 12 }, (_, at) =>
  new Date(Date.UTC(2000, at)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
);

/** Two years after the release where it is known, a year from today where it is not. */
function reviewDay(published: Month | undefined, today: string): string {
  if (published === undefined) return yearsAfter(today, 1);
  return yearsAfter(`${published.year}-${String(published.month).padStart(2, '0')}-01`, 2);
}
