import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { CommunityMemory } from './community.ts';
import { noCounts } from './counts.ts';
import { Paused } from './paused.ts';
import { offlineSettings } from './setting-book.ts';

const refuse = async (): Promise<never> => {
  throw new Paused(say('Schedules need a running bot: start it with npm start.'));
};
const refuseReports = async (): Promise<never> => {
  throw new Problem(say('Reports need a running bot: start it with npm start.'));
};

/** What a bot that only answers remembers, such as one question at the command line: nothing. */
export const offlineCommunity: CommunityMemory = {
  claim: refuse,
  schedules: {
    known: () => [],
    list: refuse,
    keep: refuse,
    pause: refuse,
    resume: refuse,
    remove: refuse,
    skip: refuse,
    test: refuse,
    past: refuse,
    why: refuse,
    overview: refuse,
  },
  study: { mark: refuse, of: refuse },
  members: { of: refuse, forget: refuse },
  proposals: { propose: refuse, of: refuse, by: refuse, decide: refuse },
  reports: {
    report: refuseReports,
    of: refuseReports,
    get: refuseReports,
    by: refuseReports,
    decide: refuseReports,
    channel: refuseReports,
    postIn: refuseReports,
  },
  settings: offlineSettings,
  places: () => [],
  counts: noCounts(say('Counts need a running bot: start it with npm start.')),
};
