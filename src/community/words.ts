import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import { tidied } from './proposals.ts';
import { LENGTHS } from './reports.ts';

/**
 * What is wrong or would be right, as somebody typed it, on one line and without characters that hide or turn others.
 * @throws Problem when there is nothing, too much, or an address, which belongs where its host can be shown.
 */
export function readPart(part: 'what' | 'right', typed: string): string {
  const words = clipped(typed, LENGTHS[part]);
  if (words === '') throw new Problem(say('Say in a sentence what is wrong.'));
  if (/\b[a-z][a-z0-9+.-]*:\/\//i.test(words))
    throw new Problem(
      say('Take the address out of the sentence and give it as the source: source:https://…'),
    );
  return words;
}

/** Why a report is dismissed; null where nobody said so. @throws Problem when it is too long. */
export function readReason(typed: string | undefined): string | null {
  const words = clipped(typed ?? '', LENGTHS.reason);
  return words === '' ? null : words;
}

function clipped(typed: string, most: number): string {
  const words = tidied(typed);
  const { length } = words;
  if (length > most)
    throw new Problem(
      say('That has {length} letters, and {most} is the most: say it in fewer words.', { length, most }),
    );
  return words;
}

/** The address of a source as it will be shown. @throws Problem for anything but a public http or https address. */
export function readSource(typed: string): string {
  const words = typed.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.canParse(words) ? new URL(words) : undefined;
  const isPublic =
    /^https?:$/.test(url?.protocol ?? '') && url?.username === '' && /\.[a-z]/i.test(url.hostname);
  if (url === undefined || !isPublic || /\s/.test(words))
    throw new Problem(
      say(
        'I cannot take "{words}" as a source: give one public address that begins with https:// or http://.',
        {
          words: words.slice(0, 60),
        },
      ),
    );
  if (url.href.length > LENGTHS.source)
    throw new Problem(
      say('The address is longer than {most} letters: use a shorter one.', { most: LENGTHS.source }),
    );
  return url.href;
}
