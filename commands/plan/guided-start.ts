import { type Citation, cite } from '../../knowledge/index.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { enumerate } from '../../src/message/figures.ts';
import { bold, type ReplyNode, type Text } from '../../src/reply.ts';
import { join } from '../views/format.ts';
import type { Part } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';
import { linesOf, type RoleGuide } from '../views/guide/guide.ts';
import type { WayIn } from '../views/guide/transitions.ts';
import { roleTitle } from '../views/names.ts';
import { translatedText } from '../views/translated-text.ts';
import { type Start, startId } from '../input/start.ts';
import type { GuidedPlan } from './guided.ts';

/** What somebody brings from where they start, what is missing, and what to build; said, too, where nothing is known. */
export function startNodes(
  own: RoleGuide,
  start: Start | undefined,
  shared: readonly RoleSkill[],
): ReplyNode[] {
  if (start === undefined) return [];
  const way = wayFrom(own, start);
  if (way !== undefined) return wayNodes(own, way);
  if (start.kind === 'background') return backgroundNodes(own, start);
  // What is brought from a role stands under "You have".
  if (start.kind === 'role' && shared.length > 0) return [];
  return [{ kind: 'note', text: [noStart(start)] }];
}

/** Where somebody stands, towards a plan. */
interface Standing {
  readonly start: Start | undefined;
  readonly plan: GuidedPlan;
  /** The skills of the role that are there already, and how many it has. */
  readonly had: readonly [names: readonly string[], all: number];
}

/** The same on one screen: what is there already, what somebody brings, and what to build first. */
export function shortStart(own: RoleGuide, { start, plan, had: [names, all] }: Standing): Part {
  const way = start === undefined ? undefined : wayFrom(own, start);
  const projects = plan.phases.map(({ place }) => own.text(({ phases }) => phases[place]?.project.title));
  const [build = ''] = way === undefined ? projects : wayLines(own, way, 'build');
  const [brings] = way === undefined ? backgroundLines(own, start, 'brings') : wayLines(own, way, 'brings');
  const isUnknown = start?.kind === 'unknown' && way === undefined;
  const title = bold(say('You have ({had} of {all})', { had: names.length, all }));
  const had: Text[] = names.length === 0 ? [] : [[title, `: ${names.join(' · ')}`]];
  const brought: Text[] = brings === undefined ? [] : [[bold(say('You bring')), ': ', brings]];
  const built: Text = [bold(say('Build')), ': ', build];
  const form = (...lines: readonly Text[]): Section[] => [
    ...(lines.length === 0 ? [] : [textSection(join(lines, '\n'))]),
    ...(isUnknown ? [{ evidence: [], node: { kind: 'note', text: [noStart(start)] } } as const] : []),
  ];
  const counted = names.length === 0 ? [] : [[title]];
  const forms = [
    form(...had, ...brought, built),
    form(...counted, ...brought, built),
    form(...counted, built),
    form(...counted),
    form(),
  ];
  return { forms, yields: [2, 5, 6, 9] };
}

function textSection(text: Text): Section {
  return { evidence: [], node: { kind: 'text', text } };
}

/** What is said of a start rests on the guide's way from there, or else on what a background brings anywhere. */
export function startEvidence(own: RoleGuide, start: Start | undefined): Citation[] {
  if (start === undefined) return [];
  const way = wayFrom(own, start);
  if (way !== undefined) return [cite(own.guide, ['waysIn', own.guide.waysIn.indexOf(way)])];
  return start.kind === 'background' ? [cite(start.background)] : [];
}

function wayFrom({ guide }: RoleGuide, start: Start): WayIn | undefined {
  const id = startId(start);
  return guide.waysIn.find(({ from }) => from === id);
}

function wayLines(own: RoleGuide, way: WayIn, part: 'brings' | 'missing' | 'build'): Said[] {
  const at = own.guide.waysIn.indexOf(way);
  return linesOf(own, ({ waysIn }) => waysIn[at]?.[part]);
}

function wayNodes(own: RoleGuide, way: WayIn): ReplyNode[] {
  return [
    named(say('You bring'), [joined(wayLines(own, way, 'brings'), ' · ')]),
    named(say('Missing'), [joined(wayLines(own, way, 'missing'), ' · ')]),
    { kind: 'list', title: say('Show it with'), items: wayLines(own, way, 'build').map((item) => [item]) },
  ];
}

function backgroundLines(
  { knowledge }: RoleGuide,
  start: Start | undefined,
  part: 'brings' | 'missing',
): Said[] {
  if (start?.kind !== 'background') return [];
  const { background } = start;
  const at = { id: background.id, entry: background };
  return background[part].map((_, line) =>
    translatedText(knowledge.of('background'), at, (entry) => entry[part][line] ?? ''),
  );
}

/** What a background brings anywhere, and the roles that it leads to more directly. */
function backgroundNodes(own: RoleGuide, start: Extract<Start, { kind: 'background' }>): ReplyNode[] {
  const { knowledge, guide } = own;
  const doors = start.background.doors.filter(({ role }) => role !== guide.role);
  return [
    named(say('You bring'), [joined(backgroundLines(own, start, 'brings'), ' · ')]),
    named(say('Missing'), [joined(backgroundLines(own, start, 'missing'), ' · ')]),
    {
      kind: 'note',
      text: [
        say('From there people more often go to {roles}.', {
          roles: enumerate(
            doors.map(({ role }) => roleTitle(role, knowledge)),
            'or',
          ),
        }),
      ],
    },
  ];
}

function noStart(start: Start): Said {
  return start.kind === 'unknown'
    ? say('I do not know where you start from, so this is the whole way.')
    : say('No skill of that role is one of these, so this is the whole way.');
}

function named(title: Said, text: readonly Said[]): ReplyNode {
  return { kind: 'text', title, text };
}
