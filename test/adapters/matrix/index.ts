import { setTimeout } from 'node:timers/promises';
import type { Adapter, Connection } from '../../../src/adapter.ts';
import { createConversation } from '../../../src/conversation/conversation.ts';
import type { Outcome, Shown } from '../../../src/conversation/interaction.ts';
import type { Invocation } from '../../../src/invocation.ts';
import { receive } from './receive.ts';
import { render } from './render.ts';

/** Hears what is written in the rooms that the bot `MATRIX_USER` is in, and answers there, until it is stopped. */
export async function connect({ bot, variables, log }: Connection): Promise<Adapter> {
  const { MATRIX_URL, MATRIX_TOKEN, MATRIX_USER: self = '' } = variables;
  const conversation = createConversation({ bot, log });
  const names = bot.commands.map(({ name }) => name);
  const stopping = new AbortController();
  const { signal } = stopping;
  let live = true;
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${MATRIX_TOKEN}` };
    const init = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${MATRIX_URL}/_matrix/client/v3${path}`, init);
    if (response.ok) return response.json();
    throw new Error(`The homeserver answered ${response.status} to ${path}`);
  };
  const answer = async (asked: Invocation): Promise<void> => {
    const room = `/rooms/${encodeURIComponent(asked.place.channel ?? '')}`;
    await call('PUT', `${room}/typing/${encodeURIComponent(self)}`, { typing: true, timeout: 30_000 });
    const show = async ({ reply, language }: Shown): Promise<Outcome> => {
      // Under the same id the homeserver takes a message once, however often it is sent.
      for (const [at, body] of render(reply, language).entries())
        await call('PUT', `${room}/send/m.room.message/${asked.id}-${at}`, { msgtype: 'm.notice', body });
      return 'sent';
    };
    await conversation.hear({ kind: 'ask', typed: true, invocation: asked }, { hasOthers: false, show });
  };
  const hear = async (since: string): Promise<string> => {
    const { asked, next } = receive(await call('GET', `/sync?timeout=30000&since=${since}`), self, names);
    // What was written before the start is not answered.
    for (const one of since === '' ? [] : asked)
      answer(one).catch((error: unknown) => log.warn({ reason: String(error) }, 'an answer got lost'));
    live = true;
    return next;
  };
  const listen = async (from: string): Promise<void> => {
    for (let since = from; !signal.aborted;)
      since = await hear(since).catch(async () => {
        live = false;
        return setTimeout(5_000, since, { signal }).catch(() => since);
      });
  };
  const listening = listen(await hear(''));
  const stop = (): Promise<void> => (stopping.abort(), listening);
  return { name: 'matrix', health: () => ({ live, detail: `listens as ${self}` }), stop };
}
