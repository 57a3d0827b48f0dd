import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files of a folder as they are, by their paths in it. A folder that is not there has none. */
export async function filesBelow(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const read = paths.map(
    async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const,
  );
  return new Map(await Promise.all(read));
}

/** Makes a folder hold exactly these files; gives the paths that were changed, added or taken away. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const before = await filesBelow(folder);
  const gone = [...before.keys()].filter((path) => !files.has(path));
  const changed = [...files].filter(([path, text]) => before.get(path) !== text);
  for (const path of gone) await rm(join(folder, path));
  for (const [path, text] of changed) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return [...gone, ...changed.map(([path]) => path)].toSorted();
}
