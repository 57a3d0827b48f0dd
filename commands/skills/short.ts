import type { Role } from '../../knowledge/index.ts';
import { citeSkills, type RoleSkill } from '../../knowledge/skill-lists.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate, numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, message, say } from '../../src/message/say.ts';
import { askButton, type Draft, type ReplyNode } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { sourceName } from '../views/names.ts';
import { nearGuided, noGuide } from '../views/no-guide.ts';
import { onOneScreen, shrinking } from '../views/one-screen.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';

/** How many skills of a source stand on one screen. */
const EACH = 5;
const LEAST = 2;
/** How many sources do. */
const SOURCES = 2;

/** What publishers list for a role without a guide, each under its own name: no order to learn in, and not all of it. */
export function shortSkills(role: Role, list: readonly RoleSkill[], context: CommandContext): Draft {
  const { knowledge } = context;
  const shared = list.filter(({ uses }) => sourcesOf(uses).length > 1).slice(0, EACH);
  const ids = [...new Set(list.flatMap(({ uses }) => sourcesOf(uses)))];
  const near = nearGuided(role, knowledge, {
    label: message('Skills: {role}'),
    ask: (id) => askOf('skills', { role: id }),
  });
  const all = askButton(say('All of them, with courses'), 'skills', { role: role.id, view: 'full' });
  const names = ids.map((id) => sourceName(id, knowledge));
  const evidence = citeSkills(list, role.id, knowledge);
  const parts = ids
    .slice(0, SOURCES)
    .map((id, at) =>
      shrinking(EACH, LEAST, SOURCES - at, (count) => [
        { evidence, node: listed(id, list, names[at] ?? id, count), named: true },
      ]),
    );
  return onOneScreen(parts, (sections) => ({
    title: say('{role} · skills', { role: role.title }),
    lead: [leadOf(shared, names)],
    body: [
      ...sections.map(({ node }) => node),
      { kind: 'note', text: [noGuide(role)] },
      ...nextActions([
        all,
        ...asButtonsOrMenu(say('Near roles with a guide'), near),
        ...tabs(role, knowledge, 'skills'),
      ]),
    ],
    ...restsOn(evidence, context),
  }));
}

function sourcesOf(uses: RoleSkill['uses']): string[] {
  return [...new Set(uses.map(({ source }) => source))];
}

/** What several sources agree on; how much there is where they name nothing in common. */
function leadOf(shared: readonly RoleSkill[], sources: readonly string[]): Said {
  if (shared.length > 0)
    return say('More than one source names {skills}.', { skills: enumerate(shared.map(({ name }) => name)) });
  return say(
    '{n, plural, one {What {sources} lists.} other {What {sources} list; they name nothing in common.}}',
    {
      sources: enumerate(sources),
      n: sources.length,
    },
  );
}

function listed(source: string, list: readonly RoleSkill[], name: string, count: number): ReplyNode {
  const own = list.filter(({ uses }) => uses.some((use) => use.source === source));
  const rank = ({ uses }: RoleSkill) =>
    Math.min(
      ...uses.filter((use) => use.source === source).map(({ priority }) => PRIORITIES.indexOf(priority)),
    );
  const first = own.toSorted((a, b) => rank(a) - rank(b)).slice(0, count);
  const more = own.length - first.length;
  const rest = more > 0 ? [say('and {n} more', { n: numeral(more) })] : [];
  return { kind: 'text', title: name, text: [joined([...first.map((skill) => skill.name), ...rest], ' · ')] };
}
