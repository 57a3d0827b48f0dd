import type { Clock } from '../clock.ts';
import { readContent } from '../prompts/content.ts';
import type { OnStore } from './on-store.ts';
import type { StudyBook } from './study.ts';

/** The book of members' studies over a store. */
export function storedStudy(onStore: OnStore, clock: Pick<Clock, 'now'>): StudyBook {
  return {
    mark: (member, run, mark) =>
      onStore(async (store) => {
        const occurrence = (await store.why(run))?.occurrence;
        const content = readContent(occurrence?.content);
        if (occurrence === undefined || content === null || content.community !== member.community)
          return null;
        const { schedule, dueAt } = occurrence;
        const { title, track } = content;
        const entry = { schedule, run, title, track, mark, dueAt, at: clock.now() };
        await store.study.put(member, entry);
        return entry;
      }),
    of: (member) => onStore((store) => store.study.list(member)),
  };
}
