import { z } from 'zod';
import type { Interaction } from '../../src/conversation/interaction.ts';
import { filledIn } from '../../src/form.ts';
import type { Asker, Line } from '../../src/invocation.ts';
import { filledFrom, readPrivateMetadata } from './form.ts';
import type { SlackInvocation } from './place.ts';
import { SlackPlace } from './place.ts';
import type { Pressed } from './state.ts';
import { decodeAsk, readPressed } from './state.ts';
import type { Vocabulary } from './typed.ts';
import { readTyped, readTypedLine } from './typed.ts';

const words = z.string().catch('');
const id = z.string().min(1).nullable().catch(null);
const named = z.object({ id }).catch({ id: null });

const slashCommand = z.object({
  command: z.string(),
  text: words,
  user_id: id,
  team_id: id,
  channel_id: id,
  channel_name: id,
  thread_ts: id,
  trigger_id: id,
  response_url: id,
});

const action = z.object({
  action_id: words,
  value: z.string().optional().catch(undefined),
  selected_option: z.object({ value: z.string() }).optional().catch(undefined),
});

const container = z.object({ is_ephemeral: z.boolean().catch(false), thread_ts: id, message_ts: id });
const message = z.object({ thread_ts: id, ts: id });

const blockActions = z.object({
  actions: z.array(action).catch([]),
  user: named,
  team: named,
  channel: z.object({ id, name: id }).catch({ id: null, name: null }),
  container: container.catch({ is_ephemeral: false, thread_ts: null, message_ts: null }),
  message: message.catch({ thread_ts: null, ts: null }),
  trigger_id: id,
  response_url: id,
  view: z.object({ type: words, state: z.unknown() }).optional().catch(undefined),
});

/** In the stead of a `response_url`: the answer goes to the home of whoever asked. */
export const AT_HOME = 'home';

/** Who asked and where the answer goes; parts are null where Slack left them out. */
export interface Sender {
  readonly user: string | null;
  readonly place: SlackPlace;
  /** What opens a form, good for three seconds. */
  readonly trigger: string | null;
  /** Where the answer is posted to. */
  readonly responseUrl: string | null;
}

/** What a person did, read from Slack's payload. Keys that are missing are taken as empty. */
export interface Heard extends Sender {
  /** Absent where there is nothing to answer. */
  readonly interaction: Interaction<SlackInvocation> | undefined;
  /** The same for a repeat of the same thing, and for nothing else; the first of them identifies it. */
  readonly keys: readonly string[];
}

/** A slash command. */
export function readCommand(payload: unknown, vocabulary: Vocabulary): Heard {
  const { command, text, user_id: user, ...rest } = slashCommand.parse(payload);
  const line = readTypedLine(`/${command.replace(/^\//, '')} `, text, vocabulary);
  const { team_id: community, channel_id: channel, channel_name: name, thread_ts: thread } = rest;
  const place = SlackPlace.of({ community, channel, name, thread });
  const { trigger_id: trigger, response_url: responseUrl } = rest;
  const keys = keysOf(trigger, responseUrl, `${command} ${text}`);
  const invocation = { ...line, asker: askerOf(user), place };
  return { user, place, trigger, responseUrl, keys, interaction: { kind: 'ask', typed: true, invocation } };
}

/** A pressed button or a picked option. */
export function readPress(payload: unknown, vocabulary: Vocabulary): Heard {
  const press = blockActions.parse(payload);
  const [first] = press.actions;
  const value = first?.selected_option?.value ?? first?.value;
  const pressed = readPressed(first?.action_id ?? '', value);
  const { trigger_id: trigger, response_url, user, view } = press;
  const place = placeOfPress(press);
  const asking = { asker: askerOf(user.id), place };
  const interaction = () => {
    if (pressed.kind !== 'search') return interactionOf(pressed, press, asking, value ?? '');
    const line = readSearch(first?.value ?? typedAtHome(view?.state), vocabulary);
    return { kind: 'ask', invocation: { ...line, ...asking } } as const;
  };
  return {
    user: user.id,
    place,
    trigger,
    // In the app's home there is no message.
    responseUrl: view?.type === 'home' ? AT_HOME : response_url,
    keys: keysOf(trigger, response_url, `${first?.action_id} ${value}`),
    interaction: interaction(),
  };
}

