import type { CommandContext, Suggestion } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import { joined, say } from '../../src/message/say.ts';
import { nearestName } from '../../src/nearest.ts';
import { Problem } from '../../src/parse.ts';
import type { PromptSchedule, PromptState } from '../../src/prompts/desk.ts';
import type { Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';

/** The community that a question comes from, as schedules name it. @throws Problem outside of one. */
export function communityOf({ on, community, channel }: Place): string {
  if (on === undefined) throw new Problem(say('Schedules need a running bot: start it with npm start.'));
  if (community === null && channel !== null)
    throw new Problem(
      say('Ask me this in a channel of your community: here I do not know which one you mean.'),
    );
  return `${on}:${community ?? ''}`;
}

/** The place's own id of the channel that somebody named, or of the one they are in. @throws Problem. */
export function channelOf(typed: string | undefined, { on, channel }: Place): string {
  if (typed === undefined) return channel ?? on ?? '';
  const id = /^<#([^|>]+)(?:\|[^>]*)?>$/.exec(typed.trim())?.[1] ?? typed.trim();
  if (/^[A-Za-z0-9]{5,30}$/.test(id)) return id;
  throw new Problem(
    say(
      'I cannot tell which channel "{typed}" is: ask me in that channel without naming it, or give its id.',
      { typed: typed.slice(0, 60) },
    ),
  );
}

/** The place's own id of the role or group that a post shall mention. @throws Problem. */
export function mentionOf(typed: string): string {
  const id = /^<(?:@&|!subteam\^)([A-Za-z0-9]+)(?:\|[^>]*)?>$/.exec(typed.trim())?.[1] ?? typed.trim();
  if (/^[A-Za-z0-9]{5,30}$/.test(id)) return id;
  throw new Problem(
    say('I cannot tell which role "{typed}" is: pick it with @, or give its id.', {
      typed: typed.slice(0, 60),
    }),
  );
}

/** The schedule that a command is about, or the reply that asks which. */
export type Chosen = { readonly state: PromptState } | { readonly reply: Draft };

/** Finds a schedule by what somebody typed; the only one where they typed nothing. `option` is what `command` calls it. */
export async function chooseSchedule(
  typed: string | undefined,
  command: string,
  { prompts, place }: CommandContext,
  option = 'schedule',
): Promise<Chosen> {
  const states = await prompts.list(communityOf(place));
  const wanted = typed?.trim().toLowerCase() ?? '';
  const fitting = states.filter(({ schedule: { id } }) => id.startsWith(wanted));
  const [state] = fitting;
  const exact = states.find(({ schedule: { id } }) => id === wanted);
  if (exact !== undefined) return { state: exact };
  if (state !== undefined && fitting.length === 1) return { state };
  return {
    reply:
      states.length === 0
        ? noSchedules()
        : whichOne(wanted, { command, option }, fitting.length > 0 ? fitting : states),
  };
}

/** Nothing is scheduled yet. */
export function noSchedules(): Draft {
  return {
    tone: 'miss',
    title: say('No prompts yet'),
    lead: [
      say(
        'Somebody who manages this community can add a weekly one: /prompts add ml-engineer when:"mon 09:00".',
      ),
    ],
    body: nextActions([askButton(say('How to add one'), 'help', { command: 'prompts add' })]),
  };
}

interface Asked {
  readonly command: string;
  readonly option: string;
}

function whichOne(wanted: string, { command, option }: Asked, states: readonly PromptState[]): Draft {
  const ids = states.map(({ schedule }) => schedule.id);
  const near = nearestName(wanted, ids);
  const said = [
    wanted === '' ? say('There are several.') : say('I have no "{name}".', { name: wanted.slice(0, 60) }),
    ...(near === undefined || wanted === '' ? [] : [say('Did you mean {name}?', { name: near })]),
    say('Pick one.'),
  ];
  return {
    tone: 'question',
    title: say('Which schedule?'),
    lead: [joined(said, ' ')],
    body: nextActions(
      asButtonsOrMenu(
        say('Pick one'),
        ids.map((id) => ({ label: id, ask: { command, values: { [option]: id } } })),
      ),
    ),
  };
}

/** Completions for the name of a schedule: those that were there when somebody last looked. */
export function suggestSchedules(typed: string, { prompts, place }: CommandContext): readonly Suggestion[] {
  const known = prompts.known(`${place.on ?? ''}:${place.community ?? ''}`);
  return known.filter((id) => id.startsWith(typed.toLowerCase())).map((id) => ({ label: id, value: id }));
}

/** Where a schedule posts, as its place writes it. */
export function channelsOf({ targets }: Pick<PromptSchedule, 'targets'>): string[] {
  return targets.map((target) => target.slice(target.indexOf(':') + 1));
}
