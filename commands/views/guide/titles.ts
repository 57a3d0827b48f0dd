import type { FieldPath } from '../../../knowledge/index.ts';
import { message, type Said, say } from '../../../src/message/say.ts';

/** What the parts of a guide are called, by their path: sentences of the catalogue. */
const TITLES: Readonly<Record<string, string>> = {
  is: message('What it is'),
  isNot: message('What it is not'),
  responsibilities: message('What the work is'),
  week: message('A typical week'),
  skills: message('Skills'),
  phases: message('Roadmap'),
  levels: message('What changes from rung to rung'),
  hard: message('What is hard'),
  people: message('With people'),
  waysIn: message('Ways in'),
  waysOut: message('Ways out'),
  courses: message('Courses worth their time'),
  certificates: message('Certificates'),
  portfolio: message('Projects worth showing'),
  'interview.stages': message('Stages'),
  'interview.topics': message('Interview'),
  'interview.prepare': message('How to prepare'),
  'interview.mistake': message('The usual mistake'),
  'resume.write': message('Write'),
  'resume.drop': message('Leave out'),
  'jobs.titles': message('Titles to search for'),
  'jobs.employers': message('Who hires'),
  'jobs.where': message('Where they post'),
  questions: message('Questions and answers'),
  'ai.shifts': message('What AI shifts'),
  'ai.stays': message('What stays'),
  'pay.moves': message('What moves pay'),
  'pay.negotiate': message('Negotiating here'),
  outlook: message('Outlook'),
};

/** What the part of a guide at `path` is called. */
export function partTitle(path: FieldPath): Said {
  const title = TITLES[path.filter((step) => typeof step === 'string').join('.')];
  return title === undefined ? '' : say(title);
}
