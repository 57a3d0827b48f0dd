import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, ImportProblem } from './problem.ts';

/** One of a publisher's files, looked at and found to be text. */
export interface DownloadedFile {
  readonly name: string;
  readonly path: string;
}

/** The folder that holds a publisher's own files. */
export interface Download {
  readonly folder: string;
  readonly progress: (line: string) => void;
  /** The last line of each file that was read to its end, by name. */
  readonly ends: Map<string, number>;
  /** The file of one of these names (or whose name fits the pattern; the last in order of names), if it is there. */
  find(...names: readonly (string | RegExp)[]): Promise<DownloadedFile | undefined>;
  /** The same, for a file that must be there. `advice` says where to get it. */
  need(advice: string, ...names: readonly string[]): Promise<DownloadedFile>;
}

/**
 * Opens a folder of downloaded files.
 * @throws ImportProblem where there is no such folder, or it cannot be read.
 */
export async function openDownload(folder: string, progress: (line: string) => void): Promise<Download> {
  const present = (await filesIn(folder)).toSorted();
  const find: Download['find'] = async (...names) => {
    for (const name of names) {
      const found = present.findLast((file) => (typeof name === 'string' ? file === name : name.test(file)));
      if (found !== undefined) return looked({ name: found, path: join(folder, found) });
    }
    return undefined;
  };
  return {
    folder,
    progress,
    ends: new Map(),
    find,
    async need(advice, ...names) {
      const file = await find(...names);
      if (file !== undefined) return file;
      throw new ImportProblem(undefined, `There is no "${names[0] ?? ''}" in ${folder}: ${advice}`);
    },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const children = await readdir(folder, { withFileTypes: true });
    return children.filter((child) => child.isFile() || child.isSymbolicLink()).map(({ name }) => name);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT')
      throw new ImportProblem(
        undefined,
        `There is no folder ${folder}: name the one that holds the download`,
      );
    if (code === 'ENOTDIR')
      throw new ImportProblem(
        undefined,
        `${folder} is a file: unpack it, and name the folder that holds the files`,
      );
    throw new ImportProblem(undefined, `${folder} cannot be read (${code}): allow this user to read it`, {
      cause: error,
    });
  }
}

/** Looks at the beginning of a file: what people save by mistake begins like this. */
async function looked(file: DownloadedFile): Promise<DownloadedFile> {
  const head = await beginning(file);
  const problem = mistakenFor(head);
  if (problem !== undefined) throw new ImportProblem({ file: file.name, line: 1, column: 1 }, problem);
  return file;
}

const HEAD_BYTES = 1024;

async function beginning(file: DownloadedFile): Promise<Buffer> {
  try {
    await using handle = await open(file.path);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new ImportProblem(
      { file: file.name },
      `cannot be read (${errorCode(error)}): allow this user to read it`,
      {
        cause: error,
      },
    );
  }
}

function mistakenFor(head: Buffer): string | undefined {
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text === '') return 'the file is empty: download it again';
  if (/^<(!doctype|html|head|\?xml)/i.test(text))
    return 'is a web page, not the data: open the link in a browser, accept what it asks, and download the file again';
  if (text.startsWith('PK'))
    return 'is an archive or a workbook: unpack it, or save the sheet as CSV in UTF-8';
  if (text.startsWith('version https://git-lfs'))
    return 'is a pointer to a large file, not the file: run "git lfs pull", or download it from the publisher';
  if ((head[0] === 0xff && head[1] === 0xfe) || head.includes(0))
    return 'is not text in UTF-8: save it as "CSV UTF-8", or download it again';
  return undefined;
}
