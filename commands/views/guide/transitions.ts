import type { KnowledgeBase } from '../../../knowledge/index.ts';
import type { Guide } from '../../../knowledge/kinds/guide.ts';
import { joined, type Said, say } from '../../../src/message/say.ts';
import { bold, type Inline, type Text } from '../../../src/reply.ts';
import { roleTitle } from '../names.ts';
import type { Section } from '../section.ts';
import { translatedText } from '../translated-text.ts';
import { lineEvidence, linesOf, lineText, nodeSection, type RoleGuide } from './guide.ts';

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
  const at = guide.waysIn.indexOf(way);
  const lines: Text[] = [
    ...(way.why === undefined ? [] : [[own.text(({ waysIn }) => waysIn[at]?.why)]]),
    ...(way.months === undefined ? [] : [lineText(own, ({ waysIn }) => waysIn[at]?.months)]),
    ...gap(own, ({ waysIn }) => waysIn[at]),
    listed(
      say('Show it with'),
      linesOf(own, ({ waysIn }) => waysIn[at]?.build),
    ),
  ];
  const title = say('From {role}', { role: startName(way.from, knowledge) });
  const months = way.months === undefined ? [] : [way.months];
  return {
    evidence: lineEvidence(guide, ['waysIn', at], months),
    node: { kind: 'text', title, text: lines.flatMap(onLines) },
  };
}

/** One way out. */
export function wayOutSection(own: RoleGuide, way: WayOut): Section {
  const title = say('To {role}', { role: roleTitle(way.to, own.knowledge) });
  const at = own.guide.waysOut.indexOf(way);
  const why = own.text(({ waysOut }) => waysOut[at]?.why);
  const lines: Text[] = [[why], ...gap(own, ({ waysOut }) => waysOut[at])];
  return nodeSection(own, ['waysOut', at], { kind: 'text', title, text: lines.flatMap(onLines) });
}

function gap(own: RoleGuide, pick: (guide: Guide) => WayIn | WayOut | undefined): Text[] {
  const brings = linesOf(own, (guide) => pick(guide)?.brings);
  const missing = linesOf(own, (guide) => pick(guide)?.missing);
  return [listed(say('You bring'), brings), listed(say('Missing'), missing)];
}

function listed(label: Said, lines: readonly Said[]): Text {
  return [bold(label), ': ', joined(lines, ' · ')];
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
