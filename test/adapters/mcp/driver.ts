import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { connect } from '../../../adapters/mcp/index.ts';
import type { Bot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import { shown } from '../api/driver.ts';
import type { Driver } from '../contract.ts';
import { takeApart } from '../contract-bot.ts';
import { hostOf } from '../host-of.ts';
import type { Assistant } from './client.ts';
import { connectAssistant } from './client.ts';

export const TOKEN = 'a-token-of-these-tests';

/** MCP on a host of its own, and an assistant that is connected to it. */
export interface OpenMcp extends Driver {
  readonly assistant: Assistant;
  readonly url: URL;
}

/** Connects an assistant over HTTP. */
export async function assistantAt(url: URL, token: string): Promise<Assistant> {
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  return connectAssistant(new StreamableHTTPClientTransport(url, { requestInit }));
}

/** Opens MCP over HTTP for a bot, at the pace of a clock. */
export async function openMcp(bot: Bot, clock: () => number = () => 0): Promise<OpenMcp> {
  const adapter = await connect({ bot, variables: { ROLECALL_API_TOKEN: TOKEN }, log: silentLog }, clock);
  const host = await hostOf(adapter, silentLog);
  const url = new URL(`http://127.0.0.1:${host.port}/mcp`);
  const assistant = await assistantAt(url, TOKEN);
  return {
    assistant,
    url,
    ask: async (line) => {
      const { command, values } = takeApart(line);
      const told = await assistant.told(command, values).catch((error: Error) => error.message);
      return shown({ error: told });
    },
    stop: async () => {
      await assistant.client.close();
      await adapter.stop();
      await host.close();
    },
  };
}
