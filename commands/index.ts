import type { Command } from '../src/command.ts';
import { course } from './course.ts';
import { help } from './help.ts';
import { prompts } from './prompts/index.ts';
import { role } from './role.ts';
import { salary } from './salary.ts';
import { sources } from './sources.ts';
import { studies } from './study/index.ts';
import { transition } from './transition.ts';

/** Every question the bot can be asked, in the order /help shows them. */
export const commands: readonly Command[] = [
  role,
  salary,
  transition,
  course,
  sources,
  ...prompts,
  ...studies,
  help,
];
