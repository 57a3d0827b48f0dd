import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { AnswerRecord } from '../../../src/api/record.ts';
import { answerRecord } from '../../../src/api/record.ts';

/** An assistant: the official client, which holds every answer to the schema that its tool declares. */
export interface Assistant {
  readonly client: Client;
  /** What a tool answers, as text, whether as an answer or as an error. */
  readonly told: (tool: string, given?: Record<string, unknown>) => Promise<string>;
  /** The typed answer of a tool. */
  readonly record: (tool: string, given?: Record<string, unknown>) => Promise<AnswerRecord>;
  readonly call: (tool: string, given?: Record<string, unknown>) => Promise<CallToolResult>;
}

/** Connects an assistant, and has it read the list of tools, as they all do. */
export async function connectAssistant(transport: Transport): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  await client.listTools();
  const call: Assistant['call'] = async (name, given = {}) =>
    (await client.callTool({ name, arguments: given })) as CallToolResult;
  return {
    client,
    call,
    told: async (tool, given) => textOf(await call(tool, given)),
    record: async (tool, given) => (await call(tool, given)).structuredContent as AnswerRecord,
  };
}

/** The words of an answer. */
export function textOf({ content }: CallToolResult): string {
  return content.map((each) => (each.type === 'text' ? each.text : '')).join('\n');
}

/** Whether a tool answered in its declared form, or said what is wrong with how it was asked. */
export function isGoodResult(result: CallToolResult): boolean {
  if (result.isError === true) return /[.?:]/.test(textOf(result)) && !textOf(result).includes('on my side');
  return answerRecord.safeParse(result.structuredContent).success;
}
