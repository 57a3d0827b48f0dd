import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { KnowledgeError, watchKnowledge } from '../../knowledge/load.ts';
import { aPack, GOOD, role, write } from './pack.ts';

const EVERY = 15;
/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 };

async function watched(folder: string) {
  const errors: Error[] = [];
  const knowledge = await watchKnowledge([folder], (error) => errors.push(error), { every: EVERY });
  onTestFinished(() => knowledge.stop());
  const titles = () => knowledge.current().roles.all.map(({ title }) => title);
  return { ...knowledge, errors, titles };
}

describe('knowledge that follows its files', () => {
  it('takes up a file that is added, changed and removed', async () => {
    const folder = aPack(GOOD);
    const { titles, errors, current } = await watched(folder);
    const first = current().version;
    write(folder, { 'roles/sre.yaml': role('sre', 'SRE') });
    await vi.waitFor(() => expect(titles()).toEqual(['Data Engineer', 'ML Engineer', 'SRE']), PATIENCE);
    write(folder, { 'roles/sre.yaml': role('sre', 'Reliability Engineer') });
    await vi.waitFor(
      () => expect(titles()).toEqual(['Data Engineer', 'ML Engineer', 'Reliability Engineer']),
      PATIENCE,
    );
    rmSync(join(folder, 'roles/sre.yaml'));
    await vi.waitFor(() => expect(titles()).toEqual(['Data Engineer', 'ML Engineer']), PATIENCE);
    expect(current().version).toBe(first);
    expect(errors).toEqual([]);
  });

  it('stays the last good one while a file has a mistake, and says so once', async () => {
    const folder = aPack(GOOD);
    const { titles, errors, current } = await watched(folder);
    const good = current();
    write(folder, {
      'roles/sre.yaml': role('sre', 'SRE'),
      'roles/ml-engineer.yaml': role('ml-engineer', '7'),
    });
    await vi.waitFor(() => expect(errors).toHaveLength(1), PATIENCE);
    expect(errors[0]).toBeInstanceOf(KnowledgeError);
    expect(errors[0]?.message).toContain('roles/ml-engineer.yaml:2:1 title — is 7');
    await new Promise((resolve) => setTimeout(resolve, EVERY * 10));
    expect(errors).toHaveLength(1);
    expect(current()).toBe(good);
    write(folder, { 'roles/ml-engineer.yaml': role('ml-engineer', 'ML Engineer') });
    await vi.waitFor(() => expect(titles()).toEqual(['Data Engineer', 'ML Engineer', 'SRE']), PATIENCE);
  });

  it('stays the last good one when the whole pack goes away', async () => {
    const folder = aPack(GOOD);
    const { titles, errors } = await watched(folder);
    rmSync(folder, { recursive: true });
    await vi.waitFor(
      () => expect(errors.map(String)).toEqual([expect.stringContaining('there is no such folder')]),
      PATIENCE,
    );
    expect(titles()).toEqual(['Data Engineer', 'ML Engineer']);
  });

  it('is never read half-way through a file that is still being written', async () => {
    const folder = aPack(GOOD);
    const { titles, errors } = await watched(folder);
    const text = role('sre', 'SRE', 'aliases: [Site Reliability Engineer]\n');
    for (let end = 5; end < text.length; end += 10) {
      writeFileSync(join(folder, 'roles/sre.yaml'), text.slice(0, end));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    writeFileSync(join(folder, 'roles/sre.yaml'), text);
    await vi.waitFor(() => expect(titles()).toContain('SRE'), PATIENCE);
    expect(errors).toEqual([]);
  });

  it('is looked at now and then where the system reports no change', async () => {
    const folder = aPack(GOOD);
    const deaf = {
      listen: async () => undefined,
      changed: () => new Promise<void>(() => undefined),
      stop() {},
    };
    const options = { every: EVERY, look: EVERY, listen: () => deaf };
    const { current, stop } = await watchKnowledge([folder], () => undefined, options);
    onTestFinished(stop);
    write(folder, { 'roles/sre.yaml': role('sre', 'SRE') });
    await vi.waitFor(() => expect(current().roles.get('sre')?.title).toBe('SRE'), PATIENCE);
  });

  it('is heard of in folders that came after the start', async () => {
    const folder = aPack(GOOD);
    const { titles } = await watched(folder);
    write(folder, { 'topics/first.yaml': '' });
    rmSync(join(folder, 'roles'), { recursive: true });
    write(folder, GOOD);
    rmSync(join(folder, 'topics'), { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, EVERY * 10));
    write(folder, { 'roles/sre.yaml': role('sre', 'SRE') });
    await vi.waitFor(() => expect(titles()).toContain('SRE'), PATIENCE);
  });

  it('stays as it is once nobody watches any more', async () => {
    const folder = aPack(GOOD);
    const { titles, stop } = await watched(folder);
    stop();
    write(folder, { 'roles/sre.yaml': role('sre', 'SRE') });
    await new Promise((resolve) => setTimeout(resolve, EVERY * 10));
    expect(titles()).toEqual(['Data Engineer', 'ML Engineer']);
  });

  it('is refused at the start when it has mistakes', async () => {
    const folder = aPack({ ...GOOD, 'roles/ml-engineer.yaml': 'x' });
    await expect(watchKnowledge([folder], () => {})).rejects.toThrow(KnowledgeError);
  });
});
