import { say } from '../message/say.ts';
import { Problem } from '../parse.ts';
import type { Member } from './study.ts';

/** What became of a proposal so far. */
type ProposalState = 'open' | 'accepted' | 'declined';

/** What somebody wants posted: at least one of `build` and `discuss`, in their own words. */
export interface ProposedPrompt {
  /** The id of the role whose track it is for. */
  readonly track: string;
  readonly title: string;
  readonly build?: string;
  readonly discuss?: string;
  /** An https address. */
  readonly link?: string;
}

/** A proposal as kept. Instants are epoch milliseconds. */
export interface Proposal extends ProposedPrompt {
  /** Unique within its community, short enough to be typed. */
  readonly id: string;
  readonly state: ProposalState;
  /** Why it was declined. */
  readonly reason: string | null;
  readonly madeAt: number;
  readonly decidedAt: number | null;
}

/** What a manager says about a proposal. A declined one always has a reason. */
export type Decision =
  { readonly state: 'accepted' } | { readonly state: 'declined'; readonly reason: string };

/** The prompts that members and managers add to their community's tracks. */
export interface ProposalBook {
  /** Keeps a proposal; with `isDecided` it is accepted at once. @throws Problem at a limit. */
  propose(member: Member, prompt: ProposedPrompt, isDecided: boolean): Promise<Proposal>;
  /** What was not declined in a community, oldest first: open and accepted. */
  of(community: string): Promise<readonly Proposal[]>;
  /** A member's own, whatever became of them, oldest first. */
  by(member: Member): Promise<readonly Proposal[]>;
  /** Accepts or declines; null when the community has none of this id, or it was declined before. @throws Problem at a limit. */
  decide(community: string, id: string, decision: Decision): Promise<Proposal | null>;
}

/** At most so many: of a member and of a community that wait, and of a community that are accepted. */
export const MOST_OPEN = 3;
export const MOST_WAITING = 100;
export const MOST_ACCEPTED = 200;

/** The most letters of each part. */
export const LENGTHS = { title: 60, build: 400, discuss: 400, link: 300, reason: 300 } as const;

/**
 * Words as somebody typed them, on one line and without characters that hide or turn others.
 * @throws Problem when they are too many, or hold an address.
 */
export function readWords(part: Exclude<keyof typeof LENGTHS, 'link'>, typed: string): string {
  const words = tidied(typed);
  const { length } = words;
  const most = LENGTHS[part];
  if (length === 0) throw new Problem(say('The {part} is empty: write it in a sentence.', { part: part }));
  if (length > most)
    throw new Problem(
      say('The {part} has {length} letters, and {most} is the most: say it in fewer words.', {
        part: part,
        length,
        most,
      }),
    );
  if (/\b[a-z][a-z0-9+.-]*:\/\//i.test(words))
    throw new Problem(
      say('Take the address out of the {part}: one address can be given with link:https://…', {
        part: part,
      }),
    );
  return words;
}

/** Typed words on one line, without characters that hide or turn others. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** An https address as it will be shown. @throws Problem for any other. */
export function readLink(typed: string): string {
  const words = typed.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.canParse(words) ? new URL(words) : undefined;
  const isPublic = url?.protocol === 'https:' && url.username === '' && /\.[a-z]/i.test(url.hostname);
  if (url === undefined || !isPublic || /\s/.test(words))
    throw new Problem(
      say('I cannot take "{words}" as a link: give one public address that begins with https://.', {
        words: words.slice(0, 60),
      }),
    );
  if (url.href.length > LENGTHS.link)
    throw new Problem(
      say('The link is longer than {most} letters: use a shorter address.', { most: LENGTHS.link }),
    );
  return url.href;
}
