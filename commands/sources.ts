import type { Source } from '../knowledge/schema.ts';
import type { CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import { nearestName } from '../src/nearest.ts';
import type { Draft, ReplyNode } from '../src/reply.ts';
import { echo } from './name.ts';
import { next, pick } from './show/actions.ts';
import { credits, isStale } from './show/credits.ts';
import { sourceLines } from './show/source.ts';
import { count, join, sentence } from './show/words.ts';

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
  const state =
    overdue === 0
      ? 'None is overdue for review.'
      : `${sentence(count(overdue, 'is', 'are'))} overdue for review.`;
  return {
    title: 'Sources',
    lead: [`${sentence(count(list.length, 'source'))}. ${state}`],
    body: list.map((source): ReplyNode => ({
      kind: 'text',
      title: source.name,
      text: join(sourceLines(source, now), '\n'),
    })),
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
    body: [{ kind: 'text', text: join(rest, '\n') }],
    sources: credits([source.id], context),
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
    title: `I have no source called "${echo(typed)}"`,
    lead: [near === undefined ? 'These are the ones I have:' : `Did you mean ${near}?`],
    body: next(pick('Sources', choices)),
  };
}
