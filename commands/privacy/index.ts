import type { Command } from '../../src/command.ts';
import { deletePrivacy } from './delete.ts';
import { exportPrivacy } from './export.ts';
import { showPrivacy } from './show.ts';

/** What members can see, take along and delete of what is kept about them. */
export const privacy: readonly Command[] = [showPrivacy, exportPrivacy, deletePrivacy];
