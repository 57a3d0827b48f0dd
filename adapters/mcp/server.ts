import { setImmediate } from 'node:timers/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import type { Outcome } from '../../src/api/ask.ts';
import { askFor } from '../../src/api/ask.ts';
import type { Operation } from '../../src/api/operations.ts';
import { operationsOf } from '../../src/api/operations.ts';
import { ANSWER_SCHEMA } from '../../src/api/record.ts';
import type { Connection } from '../../src/adapter.ts';
import { VERSION } from '../../src/version.ts';

/** What a tool needs to answer. */
export type Answering = Pick<Connection, 'bot' | 'log'>;

const INFO = { name: 'rolecall', title: 'Rolecall', version: VERSION };

/** What an assistant is told of all tools together. */
const INSTRUCTIONS = `Answers about technology careers, made of facts that each name their source and date. Say a role, a
skill or a course as people call it; \`match\` tells what it was taken for. Where \`tone\` is "question" or "miss", ask
again with one of the choices. Cite \`sources\`; \`evidence\` tells what is documented, estimated or computed.`;

/** A server, and what settles once it has answered all that it was asked. */
export interface Serving {
  readonly mcp: McpServer;
  readonly idle: () => Promise<void>;
}

/** A server of the Model Context Protocol: each question that a program can ask is a tool. It is not connected yet. */
export function createServer(answering: Answering): Serving {
  const pending = new Set<Promise<Outcome>>();
  const mcp = new McpServer(INFO, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  const operations = operationsOf(answering.bot.commands);
  // By hand, and not by `registerTool`: the schemas follow from the commands, and their parser says what is wrong.
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: operations.map(toolOf) }));
  mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const operation = operations.find(({ name }) => name === params.name);
    if (operation === undefined)
      throw new McpError(ErrorCode.InvalidParams, unknown(params.name, operations));
    const asking = askFor(operation, params.arguments ?? {}, answering);
    pending.add(asking);
    const outcome = await asking;
    pending.delete(asking);
    return resultOf(outcome);
  });
  return { mcp, idle: () => settled(pending) };
}

/** Waits for answers, and until they are written. */
async function settled(pending: ReadonlySet<Promise<Outcome>>): Promise<void> {
  await Promise.all(pending);
  await setImmediate();
}

/** https://modelcontextprotocol.io/specification/2025-11-25/server/tools */
function toolOf({ name, title, description, input }: Operation): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...input, required: [...input.required] },
    outputSchema: { ...ANSWER_SCHEMA, type: 'object' },
    annotations: {
      title,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  };
}

/** What was asked wrongly is a result too, so that the model sees it and asks again. */
function resultOf(outcome: Outcome): CallToolResult {
  if (outcome.kind !== 'answered')
    return { content: [{ type: 'text', text: outcome.reason }], isError: true };
  const { record } = outcome;
  return { content: [{ type: 'text', text: record.text }], structuredContent: record };
}

function unknown(name: string, operations: readonly Operation[]): string {
  const names = operations.map((operation) => operation.name).join(', ');
  return `There is no /${name.slice(0, LONGEST_NAME)} here; /help tells of what there is: ${names}.`;
}

const LONGEST_NAME = 100;
