import { type CommandContext, defineCommand } from '../../src/command.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Draft, Field, Text } from '../../src/reply.ts';
import { communityOf } from '../prompts/where.ts';
import { nextActions } from '../views/actions.ts';
import { askButton } from '../../src/reply.ts';
import { namesOf } from '../prompts/called.ts';
import { knowledgeField, packsOf } from './knowledge.ts';
import { postFields, troublesOf } from './posts.ts';

/** How the bot does, for those who manage the community: no addresses, no names of machines, no other communities. */
export const status = defineCommand({
  name: 'status',
  summary: 'How I am doing: places, schedules, posts, knowledge and counts',
  options: {},
  examples: ['status'],
  shareable: false,
  managersOnly: true,
  answer: async (_, context) => {
    const { knowledge, community } = context;
    const places = placesIn(context);
    const posts = await postsIn(context);
    const troubles = [...places.troubles, ...posts.troubles, ...packsOf(knowledge)];
    return {
      title: say('How I am doing'),
      lead: [troubles.length === 0 ? say('All is well.') : say('Something needs a look:')],
      body: [
        ...(troubles.length === 0 ? [] : [{ kind: 'list', items: troubles } as const]),
        {
          kind: 'fields',
          fields: [
            ...places.fields,
            ...posts.fields,
            knowledgeField(knowledge),
            { name: say('Counts'), value: [community.counts.isOff === true ? say('off') : say('on')] },
          ],
        },
        ...nextActions([askButton(say('Prompts here'), 'prompts list', {})]),
      ],
    } satisfies Draft;
  },
});

/** A part of the answer, and what of it needs a look. */
export interface Part {
  readonly fields: readonly Field[];
  readonly troubles: readonly Text[];
}

function placesIn({ community }: CommandContext): Part {
  const places = community.places();
  const value = places.map(({ name, isLive }): Text => [
    `${capital(name)}: `,
    isLive ? say('connected') : say('not connected'),
  ]);
  const off = places.filter(({ isLive }) => !isLive);
  return {
    fields:
      places.length === 0
        ? []
        : [{ name: say('Places'), value: value.flatMap((each, at) => (at === 0 ? each : [' · ', ...each])) }],
    troubles: off.map(({ name }): Text => [
      say('{place} is not connected; I try again by myself.', { place: capital(name) }),
    ]),
  };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** While nothing can be remembered that is said, and everything else all the same. */
async function postsIn({ community, place, knowledge, now }: CommandContext): Promise<Part> {
  try {
    const here = communityOf(place);
    const overview = await community.schedules.overview(here);
    const states = await community.schedules.list(here);
    const names = namesOf(
      states.map(({ schedule }) => schedule),
      knowledge,
    );
    const nameOf = (id: string): Said => names.get(id) ?? id;
    return { fields: postFields(overview, nameOf, now), troubles: troublesOf(overview, nameOf, now) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const more = error.forManagers === null ? [] : [' ', error.forManagers];
    return { fields: [], troubles: [[error.said, ...more]] };
  }
}
