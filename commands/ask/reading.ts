import type { Course, Skill } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import type { Broad } from './broad.ts';
import type { Answered } from './faq.ts';
import type { Intent } from './intents.ts';

/** What a question in plain words was taken for. */
export type Reading =
  /** A command with its values, and what else may have been meant. */
  | {
      readonly kind: 'command';
      readonly ask: Ask;
      readonly others: readonly Ask[];
      readonly faq: Answered | undefined;
      /** Skills that it names beside a role. */
      readonly skills?: readonly Skill[];
      /** Courses that it names beside a role. */
      readonly courses?: readonly Course[];
      /** What somebody is or wants to be that is no role I know. */
      readonly stranger?: string;
      /** Roles that are named and that the command has no room for, by id. */
      readonly beyond?: readonly string[];
    }
  | Broad
  | { readonly kind: 'answered'; readonly faq: Answered; readonly others: readonly Ask[] }
  /** Two to four commands, none likelier than another. */
  | { readonly kind: 'which'; readonly readings: readonly Ask[] }
  /** A question about something that it does not name. */
  | {
      readonly kind: 'whom';
      readonly about: NonNullable<Intent['about']>;
      /** A skill that it names: roles that want it are offered. */
      readonly skill: Skill | undefined;
      /** A family of roles that it names: roles of it are offered. */
      readonly family?: string;
    }
  /** A name and nothing else, or nothing that I can read. */
  | { readonly kind: 'name'; readonly words: string };
