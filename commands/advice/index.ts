import { type Citation, cite, citeAll, type KnowledgeBase } from '../../knowledge/index.ts';
import { restsOn } from '../views/section.ts';
import type { Said as Line } from '../../knowledge/kinds/guide.ts';
import type { Topic } from '../../knowledge/kinds/topic.ts';
import { type CommandContext, defineCommand, type Suggestion } from '../../src/command.ts';
import { type Said, say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { askButton, bold, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import { withSource, wordsOf } from '../views/guide/guide.ts';
import { askOf, resolve } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { credits } from '../views/credits.ts';
import { roleTitle } from '../views/names.ts';
import { translatedText } from '../views/translated-text.ts';

/** Advice on what every role has: the first job, the résumé, negotiating. */
export const advice = defineCommand({
  name: 'advice',
  summary: 'Advice that holds for every role: first job, résumé, interviews, negotiating, remote work',
  options: {
    topic: { kind: 'words', description: 'What it is about, as you would say it', suggest: suggestTopics },
  },
  examples: ['advice first job', 'advice negotiating', 'advice career change'],
  shareable: true,
  cacheable: true,
  answer: ({ topic }, context) => {
    if (topic === undefined) return allTopics(context);
    const found = context.knowledge.of('topic').find(topic.slice(0, MAX_INPUT));
    const asked = { ask: askOf('advice', { topic }), option: 'topic', covers: say('these topics') };
    const named = resolve(found, topic, asked);
    if (named.kind === 'unresolved') return named.reply;
    const draft = answerTopic(named.entry, context);
    const body = [...(draft.body ?? []), ...named.guess];
    return { ...draft, body, match: named.match, ask: askOf('advice', { topic: named.entry.id }) };
  },
});

function answerTopic(topic: Topic, context: CommandContext): Draft {
  const { knowledge } = context;
  const text = textsOf(topic, knowledge);
  const lines = (of: (entry: Topic) => readonly Line[]): Text[] =>
    of(topic).map((line, at) =>
      withSource(
        text((entry) => wordsOf(of(entry)[at])),
        line,
        knowledge,
      ),
    );
  const roles = topic.roles.map((id) => askButton(roleTitle(id, knowledge), 'role', { role: id }));
  return {
    title: text(({ title }) => title),
    lead: [text(({ answer }) => answer)],
    body: [
      { kind: 'list', items: lines(({ points }) => points) },
      { kind: 'list', title: say('What to do next'), ordered: true, items: lines((entry) => entry.do) },
      { kind: 'text', title: say('The usual mistake'), text: [text(({ mistake }) => mistake)] },
      ...questionNodes(topic, text, knowledge),
      ...nextActions([...roles, ...otherTopics(topic, knowledge)]),
    ],
    ...restsOn([cite(topic), ...outsideFacts(topic)], context),
  };
}

type Words = (pick: (entry: Topic) => string | undefined) => Said;

function textsOf(topic: Topic, knowledge: KnowledgeBase): Words {
  const topics = knowledge.of('topic');
  return (textOf) => translatedText(topics, { id: topic.id, entry: topic }, (entry) => textOf(entry) ?? '');
}

function questionNodes({ questions }: Topic, text: Words, knowledge: KnowledgeBase): ReplyNode[] {
  const items = questions.map(({ answer }, at): Text => [
    bold(text((entry) => entry.questions[at]?.ask)),
    '\n',
    ...withSource(
      text((entry) => wordsOf(entry.questions[at]?.answer)),
      answer,
      knowledge,
    ),
  ]);
  return [{ kind: 'list', title: say('Questions and answers'), items }];
}

function outsideFacts({ points, questions }: Topic): Citation[] {
  const lines = [...points, ...questions.map(({ answer }) => answer)];
  return citeAll(lines.filter((line) => typeof line !== 'string'));
}

function otherTopics(shown: Topic | undefined, knowledge: KnowledgeBase) {
  const others = knowledge.of('topic').all.filter(({ id }) => id !== shown?.id);
  const choices = others.map((topic) => ({
    label: textsOf(topic, knowledge)(({ title }) => title),
    ask: askOf('advice', { topic: topic.id }),
  }));
  return asButtonsOrMenu(say('More advice'), choices);
}

function allTopics(context: CommandContext): Draft {
  const { knowledge } = context;
  const items = knowledge.of('topic').all.map((topic): Text => {
    const text = textsOf(topic, knowledge);
    return [bold(text(({ title }) => title)), '\n', text(({ answer }) => answer)];
  });
  const sourceIds = [...new Set(knowledge.of('topic').all.map(({ source }) => source))];
  return {
    title: say('Advice'),
    lead: [say('What holds for every role. Pick a topic, or type one.')],
    body: [{ kind: 'list', items }, ...nextActions(otherTopics(undefined, knowledge))],
    sources: credits(sourceIds, context),
    sourceIds,
  };
}

function suggestTopics(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  return knowledge
    .of('topic')
    .suggest(typed, 25)
    .map(({ id, title }) => ({ label: title, value: id }));
}
