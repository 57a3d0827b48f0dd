import { MADE_PACK } from '../built-in.ts';
import { ImportProblem } from '../import/problem.ts';
import { ChoiceProblem } from './choice.ts';
import { madeFiles } from './made-files.ts';
import { readReleases } from './releases.ts';
import { readSelections } from './selection.ts';
import { writeFolder } from './write-made.ts';

// `npm run pack -- DIR`: makes knowledge/made of the publishers' downloads in DIR and of knowledge/selection.

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error(
    'npm run pack -- DIR. DIR holds the publishers’ downloads, a folder each, as README.md lists them.',
  );
  process.exitCode = 1;
} else await pack(dir);

async function pack(from: string): Promise<void> {
  try {
    const releases = await readReleases(from, { progress: (line) => process.stderr.write(`${line}\n`) });
    const files = madeFiles(await readSelections(), releases);
    const changed = await writeFolder(MADE_PACK, files);
    console.log(`${files.size} files, ${changed.length} of them changed`);
  } catch (error) {
    if (!(error instanceof ImportProblem || error instanceof ChoiceProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
