import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, formatFinding } from '../../knowledge/check.ts';
import { KINDS } from '../../knowledge/kinds/index.ts';
import { aPack, type Files, GOOD, lint, role } from './pack.ts';
import { anyText } from '../any-text.ts';

const ML = 'roles/ml-engineer.yaml';
const FOLDERS = [...new Set(KINDS.map(({ path }) => `${path.split('/')[0]}/`))].join(', ');

/** A file that is not what or where it should be, and what the linter says. */
const DIALOGUE: readonly [title: string, files: Files, answer: string][] = [
  [
    'a file is not UTF-8',
    { [ML]: Buffer.from(role('ml-engineer', 'Ingeniero de ML', 'aliases: [año]\n'), 'latin1') },
    `error ${ML}:7:1 — is not UTF-8 text: save the file as UTF-8`,
  ],
  [
    'a file ends in .yml',
    { 'roles/sre.yml': role('sre', 'SRE') },
    'error roles/sre.yml:1:1 — is not a .yaml file: rename it, or move it out of the pack',
  ],
  [
    'a file has capitals in its name',
    { 'roles/SRE.yaml': role('SRE', 'SRE') },
    'error roles/SRE.yaml:1:1 — "SRE" cannot be an id: name the file with lower-case words joined by hyphens',
  ],
  [
    'a folder is unknown',
    { 'people/ann.yaml': 'id: ann\n' },
    `error people/ann.yaml:1:1 — is in no folder that a pack has: use ${FOLDERS}`,
  ],
  [
    'a file is too deep',
    { 'roles/ml-engineer/2026/guide.yaml': 'pay: []\n' },
    'error roles/ml-engineer/2026/guide.yaml:1:1 — is too deep: roles/ holds <id>.yaml and <role>/<source>.yaml only',
  ],
  [
    'a file is at the top',
    { 'roles.json': '{}' },
    `error roles.json:1:1 — is no file that a pack holds: move it into one of ${FOLDERS}, or out of the pack`,
  ],
];

describe('a pack holds', () => {
  it.each(DIALOGUE)('%s', async (_title, files, answer) => {
    expect(await lint(files)).toEqual([answer]);
  });

  it('a link to a file elsewhere is refused, not followed', async () => {
    const folder = aPack(GOOD);
    symlinkSync('/etc/hostname', join(folder, 'roles/sre.yaml'));
    symlinkSync('/etc', join(folder, 'skills'));
    const findings = await check([folder], { today: '2026-11-21' });
    expect(findings.map(({ file, message }) => [file.slice(folder.length + 1), message])).toEqual([
      [
        'roles/sre.yaml',
        'is a link or a device, and a pack holds plain files only: put the file itself here',
      ],
      ['skills', 'is a link or a device, and a pack holds plain files only: put the file itself here'],
    ]);
  });

  it('a pack that is not there is named', async () => {
    const findings = await check(['/nowhere/pack'], { today: '2026-11-21' });
    expect(findings.map(formatFinding)).toEqual([
      '/nowhere/pack:1:1 — there is no such folder: make it, or take it out of the list of packs',
    ]);
  });

  it('hidden files and files about the pack are left alone', async () => {
    expect(
      await lint({ '.git/config': 'x', 'roles/.DS_Store': 'x', 'README.md': '# Ours', LICENSE: 'MIT' }),
    ).toEqual([]);
  });

  it('a byte-order mark and Windows line ends do no harm', async () => {
    expect(await lint({ [ML]: `\uFEFF${String(GOOD[ML]).replaceAll('\n', '\r\n')}` })).toEqual([]);
  });

  it('whatever it holds, the linter answers and never fails', async () => {
    const good = String(GOOD['roles/ml-engineer/guide.yaml']);
    const slip = fc.tuple(
      fc.nat(good.length),
      fc.nat(3),
      fc.oneof(
        fc.constantFrom('\t', ':', '"', '*', '&a ', '- ', '{', '[', '\n', '#', '\0', '!', '|', '---\n'),
        fc.string(),
      ),
    );
    const texts = slip.map(([at, gone, put]) => good.slice(0, at) + put + good.slice(at + gone));
    const anything = fc.oneof(texts, anyText(), fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        for (const answer of await lint({ 'roles/ml-engineer/guide.yaml': text }))
          expect(answer).toMatch(/^(error|warning) [\w./-]+:\d+:\d+ .*— .+/s);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['[', '{a: ', '- ', '? '])('a hundred thousand %j in a row', async (sign) => {
    expect(await lint({ [ML]: sign.repeat(100_000) })).toEqual([expect.stringContaining(`error ${ML}:1:`)]);
  });
});
