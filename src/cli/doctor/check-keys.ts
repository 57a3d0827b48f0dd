import type { Diagnosis } from '../../diagnosis.ts';
import { ok, wrong } from '../../diagnosis.ts';
import { createSeal, keyIdIn, keysProblem } from '../../installations/seal.ts';
import type { Store } from '../../store/store.ts';

const ABOUT = 'encryption keys';

/** Whether the keys that are set open the tokens that are kept, and whether older ones are still needed. */
export async function diagnoseKeys(
  { installations }: Store,
  keys: string | undefined,
): Promise<readonly Diagnosis[]> {
  const kept = (await installations.all()).filter(({ sealed }) => sealed !== '');
  if (keys === undefined || keysProblem(keys) !== undefined)
    return kept.length === 0
      ? []
      : [
          wrong(
            ABOUT,
            `${kept.length} tokens are kept and there is no key`,
            'Set ROLECALL_ENCRYPTION_KEYS again',
          ),
        ];
  const seal = createSeal(keys);
  const closed = kept.filter(({ sealed }) => !seal.opensBy(keyIdIn(sealed)));
  if (closed.length > 0) return [wrong(ABOUT, told(closed), PUT_BACK)];
  const older = kept.filter(({ sealed }) => !seal.isCurrent(sealed));
  if (older.length > 0)
    return [
      wrong(
        ABOUT,
        `${older.length} tokens need an older key`,
        'Start the bot, which encrypts them with the first one',
      ),
    ];
  return [ok(ABOUT, `the first key opens all of ${kept.length} tokens: others are not needed`)];
}

const PUT_BACK =
  'Put those keys back behind the first one, joined by ",", or have these workspaces install it again';

function told(closed: readonly { readonly sealed: string }[]): string {
  const ids = [...new Set(closed.map(({ sealed }) => keyIdIn(sealed)))];
  return `${closed.length} tokens are encrypted with keys that are not there (${ids.join(', ')})`;
}
