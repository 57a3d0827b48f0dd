import type { Role } from '../../knowledge/index.ts';
import type { Start } from '../input/start.ts';
import type { KnownSkills } from '../input/known-skills.ts';
import type { Ask } from '../../src/reply.ts';

/** Who wants what, settled. */
export interface Wish {
  readonly to: Role;
  readonly start: Start | undefined;
  readonly have: KnownSkills;
  readonly hours: number | undefined;
  readonly budget: number | undefined;
  /** Whether the whole plan is asked for, and not what a screen holds. */
  readonly full: boolean;
  /** The whole question, with names settled. */
  readonly ask: Ask;
}
