import { partTitle } from './titles.ts';
import { cite, citeAll } from '../../../knowledge/load/evidence.ts';
import { phrase, say } from '../../../src/message/say.ts';
import type { Text } from '../../../src/reply.ts';
import { bold } from '../../../src/reply.ts';
import { sourceName } from '../names.ts';
import type { Piece } from '../section.ts';
import { linePiece, nodePiece, ownPiece, type RoleGuide } from './guide.ts';
import { courseText } from './skills.ts';

/** Interviews: stages, questions by topic, how to prepare, and the usual mistake. */
export function interviewPieces(own: RoleGuide): Piece[] {
  const { stages, topics, mistake, leansOn } = own.guide.interview;
  const asked = topics.map(({ topic, ask }, at) =>
    nodePiece(own, ['interview', 'topics', at], {
      kind: 'list',
      title: topic,
      items: ask.map((question): Text => [question]),
    }),
  );
  const banks = leansOn.map((id) => sourceName(id, own.knowledge)).join(', ');
  return [
    linePiece(own, ['interview', 'stages'], stages),
    ...asked,
    ownPiece(own, ['interview', 'prepare'], ({ interview }) => interview.prepare),
    nodePiece(own, ['interview', 'mistake'], {
      kind: 'text',
      title: partTitle(['interview', 'mistake']),
      text: [mistake],
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
export function portfolioPieces(own: RoleGuide): Piece[] {
  const items = own.guide.portfolio.map(({ title, show }): Text => [bold(title), `\n${show}`]);
  return [nodePiece(own, ['portfolio'], { kind: 'list', title: partTitle(['portfolio']), items })];
}

/** Lines to write on a résumé, and lines to drop. */
export function resumePieces(own: RoleGuide): Piece[] {
  return [
    ownPiece(own, ['resume', 'write'], ({ resume }) => resume.write),
    ownPiece(own, ['resume', 'drop'], ({ resume }) => resume.drop),
  ];
}

/** Titles to search for, kinds of employers, and where they post. */
export function jobPieces(own: RoleGuide): Piece[] {
  const { titles, employers, where } = own.guide.jobs;
  return [
    nodePiece(own, ['jobs', 'titles'], {
      kind: 'text',
      title: partTitle(['jobs', 'titles']),
      text: [titles.join(' · ')],
    }),
    linePiece(own, ['jobs', 'employers'], employers),
    linePiece(own, ['jobs', 'where'], where),
  ];
}

/** Courses worth their time, and certificates that employers ask for or do not. */
export function coursePieces(own: RoleGuide): Piece[] {
  const { knowledge, guide } = own;
  const courses = guide.courses.map(({ course, text }): Text => [
    ...courseText(course, knowledge),
    `\n${text}`,
  ]);
  const certificates = guide.certificates.map(({ course, name, asked, text }): Text => [
    bold(name),
    phrase` · ${asked ? say('employers ask for it') : say('seldom asked for')}`,
    ...(course === undefined ? [] : [' · ', ...courseText(course, knowledge)]),
    `\n${text}`,
  ]);
  const piece = (field: 'courses' | 'certificates', items: readonly Text[]): Piece => ({
    evidence: [
      cite(guide, [field]),
      ...guide[field].flatMap(({ course }) => citeAll(knowledge.courses.get(course ?? '')?.facts ?? [])),
    ],
    node: { kind: 'list', title: partTitle([field]), items },
    named: true,
  });
  return [piece('courses', courses), piece('certificates', certificates)];
}
