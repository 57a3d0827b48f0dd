import type { Said } from './message/message.ts';
import { speak } from './message/speak.ts';

/** The asker's words cannot be read; what is said says what to do. Its `message`, for logs, is English. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly said: Said;
  /** What those who may manage the community are told besides; null where there is nothing. */
  readonly forManagers: Said | null;

  constructor(said: Said, forManagers: Said | null = null) {
    super(speak(said, 'en'));
    this.said = said;
    this.forManagers = forManagers;
  }
}
