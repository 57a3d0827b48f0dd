import type { KnowledgeBase } from '../../../knowledge/index.ts';
import type { Guide } from '../../../knowledge/kinds/guide.ts';
import { type Said, say } from '../../../src/message/say.ts';
import { bold, type Inline, type Text } from '../../../src/reply.ts';
import { roleTitle } from '../names.ts';
import type { Section } from '../section.ts';
import { translatedText } from '../translated-text.ts';
import { lineEvidence, lineText, nodeSection, type RoleGuide } from './guide.ts';

export type WayIn = Guide['waysIn'][number];
export type WayOut = Guide['waysOut'][number];

/** Ways into a role and out of it, each with what one brings, what is missing, and what to build. */
export function transitionSections(own: RoleGuide): Section[] {
  return [
    ...own.guide.waysIn.map((way) => wayInSection(own, way)),
    ...own.guide.waysOut.map((way) => wayOutSection(own, way)),
  ];
}

/** One way in. */
export function wayInSection(own: RoleGuide, way: WayIn): Section {
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
export function wayOutSection(own: RoleGuide, way: WayOut): Section {
  const title = say('To {role}', { role: roleTitle(way.to, own.knowledge) });
  const lines: Text[] = [[way.why], ...gap(way)];
  const path = ['waysOut', own.guide.waysOut.indexOf(way)];
  return nodeSection(own, path, { kind: 'text', title, text: lines.flatMap(onLines) });
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