type Asking = Pick<SlackInvocation, 'asker' | 'place'>;
type Press = z.infer<typeof blockActions>;

function interactionOf(
  pressed: Exclude<Pressed, { kind: 'search' }>,
  { container: on, message: shown, trigger_id: trigger }: Press,
  asking: Asking,
  value: string,
): Heard['interaction'] {
  if (pressed.kind === 'link') return undefined;
  if (pressed.kind === 'stale') return { kind: 'stale', asker: asking.asker };
  const invocation = { ...pressed.ask, ...asking };
  if (pressed.kind === 'form') return { kind: 'form', invocation };
  if (pressed.kind === 'ask') return { kind: 'ask', invocation, inPlace: on.is_ephemeral };
  const under = on.message_ts ?? shown.ts ?? trigger ?? '';
  return { kind: 'share', invocation, button: `${asking.place.channel ?? ''} ${under} ${value}` };
}

/** What stands in the search box; nothing asks for the home itself. */
function readSearch(typed: string, vocabulary: Vocabulary): Line {
  return typed.trim() === '' ? { command: 'home', text: '' } : readTypedLine('', typed.trim(), vocabulary);
}

function typedAtHome(state: unknown): string {
  const [typed] = filledFrom(state).map(({ value }) => value);
  return typeof typed === 'string' ? typed : '';
}

/** The message that a thread hangs on names itself as its thread, and still stands in the channel. */
function placeOfPress({ team, channel, container: on, message: pressed }: Press) {
  const hangsOn = on.thread_ts ?? pressed.thread_ts;
  const thread = hangsOn === (on.message_ts ?? pressed.ts) ? null : hangsOn;
  return SlackPlace.of({ community: team.id, channel: channel.id, name: channel.name, thread });
}

const messageAction = z.object({
  callback_id: words,
  user: named,
  team: named,
  channel: z.object({ id, name: id }).catch({ id: null, name: null }),
  message: z.object({ text: words, ts: id, thread_ts: id }).catch({ text: '', ts: null, thread_ts: null }),
  trigger_id: id,
  response_url: id,
});

/** A message that somebody asks about, in its menu: `callback_id` is the command. */
export function readShortcut(payload: unknown): Heard {
  const { callback_id: command, message: about, ...rest } = messageAction.parse(payload);
  const { user, team, channel, trigger_id: trigger, response_url: responseUrl } = rest;
  const thread = about.thread_ts === about.ts ? null : about.thread_ts;
  const place = SlackPlace.of({ community: team.id, channel: channel.id, name: channel.name, thread });
  const keys = keysOf(trigger, responseUrl, `${command} ${about.ts}`);
  const invocation = { command, message: readTyped(about.text), asker: askerOf(user.id), place };
  return { user: user.id, place, trigger, responseUrl, keys, interaction: { kind: 'ask', invocation } };
}

const viewSubmission = z.object({
  user: named,
  team: named,
  trigger_id: id,
  view: z
    .object({ id, hash: words, private_metadata: words, state: z.unknown().optional() })
    .catch({ id: null, hash: '', private_metadata: '', state: undefined }),
});

/** What somebody filled in; stale where this version did not make the form. */
export function readSubmission(payload: unknown): Heard {
  const { user, team, trigger_id: trigger, view } = viewSubmission.parse(payload);
  const { state, responseUrl, ...where } = readPrivateMetadata(view.private_metadata);
  const place = SlackPlace.of({ community: team.id, ...where });
  const keys = keysOf(trigger ?? view.id, responseUrl, `form ${view.hash}`);
  const asker = askerOf(user.id);
  const ask = decodeAsk(state);
  const interaction =
    ask === undefined
      ? ({ kind: 'stale', asker } as const)
      : ({
          kind: 'ask',
          invocation: { ...filledIn(ask, filledFrom(view.state)), asker, place },
        } as const);
  return { user: user.id, place, trigger, responseUrl, keys, interaction };
}

/** The id of an asker whom Slack left out. */
export const NOBODY = 'unknown';

/** A payload tells neither the language nor whether the person manages the workspace; see `people.ts` for both. */
function askerOf(user: string | null): Asker {
  return { id: user ?? NOBODY, locale: 'en', manages: false };
}

function keysOf(trigger: string | null, responseUrl: string | null, what: string): string[] {
  return trigger === null ? [] : [[trigger, responseUrl ?? '', what].join('\n')];
}
