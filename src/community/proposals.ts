import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { Member } from '../store/member.ts';
import type { Decision, Proposal, ProposedPrompt } from '../store/proposals.ts';

export type { Proposal, ProposedPrompt };

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
