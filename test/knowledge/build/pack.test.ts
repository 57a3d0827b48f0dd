import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BUILT_IN, MADE_PACK } from '../../../knowledge/built-in.ts';
import { madeFiles } from '../../../knowledge/build/made-files.ts';
import { readReleases } from '../../../knowledge/build/releases.ts';
import { readSelections, type Selection } from '../../../knowledge/build/selection.ts';
import { refresh } from '../../../knowledge/build/refresh.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { filesBelow, writeFolder } from '../../../knowledge/build/write-made.ts';

const ROLE = 'technical-writer';
const OEWS = 'oews/national_M2025_dl.csv';
const TECHNOLOGY = 'onet-29.2/Technology Skills.txt';
const PROJECTIONS = 'bls-projections/Employment Projections.csv';
/** The publishers' whole downloads, a folder each; without it only the excerpts are built. */
const DATA = process.env['ROLECALL_DATA'];

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The excerpts as a download of whole tables: with other occupations in the one whose length is checked. */
function download(change: (text: string) => string = (text) => text, file = PROJECTIONS): string {
  const folder = aFolder();
  cpSync(join(import.meta.dirname, 'excerpt'), folder, { recursive: true });
  const table = readFileSync(join(folder, PROJECTIONS), 'utf8');
  const others = Array.from({ length: 830 }, (_, i) =>
    table.split('\n')[1]?.replace('27-3042', `51-${1000 + i}`),
  );
  writeFileSync(join(folder, PROJECTIONS), `${table}${others.join('\n')}\n`);
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

async function chosen(change: (selection: Selection) => Selection = (same) => same) {
  const selection = (await readSelections()).get(ROLE);
  if (selection === undefined) throw new Error(`nothing is chosen for ${ROLE}`);
  return new Map([[ROLE, change(selection)]]);
}

async function built(folder = download(), selections = chosen()) {
  return madeFiles(
    await selections,
    await readReleases(folder, { progress: () => undefined, today: '2026-11-21' }),
  );
}

/** What is committed of the role. */
async function committed(): Promise<Map<string, string>> {
  const files = await filesBelow(MADE_PACK);
  return new Map([...files].filter(([path]) => path.startsWith(`roles/${ROLE}/`)));
}

function has(all: readonly string[] = [], some: readonly string[]): boolean {
  return some.every((each) => all.includes(each));
}

describe('the made pack', () => {
  it('is, for a role, what the publishers say and what was chosen of it: byte for byte what is committed', async () => {
    const files = await built();
    expect(files).toEqual(await committed());
    expect([...files.keys()].length).toBe(6);
    expect(await built()).toEqual(files);
  });

  it('follows a figure of the publisher, and changes nothing else', async () => {
    const before = await built();
    const after = await built(download((text) => text.replace('"90,390"', '"90,391"'), OEWS));
    const changed = [...after].filter(([path, text]) => before.get(path) !== text);
    expect(changed.map(([path]) => path)).toEqual([`roles/${ROLE}/oews.yaml`]);
    expect(changed[0]?.[1]).toContain('median: 90391');
  });

  it('is refused where something was chosen that a release does not have, by role', async () => {
    const choosing = chosen((same) => ({
      ...same,
      esco: [],
      gdad: { role: 'Author', at: 'Author', rungs: [] },
    }));
    await expect(built(download(), choosing)).rejects.toThrow(
      'technical-writer: the role "Author" is not in the download: choose another',
    );
  });

  it('leaves wages of all others out, and says where an occupation is only the nearest', async () => {
    const all = download((text) => text.replace('Technical Writers', '"Writers, All Other"'), OEWS);
    expect((await built(all)).has(`roles/${ROLE}/oews.yaml`)).toBe(false);
    const nearest = chosen((same) => ({
      ...same,
      occupations: same.occupations.map((each) => ({ ...each, nearest: true as const })),
    }));
    expect((await built(download(), nearest)).get(`roles/${ROLE}/oews.yaml`)).toContain('nearest: true');
  });

  it('is written so that the folder holds that and no more, and a second time changes nothing', async () => {
    const folder = aFolder();
    const files = await built();
    await writeFolder(folder, new Map([...files, ['roles/gone/oews.yaml', 'pay: []\n']]));
    expect(await writeFolder(folder, files)).toEqual(['roles/gone/oews.yaml']);
    expect(await writeFolder(folder, files)).toEqual([]);
    expect(await filesBelow(folder)).toEqual(files);
  });

  it('holds a selection for every role that it has facts of, with the codes that the role is found by', async () => {
    const selections = await readSelections();
    const { roles } = await openKnowledge(BUILT_IN);
    const wrong = [...selections].filter(([id, { occupations, esco }]) => {
      const codes = roles.get(id)?.codes;
      return (
        !has(
          codes?.onet,
          occupations.map(({ code }) => code),
        ) ||
        !has(
          codes?.esco,
          esco.map(({ occupation }) => occupation),
        )
      );
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
    const made = [...(await filesBelow(MADE_PACK)).keys()].map((path) => path.split('/')[1] ?? '');
    expect(made.filter((role) => !selections.has(role))).toEqual([]);
  });
});

describe('a newer release', () => {
  it('is told role by role before anything is written, and a choice that is gone by its name', async () => {
    const folder = download((text) => text.replace('"90,390"', '"95,000"'), OEWS);
    const made = { selections: await chosen() };
    const options = { progress: () => undefined, today: '2026-11-21' };
    expect(await refresh('oews', join(folder, 'oews'), options, made)).toEqual([
      ROLE,
      '  pay · Technical Writers, all, US · median: 90390 → 95000',
      '1 changes in 1 roles, 0 choices are gone. Nothing was written: choose again where it says so, then run "npm run pack".',
    ]);
    const without = download((text) => text.replaceAll('Adobe FrameMaker', 'Another'), TECHNOLOGY);
    expect(await refresh('onet', join(without, 'onet-29.2'), options, made)).toContain(
      '  ! the technology of Technical Writers "Adobe FrameMaker" is not in the download: choose another',
    );
    expect(await refresh('esco', join(folder, 'esco-1.2.0'), options, made)).toEqual(['Nothing changes.']);
  });
});

async function wholeBuild() {
  return madeFiles(await readSelections(), await readReleases(DATA ?? '', { progress: () => undefined }));
}

describe.runIf(DATA)('the whole of the publishers’ downloads', { timeout: 120_000 }, () => {
  it('makes what is committed, byte for byte, twice', async () => {
    const files = await wholeBuild();
    expect(files).toEqual(await filesBelow(MADE_PACK));
    expect(await wholeBuild()).toEqual(files);
  });
});
