import type { CommandContext, Suggestion } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { Problem } from '../../src/problem.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { PromptState } from '../../src/community/schedules.ts';
import type { Action, Choice, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { namesOf } from './called.ts';
import { foldName, meantBy } from './meant.ts';

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

/** The schedule that a command is about, and what it is called; or the reply that asks which. */
export type Chosen = { readonly state: PromptState; readonly name: Said } | { readonly reply: Draft };

/** Finds a schedule by what somebody typed; the only one where they typed nothing. `option` is what `command` calls it. */
export async function chooseSchedule(
  typed: string | undefined,
  command: string,
  context: CommandContext,
  option = 'schedule',
): Promise<Chosen> {
  const { community, place, knowledge } = context;
  const states = await community.schedules.list(communityOf(place));
  const schedules = states.map(({ schedule }) => schedule);
  const names = namesOf(schedules, knowledge);
  const meant = new Set(meantBy(typed ?? '', schedules, context).map(({ id }) => id));
  const fitting = states.filter(({ schedule: { id } }) => meant.has(id));
  const [state] = fitting;
  if (state !== undefined && fitting.length === 1) return { state, name: names.get(state.schedule.id) ?? '' };
  if (states.length === 0) return { reply: noSchedules() };
  const offered = fitting.length > 0 ? fitting : states;
  const choices = offered.map(({ schedule: { id } }) => ({
    label: names.get(id) ?? '',
    ask: { command, values: { [option]: id } },
  }));
  return { reply: whichOne(typed, fitting.length > 0, choices) };
}

/** What a schedule is called beside the others of its community. */
export async function nameHere(
  { id, community }: PromptSchedule,
  { community: { schedules }, knowledge }: CommandContext,
): Promise<Said> {
  const states = await schedules.list(community);
  return (
    namesOf(
      states.map(({ schedule }) => schedule),
      knowledge,
    ).get(id) ?? ''
  );
}

/** The button that opens the form of a new schedule. */
export const addButton: Action = {
  kind: 'form',
  label: say('Add one'),
  ask: { command: 'prompts add', values: {} },
};

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
    body: nextActions([addButton, askButton(say('How to add one'), 'help', { command: 'prompts add' })]),
  };
}

function whichOne(typed: string | undefined, fits: boolean, choices: readonly Choice[]): Draft {
  const said = [
    fits || typed === undefined
      ? say('There are several.')
      : say('I have no "{name}".', { name: typed.trim().slice(0, 60) }),
    say('Pick one.'),
  ];
  return {
    tone: 'question',
    title: say('Which schedule?'),
    lead: [joined(said, ' ')],
    body: nextActions(asButtonsOrMenu(say('Pick one'), choices)),
  };
}

/** Completions for a schedule, by its name: those that were there when somebody last looked. */
export function suggestSchedules(typed: string, context: CommandContext): readonly Suggestion[] {
  const { community, place, knowledge, asker } = context;
  const known = community.schedules.known(`${place.on ?? ''}:${place.community ?? ''}`);
  const names = namesOf(known, knowledge);
  const language = languageOf(asker.locale);
  return Array.from(names.values(), (name) => speak(name, language))
    .filter((name) => foldName(name).includes(foldName(typed)))
    .map((name) => ({ label: name, value: name }));
}

/** Where a schedule posts, as its place writes it. */
export function channelsOf({ targets }: Pick<PromptSchedule, 'targets'>): string[] {
  return targets.map((target) => target.slice(target.indexOf(':') + 1));
}
