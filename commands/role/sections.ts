import { cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { message, type Said, say } from '../../src/message/say.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import {
  courseSections as guideCourses,
  interviewSections,
  jobSections,
  portfolioSections,
  resumeSections,
} from '../views/guide/hiring.ts';
import { levelSections, phaseSections } from '../views/guide/roadmap.ts';
import { skillSections as guideSkills } from '../views/guide/skills.ts';
import { transitionSections } from '../views/guide/transitions.ts';
import { listSections } from '../views/blocks.ts';
import { courseSections, isFor } from '../views/courses.ts';
import { coursesFor } from '../views/courses-for.ts';
import { ladderSections } from '../views/ladder.ts';
import type { Section } from '../views/section.ts';
import { roadmapSections } from '../views/roadmap.ts';
import { skillSections } from '../views/skills.ts';
import {
  coursesSummary,
  employersSummary,
  ladderSummary,
  outlookSummary,
  questionsSummary,
  roadmapSummary,
  skillsSummary,
  summaryOf,
  topicsSummary,
  transitionsSummary,
} from './summaries.ts';
import { outlookSections } from './outlook.ts';
import { roleTransitionSections } from './transitions.ts';
import * as work from '../views/guide/work.ts';

/** A section of what is known about a role. */
export interface RoleSection {
  /** As a menu and a title name it: a sentence of the catalogue. */
  readonly label: string;
  /** The first line: an answer at a glance. */
  readonly lead: (role: Role, knowledge: KnowledgeBase) => Said;
  readonly build: (role: Role, knowledge: KnowledgeBase) => Section[];
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

export const roleSections: Readonly<Record<SectionName, RoleSection>> = {
  week: {
    label: message('The work'),
    lead: summaryOf,
    build: (role, knowledge) => [
      ...guided(role, knowledge, work.workSections),
      ...listSections('responsibilities', role.responsibilities),
      ...listSections('week', role.week),
      ...listSections('notes', role.notes),
    ],
  },
  skills: {
    label: message('Skills'),
    lead: skillsSummary,
    build: (role, knowledge) => [
      ...guided(role, knowledge, guideSkills),
      ...skillSections(role),
      ...listSections('differentiators', role.differentiators),
      ...listSections('gaps', role.gaps),
    ],
  },
  ladder: {
    label: message('Career ladder'),
    lead: ladderSummary,
    build: (role, knowledge) => [...guided(role, knowledge, levelSections), ...ladderSections(role)],
  },
  roadmap: {
    label: message('Roadmap'),
    lead: roadmapSummary,
    build: (role, knowledge) => [
      ...guided(role, knowledge, phaseSections),
      ...roadmapSections(role, knowledge),
      ...listSections('nextSteps', role.nextSteps),
    ],
  },
  transitions: {
    label: message('Ways in and out'),
    lead: transitionsSummary,
    build: (role, knowledge) => [
      ...guided(role, knowledge, transitionSections),
      ...roleTransitionSections(role, knowledge),
    ],
  },
  courses: {
    label: message('Courses'),
    lead: coursesSummary,
    build: (role, knowledge) => [
      ...guided(role, knowledge, guideCourses),
      ...courseSections(coursesFor(role.id, knowledge), (fact) => isFor(fact, role.id), knowledge),
    ],
  },
  interview: {
    label: message('Interview'),
    lead: (role) => topicsSummary(role.interview),
    build: (role, knowledge) => [
      ...guided(role, knowledge, interviewSections),
      ...listSections('interview', role.interview),
    ],
  },
  portfolio: {
    label: message('Portfolio'),
    lead: (role) => topicsSummary(role.portfolio),
    build: (role, knowledge) => [
      ...guided(role, knowledge, portfolioSections),
      ...listSections('portfolio', role.portfolio),
    ],
  },
  resume: {
    label: message('Résumé'),
    lead: (role) => topicsSummary(role.resume),
    build: (role, knowledge) => [
      ...guided(role, knowledge, resumeSections),
      ...listSections('resume', role.resume),
    ],
  },
  jobs: {
    label: message('Finding a job'),
    lead: (role) => topicsSummary(role.jobs),
    build: (role, knowledge) => [...guided(role, knowledge, jobSections), ...listSections('jobs', role.jobs)],
  },
  questions: {
    label: message('Questions and answers'),
    lead: questionsSummary,
    build: (role, knowledge) => [
      ...guided(role, knowledge, work.questionSections),
      ...questionSections(role),
    ],
  },
  employers: {
    label: message('Employers'),
    lead: employersSummary,
    build: (role) => [...listSections('employers', role.employers), ...listSections('sectors', role.sectors)],
  },
  outlook: {
    label: message('Outlook'),
    lead: outlookSummary,
    build: (role, knowledge) => [...guided(role, knowledge, work.outlookSections), ...outlookSections(role)],
  },
  ai: {
    label: message('AI'),
    lead: (role) => say('What shifts in the work of {role}, and what stays.', { role: role.title }),
    build: (role, knowledge) => guided(role, knowledge, work.aiSections),
  },
  pay: {
    label: message('Negotiating pay'),
    lead: (role) => say('What moves the pay of {role}, and how to ask for it.', { role: role.title }),
    build: (role, knowledge) => guided(role, knowledge, work.payAdviceSections),
  },
};

/** What the guide of a role says; nothing where none has been written. */
function guided(role: Role, knowledge: KnowledgeBase, sections: (own: RoleGuide) => Section[]): Section[] {
  const own = guideOf(role, knowledge);
  return own === undefined ? [] : sections(own);
}

export function questionSections(role: Pick<Role, 'questions'>): Section[] {
  return role.questions.map((each) => ({
    evidence: [cite(each)],
    node: { kind: 'text', title: each.question, text: [each.answer] },
  }));
}
