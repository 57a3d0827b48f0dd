import { z } from 'zod';
import type { Asker, Invocation, Place } from '../../src/invocation.ts';
import { readLine } from '../../src/invocation.ts';
import type { Ask } from '../../src/reply.ts';
import { filledIn } from '../../src/form.ts';
import { filledFrom, readMemo } from './form.ts';
import { decodeAsk, readPressed } from './state.ts';

const words = z.string().catch('');
const id = z.string().min(1).nullable().catch(null);
const named = z.object({ id }).catch({ id: null });

const slashCommand = z.object({
  command: z.string(),
  text: words,
  user_id: id,
  team_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: id,
});

const action = z.object({
  action_id: words,
  value: z.string().optional().catch(undefined),
  selected_option: z.object({ value: z.string() }).optional().catch(undefined),
});

const blockActions = z.object({
  actions: z.array(action).catch([]),
  user: named,
  team: named,
  channel: named,
  container: z.object({ is_ephemeral: z.boolean().catch(false) }).catch({ is_ephemeral: false }),
  trigger_id: id,
  response_url: id,
});

/** Who asked and where the answer goes; parts are null where Slack left them out. */
export interface Sender {
  readonly user: string | null;
  readonly channel: string | null;
  /** The same for a repeat of the same command or press, and for nothing else. */
  readonly key: string | null;
}

/** What a person did, read from Slack's payload. Keys that are missing are taken as empty. */
export type Heard = Sender &
  (
    | { readonly kind: 'ask'; readonly invocation: Invocation; readonly ephemeral: boolean }
    | { readonly kind: 'share'; readonly invocation: Invocation }
    /** A form is to be opened; `trigger` is good for three seconds, `responseUrl` for what it leads to. */
    | {
        readonly kind: 'form';
        readonly invocation: Invocation;
        readonly trigger: string | null;
        readonly responseUrl: string | null;
      }
    | { readonly kind: 'stale'; readonly ephemeral: boolean }
    | { readonly kind: 'nothing' }
  );

/** A slash command; `names` are the commands there are. */
export function readCommand(payload: unknown, names: readonly string[]): Heard {
  const { command, text, user_id, team_id, channel_id, ...rest } = slashCommand.parse(payload);
  const line = readLine(`/${command.replace(/^\//, '')} ${readTyped(text)}`, names);
  const place = placeOf(team_id, channel_id);
  const invocation = { ...line, asker: askerOf(user_id), place };
  const key = keyOf(rest.trigger_id, rest.response_url, `${command} ${text}`);
  return { kind: 'ask', invocation, ephemeral: false, user: user_id, channel: channel_id, key };
}

/** A pressed button or a picked option. */
export function readPress(payload: unknown): Heard {
  const { actions, user, team, channel, container, ...rest } = blockActions.parse(payload);
  const [first] = actions;
  const value = first?.selected_option?.value ?? first?.value;
  const pressed = readPressed(first?.action_id ?? '', value);
  const key = keyOf(rest.trigger_id, rest.response_url, `${first?.action_id} ${value}`);
  const sender = { user: user.id, channel: channel.id, key };
  const ephemeral = container.is_ephemeral;
  switch (pressed.kind) {
    case 'link':
      return { ...sender, kind: 'nothing' };
    case 'stale':
      return { ...sender, kind: 'stale', ephemeral };
    case 'form': {
      const place = { on: 'slack', community: team.id, channel: channel.id };
      const invocation = asked(pressed.ask, user.id, place);
      const { trigger_id: trigger, response_url: responseUrl } = rest;
      return { ...sender, kind: 'form', invocation, trigger, responseUrl };
    }
    case 'ask':
    case 'share': {
      const invocation = asked(pressed.ask, user.id, placeOf(team.id, channel.id));
      const again = pressed.kind === 'share' ? { again: true } : {};
      return { ...sender, kind: pressed.kind, ephemeral, invocation: { ...invocation, ...again } };
    }
  }
}

const viewSubmission = z.object({
  user: named,
  team: named,
  trigger_id: id,
  view: z
    .object({ id, hash: words, private_metadata: words, state: z.unknown() })
    .catch({ id: null, hash: '', private_metadata: '', state: undefined }),
});

/** A form that was sent off, and where its answer goes. */
export type Submission = Heard & { readonly responseUrl: string | null };

/** What somebody filled in; stale where this version did not make the form. */
export function readSubmission(payload: unknown): Submission {
  const { user, team, trigger_id, view } = viewSubmission.parse(payload);
  const { state, channel, responseUrl } = readMemo(view.private_metadata);
  const key = keyOf(trigger_id ?? view.id, responseUrl, `form ${view.hash}`);
  const sender = { user: user.id, channel, key, responseUrl };
  const ask = decodeAsk(state);
  if (ask === undefined) return { ...sender, kind: 'stale', ephemeral: false };
  const place = { on: 'slack', community: team.id, channel };
  const invocation = asked(filledIn(ask, filledFrom(view.state)), user.id, place);
  return { ...sender, kind: 'ask', ephemeral: false, invocation };
}

/** The ids of conversations between two begin with a D: https://docs.slack.dev/reference/objects/conversation-object */
function placeOf(community: string | null, channel: string | null): Place {
  return { on: 'slack', community, channel, ...(channel?.startsWith('D') === true ? { direct: true } : {}) };
}

function asked({ command, values, page }: Ask, user: string | null, place: Place): Invocation {
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

/** Words as they were typed: Slack's references and entities read back, and the quotes that phones make straightened. */
export function readTyped(text: string): string {
  return text
    .replace(/<([^<>]*)>|&(amp|lt|gt);/g, (_, reference?: string, entity?: string) =>
      reference === undefined ? (ENTITIES[entity ?? ''] ?? '') : readReference(reference),
    )
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\u00A0/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** `@U123|ann` → "@ann", `#C1|general` → "#general", `!here` → "@here", `https://x.y|x.y` → "x.y". */
function readReference(reference: string): string {
  const [target = '', label] = reference.split('|', 2);
  const sign = target.charAt(0);
  if (!['@', '#', '!'].includes(sign)) return label ?? target;
  const name = (label ?? target.slice(1).replace(/^subteam\^/, '')).replace(/^[@#]/, '');
  return (sign === '#' ? '#' : '@') + name;
}
