import type { Health } from '../health.ts';
import type { Language } from '../message/language.ts';
import type { Said } from '../message/message.ts';
import type { Text } from '../reply.ts';
import type { Poster } from './poster.ts';

/** Where a prompt shall be posted and what shall be done there. Ids are the place's own. */
export interface PostWish {
  /** Null outside a community. */
  readonly community: string | null;
  readonly channel: string;
  readonly thread: boolean;
  readonly pin: boolean;
  /** The one role or group to mention. */
  readonly mention?: string;
}

/** What is posted to: a place, its channels and its people. */
export interface PostingPlace {
  readonly name: string;
  health(): Health;
  /** What posts here without being asked; absent where nothing can be. */
  readonly poster?: Poster;
  /** Why a wish cannot be granted, as a sentence that says what to do; null when it can. Rejects when the place does not say. */
  canPost?(wish: PostWish): Promise<Said | null>;
  /** Why nobody could be told by a role or group of a community that they manage it, as a sentence; null where it can be told. */
  groupProblem?(community: string, group: string): Promise<Said | null>;
  /** Whether the bot was surely removed from a community, by the place's own id. Rejects when the place does not say. */
  isGone?(community: string): Promise<boolean>;
  /** Tells one person of a community something in private, in a language. Rejects when that is not possible. */
  tell?(person: string, said: Text, language: Language, community: string): Promise<void>;
}
