import type { z } from 'zod';
import { promptSpec } from '../prompts/content.ts';
import { timetableSchema } from '../schedules/rule.ts';
import { keptSchedule } from '../store/schedules.ts';

/** What to post, where and when. `content` is for whoever prepares the post; nobody else reads it. */
export const scheduleSchema = keptSchedule.extend({ timetable: timetableSchema });
export type Schedule = z.infer<typeof scheduleSchema>;

/** A schedule as it was kept; null when it can no longer be read. */
export function readSchedule(kept: unknown): Schedule | null {
  return scheduleSchema.safeParse(kept).data ?? null;
}

const promptSchedule = scheduleSchema.extend({ content: promptSpec });

/** A schedule of prompts. */
export type PromptSchedule = z.infer<typeof promptSchedule>;

/** A schedule of prompts as it was kept; null when it can no longer be read. */
export function readPromptSchedule(kept: unknown): PromptSchedule | null {
  return promptSchedule.safeParse(kept).data ?? null;
}
