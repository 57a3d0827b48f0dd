import type { Command } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import { unkept } from '../reports/kept-reports.ts';
import type { PromptDesk } from './desk.ts';
import { Paused } from './desk.ts';

/**
 * The desk as a command may use it for what was heard: one that changes nothing for a command that does not declare that
 * it does, or while nothing can be claimed. Undefined where this was claimed before, in whichever process.
 */
export async function claimedDesk(
  { name, changes }: Pick<Command, 'name' | 'changes'>,
  { id, place }: Pick<Invocation, 'id' | 'place'>,
  desk: PromptDesk,
): Promise<PromptDesk | undefined> {
  if (changes !== true)
    return readOnly(desk, new Error(`/${name} changes something and does not declare it`));
  if (id === undefined) return desk;
  try {
    return (await desk.claim(`${place.on ?? ''} ${id}`)) ? desk : undefined;
  } catch (error) {
    if (!(error instanceof Paused)) throw error;
    return readOnly(desk, error, unkept(error));
  }
}

/** The same desk, whose every change is refused for a reason. */
function readOnly(desk: PromptDesk, reason: Error, ofReports = reason): PromptDesk {
  const change = refuse(reason);
  const { study, proposals, reports, settings } = desk;
  return {
    claim: change,
    known: (community) => desk.known(community),
    list: (community) => desk.list(community),
    past: (schedule) => desk.past(schedule),
    why: (run) => desk.why(run),
    keep: change,
    pause: change,
    resume: change,
    remove: change,
    skip: change,
    test: change,
    study: { ...study, mark: change, forget: change },
    proposals: { ...proposals, propose: change, decide: change },
    reports: {
      ...reports,
      report: refuse(ofReports),
      decide: refuse(ofReports),
      postIn: refuse(ofReports),
    },
    settings: {
      of: (community) => settings.of(community),
      known: (community) => settings.known(community),
      history: (community) => settings.history(community),
      groupProblem: (community, group) => settings.groupProblem(community, group),
      change,
    },
  };
}

function refuse(reason: Error): () => Promise<never> {
  return async () => {
    throw reason;
  };
}
