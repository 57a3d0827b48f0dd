import { partTitle } from './titles.ts';
import { enumerate } from '../../../src/message/figures.ts';
import { phrase, say } from '../../../src/message/say.ts';
import { bold, type Text } from '../../../src/reply.ts';
import { roleTitle, sourceName } from '../names.ts';
import type { Section } from '../section.ts';
import { lineSection, nodeSection, type RoleGuide } from './guide.ts';

/** What the role is, in a sentence. */
export function whatItIs(own: RoleGuide): Section {
  return nodeSection(own, ['is'], {
    kind: 'text',
    title: partTitle(['is']),
    text: [own.text(({ is }) => is)],
  });
}

/** What the work is: responsibilities, a week, what is hard, what one does with people, and what it is not. */
export function workSections(own: RoleGuide): Section[] {
  return [
    lineSection(own, ['responsibilities'], ({ responsibilities }) => responsibilities),
    lineSection(own, ['week'], ({ week }) => week),
    lineSection(own, ['hard'], ({ hard }) => hard),
    lineSection(own, ['people'], ({ people }) => people),
    isNotSection(own),
    restsOnSection(own),
  ];
}

/** What the judgement leans on. */
function restsOnSection({ guide, knowledge }: RoleGuide): Section {
  const names = guide.restsOn.map((id) => sourceName(id, knowledge));
  const text = say('The guide leans on {sources}.', { sources: enumerate(names) });
  const leans = { fact: guide, within: ['restsOn'], sources: [guide.source, ...guide.restsOn] };
  return { evidence: [leans], node: { kind: 'note', text: [text] } };
}

function isNotSection(own: RoleGuide): Section {
  const items = own.guide.isNot.map(({ role }, at): Text => {
    const text = own.text(({ isNot }) => isNot[at]?.text);
    return role === undefined ? [text] : [bold(roleTitle(role, own.knowledge)), phrase`: ${text}`];
  });
  return nodeSection(own, ['isNot'], { kind: 'list', title: partTitle(['isNot']), items });
}

/** What artificial intelligence shifts in the work, and what stays. */
export function aiSections(own: RoleGuide): Section[] {
  return [
    lineSection(own, ['ai', 'shifts'], ({ ai }) => ai.shifts),
    lineSection(own, ['ai', 'stays'], ({ ai }) => ai.stays),
  ];
}

/** Where the number of jobs is heading. */
export function outlookSections(own: RoleGuide): Section[] {
  return [lineSection(own, ['outlook'], ({ outlook }) => outlook)];
}

/** What moves pay in this role. */
export function payMoves(own: RoleGuide): Section {
  return lineSection(own, ['pay', 'moves'], ({ pay }) => pay.moves);
}

/** What moves pay in this role, and how to negotiate it. */
export function payAdviceSections(own: RoleGuide): Section[] {
  return [payMoves(own), lineSection(own, ['pay', 'negotiate'], ({ pay }) => pay.negotiate)];
}

/** Questions and answers. */
export function questionSections(own: RoleGuide): Section[] {
  return own.guide.questions.map((_, at) =>
    lineSection(
      own,
      ['questions', at],
      ({ questions }) => questions.slice(at, at + 1).map(({ answer }) => answer),
      own.text(({ questions }) => questions[at]?.ask),
    ),
  );
}
