import type { KnowledgeBase } from '../../../knowledge/index.ts';
import type { Guide } from '../../../knowledge/kinds/guide.ts';
import type { Said } from '../../../src/message/message.ts';
import { say } from '../../../src/message/say.ts';
import type { Inline, Text } from '../../../src/reply.ts';
import { bold } from '../../../src/reply.ts';
import { roleTitle } from '../names.ts';
import type { Piece } from '../section.ts';
import { translatedText } from '../translated-text.ts';
import { lineEvidence, lineText, nodePiece, type RoleGuide } from './guide.ts';

export type WayIn = Guide['waysIn'][number];
export type WayOut = Guide['waysOut'][number];

/** Ways into a role and out of it, each with what one brings, what is missing, and what to build. */
export function wayPieces(own: RoleGuide): Piece[] {
  return [
    ...own.guide.waysIn.map((way) => wayInPiece(own, way)),
    ...own.guide.waysOut.map((way) => wayOutPiece(own, way)),
  ];
}

/** One way in. */
export function wayInPiece(own: RoleGuide, way: WayIn): Piece {
  const { guide, knowledge } = own;
  const lines: Text[] = [
    ...(way.why === undefined ? [] : [[way.why]]),
    ...(way.months === undefined ? [] : [lineText(way.months, knowledge)]),
    ...gap(way),
    listed(say('Show it with'), way.build),
  ];
  const title = say('From {role}', { role: startName(way.from, knowledge) });
  const months = way.months === undefined ? [] : [way.months];
  return {
    evidence: lineEvidence(guide, ['waysIn', guide.waysIn.indexOf(way)], months),
    node: { kind: 'text', title, text: lines.flatMap(onLines) },
  };
}

/** One way out. */
export function wayOutPiece(own: RoleGuide, way: WayOut): Piece {
  const title = say('To {role}', { role: roleTitle(way.to, own.knowledge) });
  const lines: Text[] = [[way.why], ...gap(way)];
  const path = ['waysOut', own.guide.waysOut.indexOf(way)];
  return nodePiece(own, path, { kind: 'text', title, text: lines.flatMap(onLines) });
}

function gap({ brings, missing }: Pick<WayIn, 'brings' | 'missing'>): Text[] {
  return [listed(say('You bring'), brings), listed(say('Missing'), missing)];
}

function listed(label: Said, lines: readonly string[]): Text {
  return [bold(label), `: ${lines.join(' · ')}`];
}

function onLines(line: Text, at: number): readonly Inline[] {
  return at === 0 ? line : ['\n', ...line];
}

/** What somebody comes from: a role by its title, or a background in the reader's language. */
export function startName(id: string, knowledge: KnowledgeBase): Said {
  const backgrounds = knowledge.of('background');
  const background = backgrounds.get(id);
  if (background === undefined) return roleTitle(id, knowledge);
  return translatedText(backgrounds, { id, entry: background }, ({ title }) => title);
}
