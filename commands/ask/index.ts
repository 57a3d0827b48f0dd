import type { KnowledgeBase } from '../../knowledge/index.ts';
import { cite } from '../../knowledge/load/evidence.ts';
import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import type { Said } from '../../src/message/say.ts';
import { phrase, say, sayText } from '../../src/message/say.ts';
import { readValues } from '../../src/parse.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askButton, code } from '../../src/reply.ts';
import { aboutWhom, choicesOf, refused, whichReading, withKnownOptions } from './clarify.ts';
import { shownLine } from './label.ts';
import { readQuestion, type Reading } from './read.ts';
import { educationSaid, priceSaid, unsupported } from './unsupported.ts';
import { askOf } from '../input/resolve.ts';
import { courseSaid, skillSaid } from '../rank/roles-wanting.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { sourceName } from '../views/names.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** Longer questions are read up to here. */
const LONGEST = 400;

/** A question in plain words, read as one of the other commands or as a question that a source answers. */
export const ask = defineCommand({
  name: 'ask',
  summary: 'Ask in your own words; I say how I read it',
  options: {
    question: {
      kind: 'words',
      description: 'Your question, as you would say it',
      required: true,
      line: true,
    },
  },
  examples: [
    'ask how long from data engineer to ml engineer?',
    'ask what pays more, SRE or data engineer?',
    'ask free pytorch courses under 20 hours',
  ],
  shareable: true,
  cacheable: true,
  answer: ({ question }, context) => {
    const typed = question.slice(0, LONGEST);
    return answerReading(readQuestion(typed, context.knowledge), typed, context);
  },
});

function answerReading(reading: Reading, typed: string, context: CommandContext): Draft | Promise<Draft> {
  switch (reading.kind) {
    case 'command':
      return answerAs(reading, context);
    case 'answered':
      return answerFaq(reading, context);
    case 'whom':
      return aboutWhom(reading, context);
    case 'unsure':
      return whichReading(reading, context);
    case 'refused':
      return refused(reading, typed, context);
  }
}

/** The command's own answer, under a line that says how the question was read; what else was asked or meant is a press away. */
async function answerAs(
  reading: Extract<Reading, { kind: 'command' }>,
  context: CommandContext,
): Promise<Draft> {
  const { also, others, tagged, intent, unused } = reading;
  const { draft, meant } = await answerOf(reading.ask, context);
  const asked = unpacked(draft.ask ?? meant, meant);
  const { knowledge } = context;
  const beside: readonly Said[] = [
    ...unsupported(tagged, asked, knowledge),
    ...educationSaid(intent, asked, knowledge),
    ...priceSaid(tagged, asked),
    ...skillsSaid(reading, asked, knowledge),
    ...(unused.length === 0 ? [] : [say('I did not use: {words}.', { words: unused.join(', ') })]),
  ];
  const more = others.filter((other) => shownLine(other) !== shownLine(asked));
  const second = choicesOf(also === undefined ? [] : [also], context);
  return {
    ...draft,
    lead: [
      ...sayText('I read this as {read}.', { read: code(shownLine(asked)) }),
      '\n',
      ...beside.map((each) => phrase`${each} `),
      ...draft.lead,
    ],
    body: [
      ...nextActions(second.map((choice) => ({ kind: 'ask', ...choice }))),
      ...(draft.body ?? []),
      ...nextActions(asButtonsOrMenu(say('Or did you mean'), choicesOf(more, context))),
    ],
    ask: asked,
  };
}

/** What sources say of skills and certificates for a role, where it is asked whether they are needed. */
function skillsSaid({ slots }: Reading, { command, values }: Ask, knowledge: KnowledgeBase): Said[] {
  const { role, have } = values;
  if (command !== 'skills' || role === undefined || have !== undefined) return [];
  return [
    ...slots.skills
      .flatMap((id) => knowledge.skills.get(id) ?? [])
      .map((skill) => skillSaid(skill, role, knowledge)),
    ...slots.courses
      .flatMap((name) => knowledge.courses.named(name) ?? [])
      .map((course) => courseSaid(course, role, knowledge)),
  ];
}

/** Skills as they were named, which a command may pack for its buttons, and a start that it does not know. */
function unpacked(asked: Ask, { values: { have, from } }: Ask): Ask {
  return {
    ...asked,
    values: {
      ...asked.values,
      ...(from === undefined || asked.values['from'] !== undefined ? {} : { from }),
      ...(have === undefined ? {} : { have }),
    },
  };
}

/** Answers a command with those of the values that it takes. */
async function answerOf(wanted: Ask, context: CommandContext): Promise<{ draft: Draft; meant: Ask }> {
  const command = context.commands.find(({ name }) => name === wanted.command);
  if (command === undefined) throw new Error(`no command is called ${wanted.command}`);
  const meant = withKnownOptions(wanted, context.commands);
  const { asker, place } = context;
  const { values } = readValues(command, { ...meant, asker, place });
  return { draft: await command.answer(values, context), meant };
}

/** What a source answers in its own words, with the role it answers for. */
function answerFaq({ faq, others }: Extract<Reading, { kind: 'answered' }>, context: CommandContext): Draft {
  const { knowledge } = context;
  const { role, question } = faq;
  const said = say('I read this as a question that {source} answers for {role}.', {
    source: sourceName(question.source, knowledge),
    role: role.title,
  });
  return {
    title: question.question,
    lead: [said, '\n', question.answer],
    body: nextActions([
      ...asButtonsOrMenu(say('Or did you mean'), choicesOf(others, context)),
      askButton(say('More questions, answered'), 'role', { role: role.id, section: 'questions' }),
      ...tabs(role, knowledge),
    ]),
    ...restsOn([cite(question)], context),
    match: knowledge.roles.find(role.id).match,
    ask: askOf('ask', { question: question.question }),
  };
}
