import { say } from '../message/say.ts';
import { Problem } from '../parse.ts';
import type { ReportBook } from './report.ts';

const refuse = async (): Promise<never> => {
  throw new Problem(say('Reports need a running bot: start it with npm start.'));
};

/** The book of a bot that only answers, such as one question at the command line. */
export const noReports: ReportBook = {
  report: refuse,
  of: refuse,
  get: refuse,
  by: refuse,
  decide: refuse,
  channel: refuse,
  postIn: refuse,
};
