import { phrase, say } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { bold } from '../../src/reply.ts';
import { sourceName } from '../show/names.ts';
import type { Piece } from '../show/piece.ts';
import { linePiece, nodePiece, ownPiece, type RoleGuide } from './guide.ts';
import { courseText } from './skills.ts';

/** Interviews: stages, questions by topic, how to prepare, and the usual mistake. */
export function interviewPieces(own: RoleGuide): Piece[] {
  const { stages, topics, mistake, leansOn } = own.guide.interview;
  const asked = topics.map(({ topic, ask }) =>
    nodePiece(own, { kind: 'list', title: topic, items: ask.map((question): Text => [question]) }),
  );
  const banks = leansOn.map((id) => sourceName(id, own.knowledge)).join(', ');
  return [
    linePiece(own, say('Stages'), stages),
    ...asked,
    ownPiece(own, say('How to prepare'), ({ interview }) => interview.prepare),
    nodePiece(own, { kind: 'text', title: say('The usual mistake'), text: [mistake] }),
    ...(banks === ''
      ? []
      : [
          {
            sources: leansOn,
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
  return [nodePiece(own, { kind: 'list', title: say('Projects worth showing'), items })];
}

/** Lines to write on a résumé, and lines to drop. */
export function resumePieces(own: RoleGuide): Piece[] {
  return [
    ownPiece(own, say('Write'), ({ resume }) => resume.write),
    ownPiece(own, say('Leave out'), ({ resume }) => resume.drop),
  ];
}

/** Titles to search for, kinds of employers, and where they post. */
export function jobPieces(own: RoleGuide): Piece[] {
  const { titles, employers, where } = own.guide.jobs;
  return [
    nodePiece(own, { kind: 'text', title: say('Titles to search for'), text: [titles.join(' · ')] }),
    linePiece(own, say('Who hires'), employers),
    linePiece(own, say('Where they post'), where),
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
  const ids = [...guide.courses, ...guide.certificates].flatMap(({ course }) => course ?? []);
  const sources = ids.flatMap((id) => knowledge.courses.get(id)?.facts.map(({ source }) => source) ?? []);
  const piece = (title: ReturnType<typeof say>, items: readonly Text[]): Piece => ({
    sources: [guide.source, ...sources],
    node: { kind: 'list', title, items },
    named: true,
  });
  return [piece(say('Courses worth their time'), courses), piece(say('Certificates'), certificates)];
}
