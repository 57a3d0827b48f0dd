import type { Command } from '../src/command.ts';
import { advice } from './advice.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { course } from './course.ts';
import { help } from './help.ts';
import { ladder } from './ladder.ts';
import { misses } from './misses.ts';
import { plan } from './plan.ts';
import { roadmap } from './roadmap.ts';
import { prompts } from './prompts/index.ts';
import { report } from './report.ts';
import { reports } from './reports/index.ts';
import { role } from './role.ts';
import { salary } from './salary.ts';
import { skills } from './skills.ts';
import { sources } from './sources.ts';
import { studies } from './study/index.ts';
import { transition } from './transition.ts';
import { explained, why } from './why.ts';

/** What rests on facts; each of its answers says why when asked. */
const ANSWERS: readonly Command[] = [
  ask,
  role,
  salary,
  skills,
  ladder,
  roadmap,
  plan,
  transition,
  compare,
  course,
  advice,
];

/** Every question the bot can be asked, in the order /help shows them. */
export const commands: readonly Command[] = [
  ...ANSWERS.map(explained),
  why,
  sources,
  report,
  ...prompts,
  misses,
  ...reports,
  ...studies,
  help,
];
