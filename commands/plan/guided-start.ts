import { type Citation, cite } from '../../knowledge/index.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { enumerate } from '../../src/message/figures.ts';
import { bold, type ReplyNode } from '../../src/reply.ts';
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

/** How much of each a screen holds. */
const FEW = 1;

/** The same on one screen: what somebody brings, and what to build first. */
export function shortStart(own: RoleGuide, start: Start | undefined, plan: GuidedPlan): ReplyNode[] {
  const way = start === undefined ? undefined : wayFrom(own, start);
  const projects = plan.phases.map(({ place }) => own.text(({ phases }) => phases[place]?.project.title));
  const build = way === undefined ? projects : wayLines(own, way, 'build');
  const brings = way === undefined ? backgroundLines(own, start, 'brings') : wayLines(own, way, 'brings');
  return [
    ...(brings.length === 0 ? [] : [inline(say('You bring'), joined(brings.slice(0, FEW), ' · '))]),
    inline(say('Build'), build[0] ?? ''),
    ...(start === undefined || way !== undefined || start.kind !== 'unknown'
      ? []
      : [{ kind: 'note', text: [noStart(start)] } as const]),
  ];
}

/** A label and what it is of on one line. */
function inline(label: Said, said: Said): ReplyNode {
  return { kind: 'text', text: [bold(label), ': ', said] };
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
