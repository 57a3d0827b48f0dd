import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { Community, CommunityMemory } from './community/community.ts';
import { Paused, unkept } from './community/paused.ts';

/**
 * What a command may use for what was heard: nothing that changes anything for a command that does not declare that it
 * does, or while nothing can be claimed. Undefined where this was claimed before, in whichever process.
 */
export async function claimedCommunity(
  { name, changes }: Pick<Command, 'name' | 'changes'>,
  { id, place }: Pick<Invocation, 'id' | 'place'>,
  memory: CommunityMemory,
): Promise<Community | undefined> {
  if (changes !== true)
    return readOnly(memory, new Error(`/${name} changes something and does not declare it`));
  if (id === undefined) return memory;
  try {
    return (await memory.claim(`${place.on ?? ''} ${id}`)) ? memory : undefined;
  } catch (error) {
    if (!(error instanceof Paused)) throw error;
    return readOnly(memory, error, unkept(error));
  }
}

/** The same, of which every change is refused for a reason. */
function readOnly(community: Community, reason: Error, ofReports = reason): Community {
  const change = refuse(reason);
  const changeReports = refuse(ofReports);
  const { schedules, study, members, proposals, reports, settings, counts } = community;
  return {
    schedules: {
      ...schedules,
      keep: change,
      pause: change,
      resume: change,
      remove: change,
      skip: change,
      test: change,
    },
    study: { ...study, mark: change },
    members: { ...members, forget: change },
    proposals: { ...proposals, propose: change, decide: change },
    reports: { ...reports, report: changeReports, decide: changeReports, postIn: changeReports },
    settings: {
      of: (id) => settings.of(id),
      known: (id) => settings.known(id),
      history: (id) => settings.history(id),
      groupProblem: (id, group) => settings.groupProblem(id, group),
      change,
    },
    counts,
    places: () => community.places(),
  };
}

function refuse(reason: Error): () => Promise<never> {
  return async () => {
    throw reason;
  };
}
