import type { Command } from '../src/command.ts';
import { advice } from './advice/index.ts';
import { ask } from './ask/index.ts';
import { compare } from './compare/index.ts';
import { course } from './course/index.ts';
import { help } from './help/index.ts';
import { interview } from './interview/index.ts';
import { home } from './home/index.ts';
import { ladder } from './ladder/index.ts';
import { misses } from './misses/index.ts';
import { named } from './named/index.ts';
import { plan } from './plan/index.ts';
import { roadmap } from './roadmap/index.ts';
import { privacy } from './privacy/index.ts';
import { prompts } from './prompts/index.ts';
import { rank } from './rank/index.ts';
import { report } from './report/index.ts';
import { reports } from './reports/index.ts';
import { role } from './role/index.ts';
import { salary } from './salary/index.ts';
import { settings } from './settings/index.ts';
import { skills } from './skills/index.ts';
import { sources } from './sources/index.ts';
import { status } from './status/index.ts';
import { studies } from './study/index.ts';
import { transition } from './transition/index.ts';
import { explained, why } from './why/index.ts';

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
  rank,
  course,
  interview,
  advice,
];

/** Every question the bot can be asked, in the order /help shows them. */
export const commands: readonly Command[] = [
  ...ANSWERS.map(explained),
  why,
  sources,
  named,
  report,
  ...prompts,
  misses,
  ...reports,
  settings,
  home,
  status,
  ...studies,
  ...privacy,
  help,
];
