import type { SkillFile } from './kinds/skill.ts';
import type { Priority } from './scales.ts';

export type { Course } from './kinds/course.ts';
export type { Block, FactLine, PayBand, RoleFacts } from './kinds/facts.ts';
export type { Effort, Growth, Period, Price } from './kinds/figures.ts';
export type { Prompt } from './kinds/prompt.ts';
export type { Role } from './kinds/role.ts';
export type { Source } from './kinds/source.ts';
export type { Transition } from './kinds/transition.ts';
export type { Level, Priority } from './scales.ts';

/** A skill with everything that names it. */
export interface Skill extends SkillFile {
  readonly wantedBy: readonly {
    readonly role: string;
    readonly priority: Priority;
    readonly source: string;
  }[];
  readonly taughtBy: readonly string[];
}
