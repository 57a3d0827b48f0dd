import type { Citation, KnowledgeBase } from '../../../knowledge/index.ts';
import type { Guide } from '../../../knowledge/kinds/guide.ts';
import { joined, type Said, say } from '../../../src/message/say.ts';
import { bold, type Inline, type Text } from '../../../src/reply.ts';
import { roleTitle } from '../names.ts';
import { labelled, type Part, shrinking } from '../one-screen.ts';
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

/** What a guide says of one move, as much of it as a screen has room for. */
export interface MoveParts {
  /** What the move is like, in a sentence. */
  readonly why: Said | undefined;
  readonly months: Text | undefined;
  readonly parts: readonly Part[];
  readonly evidence: readonly Citation[];
}

/** A way in on one screen. */
export function wayInParts(own: RoleGuide, way: WayIn): MoveParts {
  const { evidence } = wayInSection(own, way);
  const at = own.guide.waysIn.indexOf(way);
  return {
    why: way.why === undefined ? undefined : own.text(({ waysIn }) => waysIn[at]?.why),
    months: way.months === undefined ? undefined : lineText(own, ({ waysIn }) => waysIn[at]?.months),
    parts: gapParts(own, ({ waysIn }) => waysIn[at], evidence),
    evidence,
  };
}

/** A way out on one screen. */
export function wayOutParts(own: RoleGuide, way: WayOut): MoveParts {
  const { evidence } = wayOutSection(own, way);
  const at = own.guide.waysOut.indexOf(way);
  return {
    why: own.text(({ waysOut }) => waysOut[at]?.why),
    months: undefined,
    parts: gapParts(own, ({ waysOut }) => waysOut[at], evidence),
    evidence,
  };
}

type PickWay = (guide: Guide) => WayIn | WayOut | undefined;

/** What one brings gives way first, then what is missing; what to build is what somebody does next. */
function gapParts(own: RoleGuide, pick: PickWay, evidence: readonly Citation[]): Part[] {
  const part = (name: Said, lines: readonly Said[], turns: readonly number[]): Part[] => {
    if (lines.length === 0) return [];
    return [
      shrinking(lines.length, 1, turns, (count) => [
        labelled({ name, value: [joined(lines.slice(0, count), ' · ')] }, evidence),
      ]),
    ];
  };
  const build = linesOf(own, (guide) => {
    const way = pick(guide);
    return way !== undefined && 'build' in way ? way.build : [];
  });
  return [
    ...part(
      say('You bring'),
      linesOf(own, (guide) => pick(guide)?.brings),
      [1, 3, 6],
    ),
    ...part(
      say('Missing'),
      linesOf(own, (guide) => pick(guide)?.missing),
      [2, 5, 8],
    ),
    ...part(say('Show it with'), build, [4, 7, 9]),
  ];
}

function gap(own: RoleGuide, pick: PickWay): Text[] {
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
