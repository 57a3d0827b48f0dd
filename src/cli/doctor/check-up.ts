import { PLACES } from '../../../adapters/index.ts';
import { commands } from '../../../commands/index.ts';
import type { Diagnosis } from '../../diagnosis.ts';
import { wrong } from '../../diagnosis.ts';
import { systemClock } from '../../clock.ts';
import type { Installations } from '../../installations/installations.ts';
import { StoredInstallations } from '../../installations/stored-installations.ts';
import { silentLog } from '../../log.ts';
import { settingsIn } from '../../community/prompt-service.ts';
import { reasonOf } from '../../reason.ts';
import type { Store } from '../../store/store.ts';
import type { Run } from '../setup.ts';
import { diagnoseKeys } from './check-keys.ts';
import { diagnosePacks } from './check-packs.ts';
import { diagnosePosts, wishesOf } from './check-posts.ts';
import { diagnoseSettings } from './check-settings.ts';
import { diagnoseStore } from './check-store.ts';

/** Where and when a check-up is made. */
interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Looks at the settings, the store, the posts, the packs and each place that is set up. */
export async function checkUp(run: Run, { env, now }: Surroundings): Promise<readonly Diagnosis[]> {
  const { config } = run;
  const { found, store } = await diagnoseStore(settingsIn(config.variables).address, now());
  try {
    return [
      ...diagnoseSettings(run, env),
      ...found,
      ...(store === null ? [] : await attempt('posts', () => diagnosePosts(store, now()))),
      ...(store === null ? [] : await attempt('encryption keys', () => diagnoseKeys(store, keysIn(run)))),
      ...(await attempt('packs', () => diagnosePacks(config, now()))),
      ...(await checkPlaces(run, store, now)),
    ];
  } finally {
    await store?.close();
  }
}

async function checkPlaces(
  { config }: Run,
  store: Store | null,
  now: () => number,
): Promise<readonly Diagnosis[]> {
  const on = PLACES.filter(({ settings }) => config.places.includes(settings.place));
  const found = await Promise.all(
    on.map(({ settings: { place }, diagnose }) =>
      attempt(place, async () => {
        const wishes = store === null ? [] : await wishesOf(store, place);
        const of = { variables: config.variables, log: silentLog, commands, wishes, now };
        return diagnose(store === null ? of : { ...of, installations: kept(store, config.variables) });
      }),
    ),
  );
  return found.flat();
}

function keysIn({ config }: Run): string | undefined {
  return config.variables.ROLECALL_ENCRYPTION_KEYS;
}

/** Installations as they are kept, which are only read. */
function kept(store: Store, variables: Readonly<Record<string, string>>): Installations {
  const { ROLECALL_ENCRYPTION_KEYS: keys } = variables;
  const parts = { store: async () => store, isThere: () => true, keys };
  return new StoredInstallations({ ...parts, clock: systemClock, log: silentLog });
}

/** What cannot be looked at is wrong itself, and keeps nothing else from being looked at. */
async function attempt(
  about: string,
  look: () => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  try {
    return await look();
  } catch (error) {
    return [wrong(about, reasonOf(error), 'Report this: it is a fault of the check-up itself')];
  }
}
