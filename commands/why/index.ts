import { type Command, type CommandContext, defineCommand } from '../../src/command.ts';
import { creditLine } from '../../src/credits.ts';
import { readLine, writeLine } from '../../src/invocation.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, say, sayText } from '../../src/message/say.ts';
import { readValues } from '../../src/parse.ts';
import {
  type Action,
  type Ask,
  askButton,
  code,
  type Draft,
  type Evidence,
  quiet,
  ranked,
  type ReplyNode,
  type Text,
} from '../../src/reply.ts';
import { askOf, quote } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { credits } from '../views/credits.ts';
import { sourcesIn } from '../views/section.ts';
import { type CitedFact, citedFacts } from './cited.ts';
import { citedText } from './cited-text.ts';
import { nameInPack } from '../../knowledge/locate.ts';

/** What an answer rests on: every fact with its source and date, and what was computed from them. */
export const why = defineCommand({
  name: 'why',
  summary: 'What an answer rests on: each fact, its source and date, what was computed',
  options: {
    of: { kind: 'words', description: 'The question, as in: salary ml-engineer', required: true, line: true },
  },
  examples: ['why salary ml-engineer', 'why transition data engineer to ml engineer'],
  shareable: true,
  cacheable: true,
  answer: async ({ of }, context) => {
    const question = questionIn(of, context);
    if (question === undefined) return unknown(of);
    const { command, values } = question;
    // Only those answers can be given again for the asking: others may change something, or be for managers only.
    if (command.restsOnFacts !== true) return noFacts(question.ask, command);
    const draft = await command.answer(values, context);
    const ask = draft.ask ?? askOf(command.name, values);
    if ((draft.tone ?? 'answer') !== 'answer') return draft;
    return draft.evidence === undefined
      ? noFacts(ask, command)
      : explain(draft, draft.evidence, ask, context);
  },
});

/** The same command with buttons that ask why and report a mistake, wherever an answer says what it rests on. */
export function explained(command: Command): Command {
  return {
    ...command,
    restsOnFacts: true,
    answer: async (values, context) => {
      const draft = await command.answer(values, context);
      if (draft.evidence === undefined || asksWhy(draft)) return draft;
      const ask = draft.ask ?? askOf(command.name, values);
      const of = writeLine(ask);
      const buttons = ranked('quiet', askButton(say('Why this answer'), 'why', { of }), reportButton(ask));
      return { ...draft, body: [...(draft.body ?? []), ...nextActions(buttons)] };
    },
  };
}

/** Opens the form in which a mistake in the answer to a question is reported. */
export function reportButton(ask: Ask): Action {
  return {
    kind: 'form',
    rank: 'quiet',
    label: say('Report a mistake'),
    ask: { command: 'report', values: { about: aboutLine(ask) } },
  };
}

/** A button's state holds little more in the strictest place, however it is packed. */
const MOST_ABOUT = 150;

/** The line of a question, without the last of its values where it would be too long for a button. */
function aboutLine({ command, values }: Ask): string {
  const entries = Object.entries(values);
  while (entries.length > 0) {
    const line = writeLine({ command, values: Object.fromEntries(entries) });
    if (line.length <= MOST_ABOUT) return line;
    entries.pop();
  }
  return command;
}

/** Whether a command that this one leaves the answer to has put the button there already. */
function asksWhy({ body = [] }: Draft): boolean {
  const actions = body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  return actions.some((action) => action.kind === 'ask' && action.ask.command === why.name);
}

/** What a typed line asks. */
interface Question {
  readonly command: Command;
  readonly values: Parameters<Command['answer']>[0];
  readonly ask: Ask;
}

/**
 * The command a typed question is for, with its values; one in plain words is for /ask. Undefined where it is none, or
 * asks why. @throws Problem where the command does not take the words.
 */
