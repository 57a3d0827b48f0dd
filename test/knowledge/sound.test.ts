import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  formatFinding,
  KnowledgeError,
  type LeftOut,
  openKnowledge,
  watchKnowledge,
} from '../../knowledge/load.ts';
import { aPack, GOOD, role, source, write } from './pack.ts';

const PATIENCE = { timeout: 10_000 };
const BAD = { 'roles/sre.yaml': role('sre', '7') };

/** What is left out, as `file:line … — sentence` below the pack's folder, at each opening. */
function told() {
  const openings: string[][] = [];
  const onLeftOut = (leftOut: readonly LeftOut[]) =>
    openings.push(
      leftOut.flatMap(({ pack, findings }) =>
        findings.map((finding) => formatFinding(finding).replaceAll(`${pack}/`, '')),
      ),
    );
  return { openings, onLeftOut };
}

async function opened(...packs: string[]) {
  const { openings, onLeftOut } = told();
  const knowledge = await openKnowledge(packs, { onLeftOut });
  return { ids: knowledge.roles.all.map(({ id }) => id), out: knowledge.leftOut, openings };
}

describe('a pack with mistakes', () => {
  it('is left out, and the others are not', async () => {
    const bad = aPack(BAD);
    const good = aPack({ 'roles/dba.yaml': role('dba', 'DBA') });
    const { ids, out, openings } = await opened(aPack(GOOD), bad, good);
    expect(ids).toEqual(['data-engineer', 'dba', 'ml-engineer']);
    expect(out).toEqual([bad.split('/').at(-1)]);
    expect(openings).toEqual([[expect.stringMatching(/^roles\/sre\.yaml:2:1 title — is 7/)]]);
  });

  it('that is no folder is left out, too', async () => {
    const { ids, openings } = await opened(aPack(GOOD), 'no-such-folder');
    expect(ids).toHaveLength(2);
    expect(openings).toEqual([[expect.stringContaining('there is no such folder')]]);
  });

  it('takes those along that need it, each with its own reason', async () => {
    const needed = aPack({ 'sources/home.yaml': source('home'), ...BAD });
    const needing = aPack({ 'roles/dba.yaml': role('dba', 'DBA').replace('guide', 'home') });
    const { ids, openings } = await opened(aPack(GOOD), needed, needing);
    expect(ids).toHaveLength(2);
    expect(openings).toEqual([
      [expect.stringContaining('roles/sre.yaml:2:1'), expect.stringContaining('roles/dba.yaml:6:13')],
    ]);
  });

  it('is the one that makes mistakes of what was right without it', async () => {
    const clashing = aPack({ 'roles/data-engineer.yaml': role('data-engineer', 'ML Engineer') });
    const { ids, openings } = await opened(aPack(GOOD), clashing);
    expect(ids).toHaveLength(2);
    expect(openings.flat()).toHaveLength(1);
  });

  it('is no reason to do without the built-in one', async () => {
    await expect(opened(aPack({ ...GOOD, ...BAD }), aPack({}))).rejects.toThrow(KnowledgeError);
  });
});

async function watched() {
  const [base, bad, good] = [aPack(GOOD), aPack(BAD), aPack({ 'roles/dba.yaml': role('dba', 'DBA') })];
  const { openings, onLeftOut } = told();
  const errors: Error[] = [];
  const watch = await watchKnowledge([base, bad, good], (error) => errors.push(error), {
    every: 15,
    onLeftOut,
  });
  onTestFinished(() => watch.stop());
  const titles = () => watch.current().roles.all.map(({ title }) => title);
  return { bad, good, openings, errors, titles, current: watch.current };
}

describe('while a pack is left out', () => {
  it('changes of the others are taken up', async () => {
    const { good, titles, errors } = await watched();
    write(good, { 'roles/dba.yaml': role('dba', 'Database Administrator') });
    await vi.waitFor(() => expect(titles()).toContain('Database Administrator'), PATIENCE);
    expect(errors).toEqual([]);
  });

  it('mending it takes it up, and that is told', async () => {
    const { bad, titles, openings, current } = await watched();
    expect(current().leftOut).toHaveLength(1);
    write(bad, { 'roles/sre.yaml': role('sre', 'SRE') });
    await vi.waitFor(() => expect(titles()).toContain('SRE'), PATIENCE);
    expect(openings).toEqual([[expect.stringContaining('title — is 7')], []]);
    expect(current().leftOut).toBeUndefined();
  });

  it('a mistake in another keeps the last good knowledge of that one', async () => {
    const { good, titles, errors } = await watched();
    write(good, { 'roles/dba.yaml': role('dba', '8') });
    await vi.waitFor(() => expect(errors).toHaveLength(1), PATIENCE);
    expect(titles()).toContain('DBA');
  });
});
