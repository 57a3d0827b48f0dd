import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBuiltFacts } from '../../../knowledge/build/built-facts.ts';
import { BUILT_IN } from '../../../knowledge/built-in.ts';
import { recordBuild, sourcesIn, whyNotBuilt } from '../../built.cjs';
import { bundle } from './bundle.ts';
import { warmUp } from './warm-up.ts';

// `npm run build`: makes `dist/`, the form that `npm start` prefers. All of it is written aside first, so that what runs
// from the last build is never half of each.

const root = resolve(import.meta.dirname, '../../..');
const dist = join(root, 'dist');
const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean', default: false } } });

if (!values['if-changed'] || !isCurrent()) await build();

function isCurrent(): boolean {
  return whyNotBuilt(root, dist) === undefined;
}

async function build(): Promise<void> {
  const aside = join(root, 'dist.part');
  const sources = sourcesIn(root);
  await rm(aside, { recursive: true, force: true });
  await mkdir(join(aside, 'code'), { recursive: true });
  await bundle(root, aside);
  await writeBuiltFacts(BUILT_IN, aside);
  recordBuild(root, aside, sources);
  await warmUp(aside);
  if (existsSync(dist)) await rm(dist, { recursive: true });
  await rename(aside, dist);
  console.log('dist/ is made: npm start uses it until a source changes.');
}
