import type { PostWish } from '../../outbox/place.ts';
import type { Diagnosis } from '../../diagnosis.ts';
import { ok, warning, wrong } from '../../diagnosis.ts';
import { speak } from '../../message/speak.ts';
import { SETTINGS } from '../../outbox/settings.ts';
import { channelOf, placeOf } from '../../outbox/target.ts';
import { postOverview } from '../../store/post-overview.ts';
import type { Store } from '../../store/store.ts';
import { duration } from './words.ts';

/** The last and the next post, and the channels that refuse posts. */
export async function diagnosePosts({ database }: Store, now: number): Promise<readonly Diagnosis[]> {
  const { active, resting, next, last, refused } = await postOverview(database, null);
  const about = 'posts';
  const found = [ok(about, `${active} schedules run, ${resting} are paused or over`)];
  if (last !== null) found.push(lastPost(last));
  if (next !== null) found.push(nextPost(next, now));
  for (const { schedule, reason } of refused)
    found.push(
      warning(about, `a channel of ${schedule} gets nothing more: ${speak(reason ?? '', 'en')}`, RESUME),
    );
  return found;
}

const RESUME = 'Mend that, then type /prompts resume there';

function lastPost({
  schedule,
  dueAt,
  postedAt,
}: {
  schedule: string;
  dueAt: number;
  postedAt: number;
}): Diagnosis {
  const late = postedAt - dueAt;
  const when = late > SETTINGS.graceMs ? `${duration(late)} late` : 'on time';
  return ok('posts', `the last one was of ${schedule} at ${new Date(postedAt).toISOString()}, ${when}`);
}

function nextPost({ schedule, dueAt }: { schedule: string; dueAt: number }, now: number): Diagnosis {
  const at = new Date(dueAt).toISOString();
  if (now - dueAt <= SETTINGS.graceMs) return ok('posts', `the next one is of ${schedule} at ${at}`);
  return wrong(
    'posts',
    `${schedule} was due at ${at}, ${duration(now - dueAt)} ago, and nothing took it up`,
    'Start the bot (npm start); if it runs, its log says why the schedules are paused',
  );
}

/** Where the prompts of a place are to be posted. */
export async function wishesOf(store: Store, place: string): Promise<PostWish[]> {
  const wishes: PostWish[] = [];
  for (const community of await store.communities())
    for (const schedule of await store.schedules.list(community)) {
      if (schedule.state !== 'active') continue;
      const { thread, pin } = schedule;
      const id = community.slice(community.indexOf(':') + 1);
      for (const target of schedule.targets.filter((each) => placeOf(each) === place))
        wishes.push({ community: id === '' ? null : id, channel: channelOf(target), thread, pin });
    }
  return wishes;
}
