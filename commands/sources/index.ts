import type { Source } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { phrase, say } from '../../src/message/say.ts';
import { nearestName } from '../../src/nearest.ts';
import type { Draft, ReplyNode } from '../../src/reply.ts';
import { askOf, quote } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { credits, isStale } from '../views/credits.ts';
import { sourceLines } from '../views/source-lines.ts';
import { join } from '../views/format.ts';
import { reportButton } from '../why/index.ts';

/** Where the facts come from. */
export const sources = defineCommand({
  name: 'sources',
  summary: 'Where the facts come from: publisher, licence, dates, what the numbers mean',
  options: {
    source: {
      kind: 'words',
      description: 'One source by its name; all of them if you leave it out',
      suggest: (typed, { knowledge }) =>
        [...knowledge.sources.values()]
          .filter((source) => isLike(source, typed))
          .map((source) => ({ label: source.name, value: source.id })),
    },
  },
  examples: ['sources', 'sources decipheru', 'sources source:"career guide"'],
  shareable: true,
  cacheable: true,
  answer: ({ source }, context) => (source === undefined ? all(context) : one(source, context)),
});

function isLike({ id, name }: Source, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return id.startsWith(wanted) || name.toLowerCase().includes(wanted);
}

function all({ knowledge, now }: CommandContext): Draft {
  const list = [...knowledge.sources.values()];
  const overdue = list.filter((source) => isStale(source, now)).length;
  const number = say('{n, plural, one {One source} other {{Words} sources}}.', amount(list.length));
  const state = say(
    '{n, plural, =0 {None is} one {One is} other {{Words} are}} overdue for review.',
    amount(overdue),
  );
  return {
    title: say('Sources'),
    lead: [phrase`${number} ${state}`],
    body: [
      ...list.map((source): ReplyNode => ({
        kind: 'text',
        title: source.name,
        text: join(sourceLines(source, now), '\n'),
      })),
      ...nextActions([reportButton(askOf('sources', {}))]),
    ],
    sourceIds: list.map(({ id }) => id),
  };
}

function one(typed: string, context: CommandContext): Draft {
  const { knowledge, now } = context;
  const list = [...knowledge.sources.values()];
  const wanted = typed.trim().toLowerCase();
  const source = list.find(({ id, name, title }) =>
    [id, name, title].some((each) => each.toLowerCase() === wanted),
  );
  if (source === undefined) return miss(typed, list);
  const [head = [], ...rest] = sourceLines(source, now);
  return {
    title: source.name,
    lead: head,
    body: [
      { kind: 'text', text: join(rest, '\n') },
      ...nextActions([reportButton(askOf('sources', { source: source.id }))]),
    ],
    sources: credits([source.id], context),
    sourceIds: [source.id],
  };
}

function miss(typed: string, list: readonly Source[]): Draft {
  const near = nearestName(
    typed,
    list.map((source) => source.name),
  );
  const nearFirst = [...list].sort((a, b) => Number(b.name === near) - Number(a.name === near));
  const choices = nearFirst.map(({ id, name }) => ({
    label: name,
    ask: { command: 'sources', values: { source: id } },
  }));
  return {
    tone: 'miss',
    title: say('I have no source called "{name}"', { name: quote(typed) }),
    lead: [near === undefined ? say('These are the ones I have:') : say('Did you mean {near}?', { near })],
    body: nextActions(asButtonsOrMenu(say('Sources'), choices)),
  };
}
