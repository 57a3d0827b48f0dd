import { describe, expect, test } from 'vitest';
import { claimedCommunity } from '../../src/claimed.ts';
import type { Community, CommunityMemory } from '../../src/community/community.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import { Paused } from '../../src/community/paused.ts';
import { say } from '../../src/message/say.ts';

const changing = { name: 'study done', changes: true } as const;
const reading = { name: 'role' };
const heard = { id: '7', place: { on: 'chat', community: 'C', channel: 'careers1' } };

/** A memory in which every call is answered with its own name, and a claim as told. */
function memory(claim: CommunityMemory['claim']): CommunityMemory {
  const echoed = Object.entries(offlineCommunity).map(([part, own]) => [part, echo(part, own)]);
  return { ...(Object.fromEntries(echoed) as CommunityMemory), claim };
}

function echo(part: string, own: unknown): unknown {
  if (typeof own === 'function') return () => part;
  return Object.fromEntries(Object.keys(own as object).map((name) => [name, () => `${part}.${name}`]));
}

/** What a call of a community comes to: its answer, or what it is refused for. */
async function outcome(call: unknown): Promise<unknown> {
  try {
    return await (call as () => unknown)();
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}

/** What each call comes to, by its name. */
async function outcomes(community: Community | undefined): Promise<Record<string, unknown>> {
  const calls = Object.entries(community ?? {}).flatMap(([part, own]): [string, unknown][] =>
    typeof own === 'function'
      ? [[part, own]]
      : Object.entries(own as object).map(([name, call]) => [`${part}.${name}`, call]),
  );
  const all = calls.map(async ([name, call]) => [name, await outcome(call)] as const);
  return Object.fromEntries(await Promise.all(all));
}

const CHANGES = [
  ...['keep', 'pause', 'resume', 'remove', 'skip', 'test'].map((name) => `schedules.${name}`),
  'study.mark',
  'members.forget',
  'proposals.propose',
  'proposals.decide',
  'settings.change',
];
const REPORTS = ['reports.report', 'reports.decide', 'reports.postIn'];

const never = async () => expect.fail('it was claimed');

/** The calls that are refused by their names, and why; each of the others answers as the memory does. */
async function refused(community: Community | undefined): Promise<Record<string, unknown>> {
  const all = Object.entries(await outcomes(community));
  const answered = all.filter(([, told]) => !(told instanceof Error));
  expect(answered.map(([, told]) => told)).toEqual(answered.map(([name]) => name));
  return Object.fromEntries(all.filter(([, told]) => told instanceof Error));
}

describe('what a command may change', () => {
  test('everything where what it heard is claimed, by its place and id', async () => {
    const claims: string[] = [];
    const own = memory(async (key) => claims.push(key) > 0);
    expect(await claimedCommunity(changing, heard, own)).toBe(own);
    expect(claims).toEqual(['chat 7']);
  });

  test('everything where nothing has an id, such as in a terminal', async () => {
    const own = memory(async () => false);
    expect(await claimedCommunity(changing, { place: heard.place }, own)).toBe(own);
  });

  test('nothing where it was claimed before', async () => {
    expect(
      await claimedCommunity(
        changing,
        heard,
        memory(async () => false),
      ),
    ).toBeUndefined();
  });

  test('nothing where it does not say that it changes anything; what is read stays', async () => {
    const reasons = await refused(await claimedCommunity(reading, heard, memory(never)));
    expect(Object.keys(reasons).sort()).toEqual([...CHANGES, ...REPORTS].sort());
    const reason = expect.objectContaining({ message: '/role changes something and does not declare it' });
    expect(Object.values(reasons)).toEqual(Object.values(reasons).map(() => reason));
  });

  test('nothing while the store is paused, and reports are told so in words of their own', async () => {
    const paused = new Paused(say('Schedules need a running bot: start it with npm start.'));
    const reasons = await refused(
      await claimedCommunity(
        changing,
        heard,
        memory(() => Promise.reject(paused)),
      ),
    );
    expect(Object.keys(reasons).sort()).toEqual([...CHANGES, ...REPORTS].sort());
    for (const name of CHANGES) expect([name, reasons[name]]).toEqual([name, paused]);
    for (const name of REPORTS) expect([name, reasons[name]]).not.toEqual([name, paused]);
  });

  test('nothing at all where the claim fails for another reason', async () => {
    const broken = new Error('connection refused');
    const claim = () => Promise.reject(broken);
    await expect(claimedCommunity(changing, heard, memory(claim))).rejects.toBe(broken);
  });
});
