import { cite } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/linked.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import {
  coursePieces as guideCourses,
  interviewPieces,
  jobPieces,
  portfolioPieces,
  resumePieces,
} from '../views/guide/hiring.ts';
import { levelPieces, roadPieces } from '../views/guide/roadmap.ts';
import { skillPieces as guideSkills } from '../views/guide/skills.ts';
import { wayPieces } from '../views/guide/transitions.ts';
import * as work from '../views/guide/work.ts';
import { listPieces } from '../views/blocks.ts';
import { coursePieces, coursesFor, isFor } from '../views/courses.ts';
import { ladderPieces } from '../views/ladder.ts';
import type { Piece } from '../views/section.ts';
import { roadmapPieces } from '../views/roadmap.ts';
import { skillPieces } from '../views/skills.ts';
import {
  coursesLead,
  employersLead,
  ladderLead,
  outlookLead,
  questionsLead,
  roadmapLead,
  skillsLead,
  summaryOf,
  topicsLead,
  transitionsLead,
} from './summaries.ts';
import { outlookPieces } from './outlook.ts';
import { wayPiecesOf } from './transitions.ts';

/** A section of what is known about a role. */
export interface Section {
  /** As a menu and a title name it: a sentence of the catalogue. */
  readonly label: string;
  /** The first line: an answer at a glance. */
  readonly lead: (role: Role, knowledge: KnowledgeBase) => Said;
  readonly pieces: (role: Role, knowledge: KnowledgeBase) => Piece[];
}

/** Every section but the overview and the whole, in the order they are offered. */
export const SECTION_NAMES = [
  'week',
  'skills',
  'ladder',
  'roadmap',
  'transitions',
  'courses',
  'interview',
  'portfolio',
  'resume',
  'jobs',
  'questions',
  'employers',
  'ai',
  'outlook',
  'pay',
] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

export const sections: Readonly<Record<SectionName, Section>> = {
  week: {
    label: message('The work'),
    lead: summaryOf,
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, work.workPieces),
      ...listPieces('responsibilities', role.responsibilities),
      ...listPieces('week', role.week),
      ...listPieces('notes', role.notes),
    ],
  },
  skills: {
    label: message('Skills'),
    lead: skillsLead,
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, guideSkills),
      ...skillPieces(role),
      ...listPieces('differentiators', role.differentiators),
      ...listPieces('gaps', role.gaps),
    ],
  },
  ladder: {
    label: message('Career ladder'),
    lead: ladderLead,
    pieces: (role, knowledge) => [...guided(role, knowledge, levelPieces), ...ladderPieces(role)],
  },
  roadmap: {
    label: message('Roadmap'),
    lead: roadmapLead,
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, roadPieces),
      ...roadmapPieces(role, knowledge),
      ...listPieces('nextSteps', role.nextSteps),
    ],
  },
  transitions: {
    label: message('Ways in and out'),
    lead: transitionsLead,
    pieces: (role, knowledge) => [...guided(role, knowledge, wayPieces), ...wayPiecesOf(role, knowledge)],
  },
  courses: {
    label: message('Courses'),
    lead: coursesLead,
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, guideCourses),
      ...coursePieces(coursesFor(role.id, knowledge), (fact) => isFor(fact, role.id), knowledge),
    ],
  },
  interview: {
    label: message('Interview'),
    lead: (role) => topicsLead(role.interview),
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, interviewPieces),
      ...listPieces('interview', role.interview),
    ],
  },
  portfolio: {
    label: message('Portfolio'),
    lead: (role) => topicsLead(role.portfolio),
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, portfolioPieces),
      ...listPieces('portfolio', role.portfolio),
    ],
  },
  resume: {
    label: message('Résumé'),
    lead: (role) => topicsLead(role.resume),
    pieces: (role, knowledge) => [
      ...guided(role, knowledge, resumePieces),
      ...listPieces('resume', role.resume),
    ],
  },
  jobs: {
    label: message('Finding a job'),
    lead: (role) => topicsLead(role.jobs),
    pieces: (role, knowledge) => [...guided(role, knowledge, jobPieces), ...listPieces('jobs', role.jobs)],
  },
  questions: {
    label: message('Questions and answers'),
    lead: questionsLead,
    pieces: (role, knowledge) => [...guided(role, knowledge, work.questionPieces), ...questionPieces(role)],
  },
  employers: {
    label: message('Employers'),
    lead: employersLead,
    pieces: (role) => [...listPieces('employers', role.employers), ...listPieces('sectors', role.sectors)],
  },
  outlook: {
    label: message('Outlook'),
    lead: outlookLead,
    pieces: (role, knowledge) => [...guided(role, knowledge, work.outlookPieces), ...outlookPieces(role)],
  },
  ai: {
    label: message('AI'),
    lead: (role) => say('What shifts in the work of {role}, and what stays.', { role: role.title }),
    pieces: (role, knowledge) => guided(role, knowledge, work.aiPieces),
  },
  pay: {
    label: message('Negotiating pay'),
    lead: (role) => say('What moves the pay of {role}, and how to ask for it.', { role: role.title }),
    pieces: (role, knowledge) => guided(role, knowledge, work.payAdvicePieces),
  },
};

/** What the guide of a role says; nothing where none has been written. */
function guided(role: Role, knowledge: KnowledgeBase, pieces: (own: RoleGuide) => Piece[]): Piece[] {
  const own = guideOf(role, knowledge);
  return own === undefined ? [] : pieces(own);
}

export function questionPieces(role: Pick<Role, 'questions'>): Piece[] {
  return role.questions.map((each) => ({
    evidence: [cite(each)],
    node: { kind: 'text', title: each.question, text: [each.answer] },
  }));
}
