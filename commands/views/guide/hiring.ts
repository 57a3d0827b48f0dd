import { partTitle } from './titles.ts';
import { cite, citeAll } from '../../../knowledge/index.ts';
import { joined, phrase, say } from '../../../src/message/say.ts';
import { bold, type Text } from '../../../src/reply.ts';
import { sourceName } from '../names.ts';
import type { Section } from '../section.ts';
import { lineSection, linesOf, nodeSection, type RoleGuide } from './guide.ts';
import { courseText } from './skills.ts';

/** Interviews: stages, questions by topic, how to prepare, and the usual mistake. */
export function interviewSections(own: RoleGuide): Section[] {
  const { topics, leansOn } = own.guide.interview;
  const asked = topics.map((_, at) =>
    lineSection(
      own,
      ['interview', 'topics', at],
      ({ interview }) => interview.topics[at]?.ask ?? [],
      own.text(({ interview }) => interview.topics[at]?.topic),
    ),
  );
  const banks = leansOn.map((id) => sourceName(id, own.knowledge)).join(', ');
  return [
    lineSection(own, ['interview', 'stages'], ({ interview }) => interview.stages),
    ...asked,
    lineSection(own, ['interview', 'prepare'], ({ interview }) => interview.prepare),
    nodeSection(own, ['interview', 'mistake'], {
      kind: 'text',
      title: partTitle(['interview', 'mistake']),
      text: [own.text(({ interview }) => interview.mistake)],
    }),
    ...(banks === ''
      ? []
      : [
          {
            evidence: [{ fact: own.guide, within: ['interview', 'leansOn'], sources: leansOn }],
            node: {
              kind: 'note' as const,
              text: [
                say('The questions are our own; what is asked is shown by {sources}.', { sources: banks }),
              ],
            },
          },
        ]),
  ];
}

/** Projects worth showing. */
export function portfolioSections(own: RoleGuide): Section[] {
  const items = own.guide.portfolio.map((_, at): Text => [
    bold(own.text(({ portfolio }) => portfolio[at]?.title)),
    '\n',
    own.text(({ portfolio }) => portfolio[at]?.show),
  ]);
  return [nodeSection(own, ['portfolio'], { kind: 'list', title: partTitle(['portfolio']), items })];
}

/** Lines to write on a résumé, and lines to drop. */
export function resumeSections(own: RoleGuide): Section[] {
  return [
    lineSection(own, ['resume', 'write'], ({ resume }) => resume.write),
    lineSection(own, ['resume', 'drop'], ({ resume }) => resume.drop),
  ];
}

/** Titles to search for, kinds of employers, and where they post. */
export function jobSections(own: RoleGuide): Section[] {
  return [
    nodeSection(own, ['jobs', 'titles'], {
      kind: 'text',
      title: partTitle(['jobs', 'titles']),
      text: [
        joined(
          linesOf(own, ({ jobs }) => jobs.titles),
          ' · ',
        ),
      ],
    }),
    lineSection(own, ['jobs', 'employers'], ({ jobs }) => jobs.employers),
    lineSection(own, ['jobs', 'where'], ({ jobs }) => jobs.where),
  ];
}

/** Courses worth their time, and certificates that employers ask for or do not. */
export function courseSections(own: RoleGuide): Section[] {
  const { knowledge, guide } = own;
  const courses = guide.courses.map(({ course }, at): Text => [
    ...courseText(course, knowledge),
    '\n',
    own.text(({ courses: list }) => list[at]?.text),
  ]);
  const certificates = guide.certificates.map(({ course, asked }, at): Text => [
    bold(own.text(({ certificates: list }) => list[at]?.name)),
    phrase` · ${asked ? say('employers ask for it') : say('seldom asked for')}`,
    ...(course === undefined ? [] : [' · ', ...courseText(course, knowledge)]),
    '\n',
    own.text(({ certificates: list }) => list[at]?.text),
  ]);
  const section = (field: 'courses' | 'certificates', items: readonly Text[]): Section => ({
    evidence: [
      cite(guide, [field]),
      ...guide[field].flatMap(({ course }) => citeAll(knowledge.courses.get(course ?? '')?.facts ?? [])),
    ],
    node: { kind: 'list', title: partTitle([field]), items },
    named: true,
  });
  return [section('courses', courses), section('certificates', certificates)];
}
