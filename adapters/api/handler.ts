import { createHash } from 'node:crypto';
import type { Outcome } from '../../src/api/ask.ts';
import { askFor } from '../../src/api/ask.ts';
import type { Handler } from '../../src/api/guard.ts';
import { refusal } from '../../src/api/guard.ts';
import type { Operation } from '../../src/api/operations.ts';
import { operationsOf } from '../../src/api/operations.ts';
import { ANSWER_SCHEMA } from '../../src/api/record.ts';
import type { Connection } from '../../src/adapter.ts';
import { readObject } from '../../src/http/body.ts';
import { nearestName } from '../../src/nearest.ts';
import { openApi } from './openapi.ts';

/** Where the API is; a later one that is not compatible gets a number of its own. */
export const BASE = '/api/v1';

/** The JSON API: the list of questions, its description for generators, and the questions themselves. */
export function createHandler(answering: Pick<Connection, 'bot' | 'log'>): Handler {
  const operations = operationsOf(answering.bot.commands);
  const documents: Readonly<Record<string, object>> = {
    '': { commands: operations.map(listed), answer: ANSWER_SCHEMA, openapi: `${BASE}/openapi.json` },
    'openapi.json': openApi(operations, BASE),
  };
  return async (request) => {
    const name = nameIn(request);
    const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
    if (document !== undefined)
      return request.method === 'POST' ? noMethod('GET, HEAD') : cached(request, document);
    const operation = operations.find((each) => each.name === name);
    if (operation === undefined) return noQuestion(name, operations);
    const given = request.method === 'POST' ? await inBody(request) : inQuery(request);
    if (given instanceof Response) return given;
    return shown(request, await askFor(operation, given, answering));
  };
}

function listed({ name, title, description, input }: Operation): object {
  return { name, title, description, url: `${BASE}/${name}`, input };
}

/** What stands behind the base, without slashes. */
function nameIn({ url }: Request): string {
  return new URL(url).pathname.slice(BASE.length).replaceAll('/', '').toLowerCase();
}

type Given = Readonly<Record<string, unknown>>;

function inQuery({ url }: Request): Given | Response {
  const { searchParams } = new URL(url);
  const twice = Array.from(searchParams.keys()).find((name) => searchParams.getAll(name).length > 1);
  if (twice !== undefined)
    return refusal(400, `"${twice.slice(0, LONGEST_NAME)}" is given twice: give it once.`);
  return Object.fromEntries(searchParams);
}

async function inBody(request: Request): Promise<Given | Response> {
  const given = readObject(await request.text());
  return given ?? refusal(400, 'Send the arguments as a JSON object, such as {"role": "ml-engineer"}.');
}

function shown(request: Request, outcome: Outcome): Response {
  switch (outcome.kind) {
    case 'answered':
      return request.method === 'POST'
        ? Response.json(outcome.record, { headers: FRESH })
        : cached(request, outcome.record);
    case 'refused':
      return refusal(400, outcome.reason);
    case 'failed':
      return refusal(500, outcome.reason);
  }
}

/** An answer changes with the knowledge and the day, which nobody can tell before: it is asked for again, by its tag. */
const FRESH = { 'cache-control': 'private, no-cache', vary: 'authorization' };

/** The same question has the same answer, so that whoever has it already need not be sent it again. */
function cached({ headers }: Request, json: object): Response {
  const body = JSON.stringify(json);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const fresh = { ...FRESH, etag };
  if (hasTag(headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: fresh });
  return new Response(body, { headers: { ...fresh, 'content-type': 'application/json' } });
}

function hasTag(given: string | null, etag: string): boolean {
  const tags = (given ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function noMethod(allow: string): Response {
  return refusal(405, `Only ${allow} here.`, { allow });
}

function noQuestion(name: string, operations: readonly Operation[]): Response {
  const names = operations.map((operation) => operation.name);
  const near = nearestName(name, names);
  const hint = near === undefined ? '' : ` Did you mean ${BASE}/${near}?`;
  const told = `There is no /${name.slice(0, LONGEST_NAME)} here: ${BASE} and ${BASE}/help list what can be asked.`;
  return refusal(404, `${told}${hint}`);
}

/** Letters of a name that is none, as it is told. */
const LONGEST_NAME = 100;
