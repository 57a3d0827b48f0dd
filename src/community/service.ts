import { randomUUID } from 'node:crypto';
import { systemClock } from '../clock.ts';
import { StoredInstallations } from '../installations/stored-installations.ts';
import { createLeases } from '../lease/leases.ts';
import { SETTINGS } from '../outbox/settings.ts';
import { isThere, openAt, tryAddress } from '../store/address.ts';
import { StoreSupervisor } from '../store/supervisor.ts';
import { onStore } from './on-store.ts';
import { Posting } from './posting.ts';
import type { PromptService, ServiceParts } from './prompt-service.ts';
import { tellRemoved } from './removed.ts';
import { storedCommunity } from './stored-community.ts';
import { Welcoming } from './welcome.ts';

/** A service that opens its store when it is first needed: a file that is not there yet, when somebody wants something remembered. */
export function createPrompts(parts: ServiceParts): PromptService {
  /** The name of this process as people see it; the log says where it runs. */
  const worker = `worker-${randomUUID().slice(0, 8)}`;
  const supervisor = new StoreSupervisor(() => openAt(parts.address), systemClock, parts.log);
  const posting = new Posting({ ...parts, supervisor, worker });
  return serviceOf({ ...parts, supervisor, posting, worker });
}

interface Wired extends ServiceParts {
  readonly supervisor: StoreSupervisor;
  readonly posting: Posting;
  readonly worker: string;
}

function serviceOf(wired: Wired): PromptService {
  const { address, log, posting, supervisor } = wired;
  const { community, flush } = communityOf(wired);
  const leases = leasesOf(wired);
  const welcoming = welcomingOf(wired, community.settings);
  const there = () => isThere(address);
  return {
    community,
    leases,
    installations: installationsOf(wired),
    start: (places) => {
      posting.begin(places);
      if (there()) posting.wake();
    },
    tryStore: async () => {
      if (there()) return void (await supervisor.check());
      await tryAddress(address).catch((error: unknown) => supervisor.failed(error));
    },
    removed: (id) => tellRemoved(id, async () => (there() ? supervisor.check() : null), log),
    joined: async (joined) => welcoming?.joined(joined, await posting.started),
    health: () => supervisor.health(),
    waiting: async () => supervisor.store?.deliveries.openCount().catch(() => undefined),
    stop: async () => {
      posting.refuse();
      // First of all, so that whoever stands by need not wait for what is being posted.
      await leases.stop();
      await flush();
      await posting.stop();
      await supervisor.close();
    },
  };
}

function communityOf({ supervisor, posting, settings = SETTINGS, ...parts }: Wired) {
  return storedCommunity({
    ...parts,
    onStore: onStore(supervisor, () => posting.wake()),
    places: () => posting.places,
    isCounted: parts.counted !== false,
    isThere: () => isThere(parts.address),
    graceMs: settings.graceMs,
    clock: systemClock,
  });
}

function leasesOf({ supervisor, address, worker, log, leaseTiming: timing }: Wired) {
  const store = () => supervisor.check();
  const isShared = 'url' in address;
  return createLeases({ store, isShared, worker, log, ...(timing === undefined ? {} : { timing }) });
}

function installationsOf({ address, keys, log, ...wired }: Wired): StoredInstallations {
  const there = () => isThere(address);
  return new StoredInstallations({ store: awake(wired), isThere: there, keys, clock: systemClock, log });
}

function welcomingOf(
  { welcome, log, worker, ...wired }: Wired,
  settings: PromptService['community']['settings'],
): Welcoming | undefined {
  if (welcome === undefined) return undefined;
  return new Welcoming({ store: awake(wired), settings, welcome, clock: systemClock, log, worker });
}

/** The store while it can be used, which is reason to post what is due in it. */
function awake({ supervisor, posting }: Pick<Wired, 'supervisor' | 'posting'>) {
  return async () => {
    const store = await supervisor.check();
    if (store !== null) posting.wake();
    return store;
  };
}
