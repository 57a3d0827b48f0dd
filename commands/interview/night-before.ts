import { cite } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { partTitle } from '../views/guide/titles.ts';
import { nodeSection, type RoleGuide } from '../views/guide/guide.ts';
import type { Section } from '../views/section.ts';

/** Letters that a screen holds beside its first lines and its foot: some 10 lines of 40, as words break. */
const SCREEN = 380;

/** What somebody reads the night before: a question of each topic, what to prepare first, and what most do wrong. */
export function nightBefore(own: RoleGuide): Section[] {
  const { interview } = own.guide;
  const prepare = own.text((guide) => guide.interview.prepare[0]);
  const mistake = own.text((guide) => guide.interview.mistake);
  const room = SCREEN - interview.mistake.length - (interview.prepare[0]?.length ?? 0);
  return [
    nodeSection(own, ['interview', 'topics'], { kind: 'list', items: questions(own, room) }),
    titled(own, ['interview', 'prepare'], prepare),
    titled(own, ['interview', 'mistake'], mistake),
  ];
}

function titled(own: RoleGuide, path: readonly string[], text: Said): Section {
  return {
    evidence: [cite(own.guide, path)],
    node: { kind: 'text', title: partTitle(path), text: [text] },
  };
}

/** The shortest question of each topic, as many as there is room for, one at the least. */
function questions(own: RoleGuide, room: number): Text[] {
  let left = room;
  const shortest = own.guide.interview.topics.map(({ ask }, at) => {
    const question = shortestOf(ask);
    left -= ask[question]?.length ?? 0;
    return { at, question, fits: at === 0 || left >= 0 };
  });
  return shortest
    .filter(({ fits }) => fits)
    .map(({ at, question }): Text => [own.text(({ interview }) => interview.topics[at]?.ask[question])]);
}

function shortestOf(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length);
  return lengths.indexOf(Math.min(...lengths));
}
