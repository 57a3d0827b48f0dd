import type { Guide } from '../../knowledge/kinds/guide.ts';
import type { Text } from '../../src/reply.ts';
import { nodeSection, type RoleGuide } from '../views/guide/guide.ts';
import { partTitle } from '../views/guide/titles.ts';
import { always, optional, type Part, shrinking } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';

/** How many questions stay before what to prepare does. */
const FEW = 2;

/** What somebody reads the night before: a question of each topic, what to prepare first, and what most do wrong. */
export function nightBefore(own: RoleGuide): Part[] {
  const topics = own.guide.interview.topics.length;
  const yields = Array.from({ length: topics - 1 }, (_, at) => (topics - at > FEW ? 1 : 3));
  return [
    shrinking(topics, 1, yields, (count) => [
      nodeSection(own, ['interview', 'topics'], { kind: 'list', items: questions(own).slice(0, count) }),
    ]),
    optional([titled(own, 'prepare', ({ interview }) => interview.prepare[0])], 2),
    always([titled(own, 'mistake', ({ interview }) => interview.mistake)]),
  ];
}

function titled(own: RoleGuide, part: string, pick: (guide: Guide) => string | undefined): Section {
  const path = ['interview', part];
  return nodeSection(own, path, { kind: 'text', title: partTitle(path), text: [own.text(pick)] });
}

/** The shortest question of each topic. */
function questions(own: RoleGuide): Text[] {
  return own.guide.interview.topics.map(({ ask }, at): Text => {
    const question = shortestOf(ask);
    return [own.text(({ interview }) => interview.topics[at]?.ask[question])];
  });
}

function shortestOf(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length);
  return lengths.indexOf(Math.min(...lengths));
}
