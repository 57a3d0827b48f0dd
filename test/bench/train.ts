import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { groupsOf, TRAINING, trainEncoder } from '../../knowledge/build/encoder.ts';
import { builtInRoles } from './search/roles.ts';
import { occupations } from './search/titles.ts';

const FILE = fileURLToPath(new URL('../../knowledge/search/encoder.bin', import.meta.url));

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give the folder that holds onet-29.2/ and esco-1.2.0/.');

const groups = groupsOf([
  ...occupations(join(folder, 'onet-29.2')),
  ...escoOccupations(join(folder, 'esco-1.2.0', 'occupations_en.csv')),
  ...(await builtInRoles()),
]);
const start = performance.now();
writeFileSync(FILE, trainEncoder(groups, TRAINING));
console.log(
  `${groups.flat().length} names of ${groups.length} things, ${((performance.now() - start) / 1000).toFixed(0)} s: ${FILE}`,
);

/** The English labels of ESCO's occupations. */
function escoOccupations(file: string) {
  const row = z.object({ preferredLabel: z.string(), altLabels: z.string() });
  return z
    .array(row)
    .parse(parse(readFileSync(file), { columns: true, bom: true }))
    .map(({ preferredLabel, altLabels }) => ({
      title: preferredLabel,
      aliases: altLabels
        .split('\n')
        .map((label) => label.trim())
        .filter((label) => label !== ''),
    }));
}