export function questionIn(typed: string, { commands, asker, place }: CommandContext): Question | undefined {
  const names = commands.map(({ name }) => name);
  const line = readLine(typed, names);
  const command = commands.find(({ name }) => name === (line.command === '' ? 'ask' : line.command));
  if (command === undefined || command.name === why.name) return undefined;
  const { values, raw } = readValues(command, { ...line, command: command.name, asker, place });
  return { command, values, ask: { command: command.name, values: raw } };
}

function unknown(typed: string): Draft {
  const words = quote(typed);
  return {
    tone: 'miss',
    title: say('Why what?'),
    lead: [
      say('"{words}" is no question I answer. Say it as you would ask it: /why salary ml-engineer.', {
        words,
      }),
    ],
    body: nextActions([askButton(say('Help'), 'help', {})]),
  };
}

function noFacts(ask: Ask, { cacheable, restsOnFacts }: Command): Draft {
  // A button of that name must do no more than answer.
  const answers = cacheable === true || restsOnFacts === true;
  return {
    tone: 'miss',
    title: say('Why /{line}?', { line: writeLine(ask) }),
    lead: [say('That answer is about me, not about roles: it rests on no source.')],
    body: nextActions(answers ? [{ kind: 'ask', label: say('The answer'), ask }] : []),
  };
}

function explain(
  draft: Draft,
  { facts: citations, steps }: Evidence,
  ask: Ask,
  context: CommandContext,
): Draft {
  const facts = citedFacts(citations, context.knowledge);
  const sources = sourcesIn(citations);
  return {
    title: say('Why: {title}', { title: draft.title }),
    lead: summed(facts.length, sources.length, steps.length, ask),
    body: [
      ...(steps.length === 0
        ? []
        : [{ kind: 'list', title: say('Computed'), ordered: true, items: steps } as const]),
      ...sourceNodes(facts, context),
      {
        kind: 'note',
        text: [
          quiet(
            say('Knowledge {version}: the same question on it gives the same answer.', {
              version: context.knowledge.version,
            }),
          ),
        ],
      },
      ...nextActions([
        { kind: 'ask', label: say('Back to the answer'), ask },
        reportButton(ask),
        askButton(say('All sources'), 'sources', {}),
      ]),
    ],
    sources: draft.sources ?? [],
    evidence: { facts: citations, steps },
    match: draft.match ?? null,
    ask: { command: why.name, values: { of: writeLine(ask) } },
  };
}

/** How much an answer rests on, and how it was asked. */
function summed(facts: number, sources: number, steps: number, ask: Ask): Text {
  return sayText(
    '{facts, plural, one {{factsInWords} fact} other {{factsInWords} facts}} of {sources, plural, one {one source} other {{sourcesInWords} sources}}; {steps, plural, =0 {nothing is computed} one {one computed step} other {{stepsInWords} computed steps}}. Asked as {line}.',
    {
      facts,
      factsInWords: amount(facts).Words,
      sources,
      sourcesInWords: amount(sources).words,
      steps,
      stepsInWords: amount(steps).words,
      line: code(`/${writeLine(ask)}`),
    },
  );
}

/** More facts of one source than this are counted. */
const MOST_FACTS = 25;

/** The facts of each source, or of several that say the same, with the file and line where each stands. */
function sourceNodes(facts: readonly CitedFact[], context: CommandContext): ReplyNode[] {
  const groups = Map.groupBy(facts, ({ sources }) => sources.join(' '));
  return Array.from(groups.values(), (own): ReplyNode => {
    const title = joined(credits(own[0]?.sources ?? [], context).map(creditLine), ' · ');
    const items = own
      .slice(0, MOST_FACTS)
      .map((fact): Text => [...citedText(fact, context.knowledge), ' · ', code(placeOf(fact))]);
    const rest = own.length - items.length;
    return {
      kind: 'list',
      title,
      items: rest > 0 ? [...items, [say('and {n} more', { n: rest })]] : items,
    };
  });
}

/** "data/roles/ml-engineer/decipheru.yaml:47" */
function placeOf({ ref, line }: CitedFact): string {
  return line === undefined ? nameInPack(ref) : `${nameInPack(ref)}:${line}`;
}
