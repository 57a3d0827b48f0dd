import type { Command } from '../../src/command.ts';
import { addPrompts } from './add.ts';
import { editPrompts } from './edit.ts';
import { listPrompts } from './list.ts';
import { pausePrompts, removePrompts, skipPrompts, testPrompts } from './manage.ts';
import { previewPrompts } from './preview.ts';
import { acceptProposal, declineProposal, listProposals } from './proposals.ts';
import { proposePrompt } from './propose.ts';
import { resumePrompts } from './resume.ts';
import { whyPrompts } from './why.ts';

/** Everything about schedules of prompts. */
export const prompts: readonly Command[] = [
  addPrompts,
  listPrompts,
  previewPrompts,
  pausePrompts,
  resumePrompts,
  skipPrompts,
  editPrompts,
  testPrompts,
  removePrompts,
  whyPrompts,
  proposePrompt,
  listProposals,
  acceptProposal,
  declineProposal,
];
