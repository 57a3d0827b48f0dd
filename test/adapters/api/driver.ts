import { connect } from '../../../adapters/api/index.ts';
import type { AnswerRecord } from '../../../src/api/record.ts';
import type { Bot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import type { Driver, Shown } from '../contract.ts';
import { takeApart } from '../contract-bot.ts';
import { hostOf } from '../host-of.ts';

const TOKEN = 'a-token-of-these-tests';

/** The JSON API on a host of its own, and a script that asks it. */
export interface OpenApi extends Driver {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** Opens the API for a bot, at the pace of a clock. */
export async function openApi(bot: Bot, clock: () => number = () => 0): Promise<OpenApi> {
  const adapter = await connect({ bot, variables: { ROLECALL_API_TOKEN: TOKEN }, log: silentLog }, clock);
  const host = await hostOf(adapter, silentLog);
  const get: OpenApi['get'] = (path, headers = { authorization: `Bearer ${TOKEN}` }) =>
    fetch(`http://127.0.0.1:${host.port}${path}`, { headers });
  return {
    get,
    ask: async (line) => {
      const { command, values } = takeApart(line);
      const response = await get(`/api/v1/${command}?${new URLSearchParams(values).toString()}`);
      return shown((await response.json()) as AnswerRecord | { error: string });
    },
    stop: async () => {
      await adapter.stop();
      await host.close();
    },
  };
}

/** An answer as text, as a script prints it. What can be asked next stands in brackets. */
export function shown(answer: AnswerRecord | { readonly error: string }): Shown {
  const text = 'error' in answer ? answer.error : answer.text;
  const labels = Array.from(text.matchAll(/^\[(.+)\]$/gm), ([, label = '']) => label);
  return { texts: [text], labels, acknowledgedFirst: true, answers: 1, faults: [] };
}
