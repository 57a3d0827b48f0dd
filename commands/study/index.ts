import type { Command } from '../../src/command.ts';
import { doneStudy, hintStudy, joinStudy, skipStudy } from './mark.ts';
import { exportStudy, forgetStudy, shareStudy, study } from './mine.ts';

/** Everything about a member's own studies. */
export const studies: readonly Command[] = [
  study,
  joinStudy,
  doneStudy,
  skipStudy,
  hintStudy,
  shareStudy,
  exportStudy,
  forgetStudy,
];
