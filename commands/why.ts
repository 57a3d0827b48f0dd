import type { Command, CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import { creditLine } from '../src/credits.ts';
import { readLine } from '../src/invocation.ts';
import { readValues } from '../src/parse.ts';
import type { Ask, Credit, Draft, Ground, Grounds, ReplyNode } from '../src/reply.ts';
import { askButton, code, quiet } from '../src/reply.ts';
import { askOf, echo } from './name.ts';
import { next } from './show/actions.ts';
import { credits } from './show/credits.ts';
import { count, sentence } from './show/words.ts';

/** What an answer rests on: every fact with its source and date, and what was computed from them. */
export const why = defineCommand({
  name: 'why',
  summary: 'What an answer rests on: each fact, its source and date, what was computed',
  options: {
    of: { kind: 'words', description: 'The question, as in: salary ml-engineer', required: true, line: true },
  },
  examples: ['why salary ml-engineer', 'why transition data engineer to ml engineer'],
  shareable: true,
  answer: async ({ of }, context) => {
    const { command, values } = read(of, context);
    if (command === undefined) return unknown(of);
    const draft = await command.answer(values, context);
    const ask = draft.ask ?? askOf(command.name, values);
    if ((draft.tone ?? 'answer') !== 'answer') return draft;
    return draft.grounds === undefined ? noFacts(ask) : explain(draft, draft.grounds, ask, context);
  },
});

/** The same command with a button that asks why, wherever an answer says what it rests on. */
export function explained(command: Command): Command {
  return {
    ...command,
    answer: async (values, context) => {
      const draft = await command.answer(values, context);
      if (draft.grounds === undefined || asksWhy(draft)) return draft;
      const of = lineOf(draft.ask ?? askOf(command.name, values));
      return {
        ...draft,
        body: [...(draft.body ?? []), ...next([askButton('Why this answer', 'why', { of })])],
      };
    },
  };
}

/** Whether a command that this one leaves the answer to has put the button there already. */
function asksWhy({ body = [] }: Draft): boolean {
  const actions = body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  return actions.some((action) => action.kind === 'ask' && action.ask.command === why.name);
}

/** A question as a person could type it, without the slash: the first value bare where it is one word. */
export function lineOf({ command, values }: Ask): string {
  const words = Object.entries(values).map(([name, value], at) => {
    if (at === 0 && /^[\p{L}\p{N}-]+$/u.test(value)) return value;
    return /[:"“”]/.test(value) ? `${name}:"${value.replaceAll(/["“”]/g, '')}"` : `${name}:${value}`;
  });
  return [command, ...words].join(' ');
}

/** The command a typed question is for, with its values; one in plain words is for /ask. */
function read(typed: string, { commands, asker, place }: CommandContext) {
  const names = commands.map(({ name }) => name);
  const line = readLine(typed, names);
  const command = commands.find(({ name }) => name === (line.command === '' ? 'ask' : line.command));
  if (command === undefined || command.name === why.name) return { command: undefined, values: {} };
  const { values } = readValues(command, { ...line, command: command.name, asker, place });
  return { command, values };
}

function unknown(typed: string): Draft {
  return {
    tone: 'miss',
    title: 'Why what?',
    lead: [`"${echo(typed)}" is no question I answer. Say it as you would ask it: /why salary ml-engineer.`],
    body: next([askButton('Help', 'help', {})]),
  };
}

function noFacts(ask: Ask): Draft {
  return {
    tone: 'miss',
    title: `Why /${lineOf(ask)}?`,
    lead: ['That answer is about me, not about roles: it rests on no source.'],
    body: next([{ kind: 'ask', label: 'The answer', ask }]),
  };
}

function explain(draft: Draft, { facts, steps }: Grounds, ask: Ask, context: CommandContext): Draft {
  const bySource = Map.groupBy(facts, ({ source }) => source);
  const computed = steps.length === 0 ? 'nothing is computed' : count(steps.length, 'computed step');
  return {
    title: `Why: ${draft.title}`,
    lead: [
      `${sentence(count(facts.length, 'fact'))} of ${count(bySource.size, 'source')}; ${computed}. Asked as `,
      code(`/${lineOf(ask)}`),
      '.',
    ],
    body: [
      ...(steps.length === 0
        ? []
        : [{ kind: 'list', title: 'Computed', ordered: true, items: steps } as const]),
      ...Array.from(bySource).flatMap(([id, group]) => factsOf(group, credits([id], context)[0])),
      {
        kind: 'note',
        text: [
          quiet(`Knowledge ${context.knowledge.version}: the same question on it gives the same answer.`),
        ],
      },
      ...next([{ kind: 'ask', label: 'Back to the answer', ask }, askButton('All sources', 'sources', {})]),
    ],
    sources: draft.sources ?? [],
    match: draft.match ?? null,
    ask: { command: why.name, values: { of: lineOf(ask) } },
  };
}

/** The facts of one source under its name and date. */
function factsOf(facts: readonly Ground[], credit: Credit | undefined): ReplyNode[] {
  if (credit === undefined) return [];
  return [{ kind: 'list', title: creditLine(credit), items: facts.map(({ text }) => text) }];
}
