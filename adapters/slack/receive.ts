import { z } from 'zod';
import type { Asker, Line } from '../../src/invocation.ts';
import type { Ask } from '../../src/reply.ts';
import { filledIn } from '../../src/form.ts';
import { filledFrom, readMemo } from './form.ts';
import { AT_HOME } from './at-home.ts';
import type { SlackInvocation } from './place.ts';
import { SlackPlace } from './place.ts';
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

/** Whether something was pressed in the app's home, where there is no message. */
export function isAtHome(payload: unknown): boolean {
  return blockActions.parse(payload).view?.type === 'home';
}

/** Who asked and where the answer goes; parts are null where Slack left them out. */
export interface Sender {
  readonly user: string | null;
  readonly place: SlackPlace;
  /** The same for a repeat of the same command or press, and for nothing else. */
  readonly key: string | null;
}

/** What a person did, read from Slack's payload. Keys that are missing are taken as empty. */
export type Heard = Sender &
  (
    | {
        readonly kind: 'ask';
        readonly invocation: SlackInvocation;
        readonly ephemeral: boolean;
        /** Absent for a press and for a form: those are answered to whoever did it alone. */
        readonly typed?: true;
      }
    | { readonly kind: 'share'; readonly invocation: SlackInvocation }
    /** A form is to be opened; `trigger` is good for three seconds, `responseUrl` for what it leads to. */
    | {
        readonly kind: 'form';
        readonly invocation: SlackInvocation;
        readonly trigger: string | null;
        readonly responseUrl: string | null;
      }
    | { readonly kind: 'stale'; readonly ephemeral: boolean }
    | { readonly kind: 'nothing' }
  );

/** A slash command. */
export function readCommand(payload: unknown, vocabulary: Vocabulary): Heard {
  const { command, text, user_id, ...rest } = slashCommand.parse(payload);
  const line = readTypedLine(`/${command.replace(/^\//, '')} `, text, vocabulary);
  const { team_id: community, channel_id: channel, channel_name: name, thread_ts: thread } = rest;
  const place = SlackPlace.of({ community, channel, name, thread });
  const invocation = { ...line, asker: askerOf(user_id), place };
  const { trigger_id: trigger, response_url: responseUrl } = rest;
  const sender = { user: user_id, place, key: keyOf(trigger, responseUrl, `${command} ${text}`) };
  if (vocabulary.opens(line)) return { ...sender, kind: 'form', invocation, trigger, responseUrl };
  return { ...sender, kind: 'ask', invocation, ephemeral: false, typed: true };
}

/** A pressed button or a picked option. */
export function readPress(payload: unknown, vocabulary: Vocabulary): Heard {
  const press = blockActions.parse(payload);
  const [first] = press.actions;
  const value = first?.selected_option?.value ?? first?.value;
  const pressed = readPressed(first?.action_id ?? '', value);
  const key = keyOf(press.trigger_id, press.response_url, `${first?.action_id} ${value}`);
  const place = placeOfPress(press);
  const sender = { user: press.user.id, place, key };
  const ephemeral = press.container.is_ephemeral;
  switch (pressed.kind) {
    case 'link':
      return { ...sender, kind: 'nothing' };
    case 'search': {
      const line = readSearch(first?.value ?? typedAtHome(press.view?.state), vocabulary);
      return {
        ...sender,
        kind: 'ask',
        ephemeral,
        invocation: { ...line, asker: askerOf(press.user.id), place },
      };
    }
    case 'stale':
      return { ...sender, kind: 'stale', ephemeral };
    case 'form': {
      const invocation = asked(pressed.ask, press.user.id, place);
      const { trigger_id: trigger, response_url } = press;
      const responseUrl = isAtHome(payload) ? AT_HOME : response_url;
      return { ...sender, kind: 'form', invocation, trigger, responseUrl };
    }
    case 'ask':
    case 'share': {
      const invocation = asked(pressed.ask, press.user.id, place);
      const again = pressed.kind === 'share' ? { again: true } : {};
      return { ...sender, kind: pressed.kind, ephemeral, invocation: { ...invocation, ...again } };
    }
  }
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
function placeOfPress({ team, channel, container: on, message: pressed }: z.infer<typeof blockActions>) {
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
  const { callback_id: command, user, team, channel, message: about, ...ids } = messageAction.parse(payload);
  const thread = about.thread_ts === about.ts ? null : about.thread_ts;
  const place = SlackPlace.of({ community: team.id, channel: channel.id, name: channel.name, thread });
  const key = keyOf(ids.trigger_id, ids.response_url, `${command} ${about.ts}`);
  const invocation = { command, message: readTyped(about.text), asker: askerOf(user.id), place };
  return { user: user.id, place, key, kind: 'ask', ephemeral: false, invocation };
}

const viewSubmission = z.object({
  user: named,
  team: named,
  trigger_id: id,
  view: z
    .object({ id, hash: words, private_metadata: words, state: z.unknown().optional() })
    .catch({ id: null, hash: '', private_metadata: '', state: undefined }),
});

/** A form that was sent off, and where its answer goes. */
export type Submission = Heard & { readonly responseUrl: string | null };

/** What somebody filled in; stale where this version did not make the form. */
export function readSubmission(payload: unknown): Submission {
  const { user, team, trigger_id, view } = viewSubmission.parse(payload);
  const { state, responseUrl, ...where } = readMemo(view.private_metadata);
  const key = keyOf(trigger_id ?? view.id, responseUrl, `form ${view.hash}`);
  const place = SlackPlace.of({ community: team.id, ...where });
  const sender = { user: user.id, place, key, responseUrl };
  const ask = decodeAsk(state);
  if (ask === undefined) return { ...sender, kind: 'stale', ephemeral: false };
  const invocation = asked(filledIn(ask, filledFrom(view.state)), user.id, place);
  return { ...sender, kind: 'ask', ephemeral: false, invocation };
}

function asked({ command, values, page }: Ask, user: string | null, place: SlackPlace): SlackInvocation {
  return { command, values, ...(page === undefined ? {} : { page }), asker: askerOf(user), place };
}

/** The id of an asker whom Slack left out. */
export const NOBODY = 'unknown';

/** A payload tells neither the language nor whether the person manages the workspace; see `people.ts` for both. */
function askerOf(user: string | null): Asker {
  return { id: user ?? NOBODY, locale: 'en', manages: false };
}

function keyOf(trigger: string | null, responseUrl: string | null, what: string): string | null {
  return trigger === null ? null : [trigger, responseUrl ?? '', what].join('\n');
}
