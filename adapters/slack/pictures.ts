import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Chart } from '../../src/chart.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import type { Picture, Pictures } from '../../src/picture/pictures.ts';
import type { Reply } from '../../src/reply.ts';
import { picturesIn, withPictures } from '../../src/reply.ts';
import type { Audience, Exits } from './deliver.ts';
import { placed } from './deliver.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';
import type { Sender } from './receive.ts';
import { drawing } from './render.ts';
import type { TableSupport } from './table-support.ts';

/** An answer and the language it was shown in. */
interface Answer {
  readonly reply: Reply;
  readonly language: Language;
}

/** Puts the pictures of an answer that was sent below it, or in the stead of their words. */
export interface Gallery {
  /** Never throws; where it fails, the words stay. */
  show(answer: Answer, audience: Audience, to: Sender, exits: Exits): Promise<void>;
  /** Notes what an asker did last: an answer that may be gone by now is not brought back. */
  note(to: Sender): void;
}

/** Slack needs a moment before a new file may stand in a message. Milliseconds between the tries. */
const WAITS = [0, 1500, 4000];
const MOST_KEPT = 500;

/** `pictures` draws; without it answers stay in words. */
export function createGallery(pictures: Pictures | undefined, log: Log, tables: TableSupport): Gallery {
  const uploaded = new Map<string, Promise<string>>();
  const latest = new Map<string, string>();
  let isAllowed = pictures !== undefined;
  return {
    note: ({ user, key }) => remember(latest, user ?? '', key ?? ''),
    show: async (answer, audience, to, { respond, client }) => {
      const isPlain = picturesIn(answer.reply).length === 0;
      if (pictures === undefined || !isAllowed || respond === undefined || isPlain) return;
      try {
        const names = await namesOf(answer, pictures, (picture) => upload(picture, client, uploaded));
        if (audience === 'asker, in place' && latest.get(to.user ?? '') !== (to.key ?? '')) return;
        const { community, inThread } = to.place;
        const draw = drawingWith(answer, names, audience);
        await insist(() =>
          tables.send(community, draw, (message) =>
            respond({ ...placed(audience), ...inThread, ...message }),
          ),
        );
      } catch (error) {
        isAllowed = platformError(error) !== 'missing_scope';
        if (isAllowed) log.warn({ reason: reasonOf(error) }, 'a picture could not be shown; its words stay');
        else log.info({}, 'no pictures without the scope files:write: answers stay in words');
      }
    },
  };
}

/** What can be replaced is shown anew with its pictures; below anything else they get a message of their own. */
function drawingWith({ reply, language }: Answer, names: ReadonlyMap<Chart, string>, audience: Audience) {
  const whole = withPictures(reply, names);
  if (audience === 'asker, in place') return drawing(whole, { language, share: true });
  return drawing({ ...whole, lead: [], body: picturesIn(whole), sources: [], ask: null }, { language });
}

async function namesOf(
  { reply, language }: Answer,
  pictures: Pictures,
  keep: (picture: Picture) => Promise<string>,
): Promise<ReadonlyMap<Chart, string>> {
  const names = new Map<Chart, string>();
  const spoken = reply.language ?? language;
  for (const { chart } of picturesIn(reply)) names.set(chart, await keep(await pictures.draw(chart, spoken)));
  return names;
}

/** The id of the file at Slack; the same picture is uploaded once. */
function upload(
  { name, png }: Picture,
  client: Pick<webApi.WebClient, 'filesUploadV2'>,
  uploaded: Map<string, Promise<string>>,
): Promise<string> {
  const known = uploaded.get(name) ?? uploadNew(name, png, client);
  remember(uploaded, name, known);
  known.catch(() => uploaded.delete(name));
  return known;
}

async function uploadNew(
  name: string,
  png: Uint8Array,
  client: Pick<webApi.WebClient, 'filesUploadV2'>,
): Promise<string> {
  // Shared with no channel: the message that shows it makes it seen.
  const answer = await client.filesUploadV2({ file: Buffer.from(png), filename: name });
  const id = answer.files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack gave no id for a file');
  return id;
}

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
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
