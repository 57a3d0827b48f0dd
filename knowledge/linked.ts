import type { RoleFile } from './kinds/role.ts';
import type { SkillFile } from './kinds/skill.ts';
import type { Priority } from './scales.ts';

/** What names a skill has the id of that skill beside the name. */
interface SkillNamed {
  readonly skillId: string;
}

type Roadmap = RoleFile['roadmap'][number];
type Phase = Roadmap['phases'][number];
type SkillList = RoleFile['skills'][number];

/** A role with all facts about it, in which names of skills are linked. */
export interface Role extends Omit<RoleFile, 'skills' | 'roadmap'> {
  readonly skills: readonly (Omit<SkillList, 'items'> & {
    readonly items: readonly (SkillList['items'][number] & SkillNamed)[];
  })[];
  readonly roadmap: readonly (Omit<Roadmap, 'phases'> & {
    readonly phases: readonly (Omit<Phase, 'items'> & {
      readonly items: readonly (Phase['items'][number] & Partial<SkillNamed>)[];
    })[];
  })[];
}

/** A skill with everything that names it. */
export interface Skill extends SkillFile {
  readonly wantedBy: readonly {
    readonly role: string;
    readonly priority: Priority;
    readonly source: string;
  }[];
  readonly taughtBy: readonly string[];
}
