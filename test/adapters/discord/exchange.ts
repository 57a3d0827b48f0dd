import { judgeCallback, judgeMessage } from './judge.ts';
import type { Answer } from './answers.ts';
import { seenEmbed } from './seen.ts';
import type { Seen } from './seen.ts';
import type { Posted } from '../../../adapters/discord/message.ts';

interface Callback {
  readonly type: number;
  readonly data?: Posted & { readonly choices?: readonly { name: string; value: string }[] };
}

/** One interaction and everything the bot did about it, held to Discord's rules: one first answer, in time. */
export class Exchange {
  readonly token: string;
  readonly callbacks: Callback[] = [];
  readonly edits: Posted[] = [];
  readonly followUps: Posted[] = [];
  /** What Discord would have refused, and what the bot may not do. */
  readonly faults: string[] = [];
  /** Resolves with the first answer. */
  readonly first: Promise<Callback>;
  /** Resolves with the message that the person sees in the end. */
  readonly answered: Promise<Posted>;
  /** Milliseconds until the first answer. */
  took = Number.NaN;
  readonly #started = performance.now();
  readonly #deadline: number;
  readonly #judges: boolean;
  readonly #onFirst: (callback: Callback) => void;
  readonly #onAnswer: (message: Posted) => void;

  constructor(id: string, deadline: number, judges: boolean) {
    this.token = `token-of-${id}-that-nobody-may-see`;
    this.#deadline = deadline;
    this.#judges = judges;
    const first = Promise.withResolvers<Callback>();
    const answered = Promise.withResolvers<Posted>();
    this.first = first.promise;
    this.answered = answered.promise;
    this.#onFirst = first.resolve;
    this.#onAnswer = answered.resolve;
  }

  /** Whether only the person sees the answer. */
  get isPrivate(): boolean {
    const [{ type, data } = { type: 0 }] = this.callbacks;
    if (type === 6 || type === 7) return this.followUps.every((message) => message.flags === 64);
    return data?.flags === 64;
  }

  callback(body: unknown): Answer {
    this.took = performance.now() - this.#started;
    if (this.callbacks.length > 0)
      return { status: 400, json: { code: 40_060, message: 'Already acknowledged' } };
    if (this.took > this.#deadline)
      return { status: 404, json: { code: 10_062, message: 'Unknown interaction' } };
    const refused = this.#judge(judgeCallback, body);
    if (refused !== undefined) return refused;
    const callback = body as Callback;
    this.callbacks.push(callback);
    this.#onFirst(callback);
    if ((callback.type === 4 || callback.type === 7) && callback.data !== undefined)
      this.#onAnswer(callback.data);
    return { status: 204 };
  }

  edit(body: unknown): Answer {
    const refused = this.#judge(judgeMessage, body) ?? this.#unanswered();
    if (refused !== undefined) return refused;
    this.edits.push(body as Posted);
    this.#onAnswer(body as Posted);
    return { status: 200, json: { id: '930000000000000001' } };
  }

  followUp(body: unknown): Answer {
    const refused = this.#judge(judgeMessage, body) ?? this.#unanswered();
    if (refused !== undefined) return refused;
    this.followUps.push(body as Posted);
    this.#onAnswer(body as Posted);
    return { status: 200, json: { id: '930000000000000002' } };
  }

  #unanswered(): Answer | undefined {
    return this.callbacks.length > 0
      ? undefined
      : { status: 404, json: { code: 10_015, message: 'Unknown Webhook' } };
  }

  #judge(judge: (body: unknown) => string[], body: unknown): Answer | undefined {
    const faults = this.#judges ? judge(body) : [];
    this.faults.push(...faults);
    return faults.length === 0
      ? undefined
      : { status: 400, json: { code: 50_035, message: faults.join('; ') } };
  }
}

/** The words of a message from top to bottom, as a reader sees them. */
export function textsOf(message: Posted): string[] {
  return message.embeds.flatMap(seenEmbed).map((seen: Seen) => seen.text);
}

/** A button or an entry of a menu: what is on it, and what pressing it sends. */
export interface Control {
  readonly label: string;
  readonly deed: Readonly<Record<string, unknown>>;
}

/** What a reader can press on a message. `isPrivate` says whose message it is. */
export function controlsOf(message: Posted, isPrivate: boolean): Control[] {
  const on = { type: 3, message: { id: '930000000000000003', flags: isPrivate ? 64 : 0 } };
  return message.components
    .flatMap((row) => row.components)
    .flatMap((component): Control[] => {
      if (component.type === 2 && 'custom_id' in component)
        return [
          {
            label: component.label ?? '',
            deed: { ...on, data: { component_type: 2, custom_id: component.custom_id } },
          },
        ];
      if (component.type !== 3) return [];
      return component.options.map(({ label, value }) => ({
        label,
        deed: { ...on, data: { component_type: 3, custom_id: component.custom_id, values: [value] } },
      }));
    });
}
