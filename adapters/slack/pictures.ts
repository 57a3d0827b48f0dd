import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Chart } from '../../src/chart.ts';
import type { ReplyTarget, Shown } from '../../src/conversation/interaction.ts';
import type { Log } from '../../src/log.ts';
import type { Picture } from '../../src/picture/pictures.ts';
import { picturesIn, withPictures } from '../../src/reply.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';
import { drawing } from './render.ts';
import type { Draw } from './table-support.ts';

/** Where pictures are kept: a workspace sees no files of others. */
interface Files {
  readonly client: Pick<webApi.WebClient, 'filesUploadV2'>;
  readonly workspace: string;
}

type Drawing = Parameters<NonNullable<ReplyTarget['showPictures']>>[1];

/** Puts the pictures of an answer that was sent below it, or in the stead of their words. */
export interface PictureUploads {
  /** Never rejects; where it fails, the words stay. */
  show(shown: Shown, drawing: Drawing, files: Files, send: (draw: Draw) => Promise<unknown>): Promise<void>;
}

/** Slack needs a moment before a new file may stand in a message. Milliseconds between the tries. */
const WAITS = [0, 1500, 4000];
const MOST_KEPT = 500;
/** For how long it is believed that a workspace gave no scope for files. */
const BELIEVED_MS = 24 * 60 * 60 * 1000;
const MOST_REFUSING = 10_000;

/** The same picture is uploaded to a workspace once; without the scope for it none is. */
export function createPictureUploads(log: Log): PictureUploads {
  const uploaded = new LRUCache<string, Promise<string>>({ max: MOST_KEPT });
  const refusing = new LRUCache<string, true>({ max: MOST_REFUSING, ttl: BELIEVED_MS });
  return {
    show: async (shown, { draw, isLatest }, files, send) => {
      if (refusing.has(files.workspace)) return;
      try {
        const ids = new Map<Chart, string>();
        for (const [chart, picture] of await draw()) ids.set(chart, await upload(picture, files, uploaded));
        if (shown.audience === 'in place' && !isLatest()) return;
        const drawn = drawingWith(shown, ids);
        await insist(() => send(drawn));
      } catch (error) {
        const isRefused = platformError(error) === 'missing_scope';
        if (isRefused) refusing.set(files.workspace, true);
        if (!isRefused) log.warn({ reason: reasonOf(error) }, 'a picture could not be shown; its words stay');
        else log.info({}, 'no pictures without the scope files:write: answers stay in words');
      }
    },
  };
}

/** What can be replaced is shown anew with its pictures; below anything else they get a message of their own. */
function drawingWith({ reply, language, audience, share }: Shown, ids: ReadonlyMap<Chart, string>): Draw {
  const whole = withPictures(reply, ids);
  if (audience === 'in place') return drawing(whole, { language, share });
  return drawing({ ...whole, lead: [], body: picturesIn(whole), sources: [], ask: null }, { language });
}

/** The id of the file at Slack. */
function upload(
  { name, png }: Picture,
  { client, workspace }: Files,
  uploaded: LRUCache<string, Promise<string>>,
): Promise<string> {
  const key = `${workspace} ${name}`;
  const known = uploaded.get(key) ?? uploadNew(name, png, client);
  uploaded.set(key, known);
  known.catch(() => uploaded.delete(key));
  return known;
}

async function uploadNew(name: string, png: Uint8Array, client: Files['client']): Promise<string> {
  // Shared with no channel: the message that shows it makes it seen.
  const answer = await client.filesUploadV2({ file: Buffer.from(png), filename: name });
  const id = answer.files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack gave no id for a file');
  return id;
}

/** Tries again while Slack is not ready for it; rejects with the last reason. */
async function insist(send: () => Promise<unknown>): Promise<void> {
  let reason: unknown;
  for (const wait of WAITS) {
    await sleep(wait, undefined, { ref: false });
    try {
      await send();
      return;
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
