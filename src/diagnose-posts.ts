import type { PostWish } from './outbox/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { ok, warning, wrong } from './diagnosis.ts';
import type { Said } from './message/message.ts';
import { speak } from './message/speak.ts';
import { reasonOf } from './reason.ts';

/** Whether the channels of a place's prompts take posts: a line for each that does not, by what the place says. */
export async function postDiagnoses(
  about: string,
  wishes: readonly PostWish[],
  problemOf: (wish: PostWish) => Promise<Said | null>,
): Promise<readonly Diagnosis[]> {
  if (wishes.length === 0) return [ok(about, 'no prompt is scheduled')];
  try {
    const found: Diagnosis[] = [];
    for (const wish of wishes) {
      const problem = await problemOf(wish);
      if (problem !== null) found.push(wrong(about, `prompts in ${wish.channel}`, speak(problem, 'en')));
    }
    return found.length > 0 ? found : [ok(about, `${wishes.length} of prompts, all take posts`)];
  } catch (error) {
    return [warning(about, `the place does not say (${reasonOf(error)})`)];
  }
}
