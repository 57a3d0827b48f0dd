import { cite } from '../knowledge/load/evidence.ts';
import type { CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import { enumerate } from '../src/message/figures.ts';
import type { Said } from '../src/message/message.ts';
import { phrase, say, sayText } from '../src/message/say.ts';
import { readValues } from '../src/parse.ts';
import type { Ask, Choice, Draft } from '../src/reply.ts';
import { askButton, code } from '../src/reply.ts';
import { aboutWhom, examples, whichReading } from './ask/back.ts';
import { answerBeside } from './ask/beside.ts';
import { answerCertificates } from './ask/certificates.ts';
import { answerCommon } from './ask/common.ts';
import type { Answered } from './ask/faq.ts';
import { labelOf, shownLine } from './ask/label.ts';
import type { Reading } from './ask/reading.ts';
import { ORDINARY } from './ask/ordinary.ts';
import { readQuestion } from './ask/read.ts';
import { rankingPlaceSaid } from './ask/places.ts';
import { priceSaid } from './ask/price.ts';
import { answerRanking } from './ask/ranking.ts';
import { educationSaid, topicSaid, unsaid } from './ask/unsaid.ts';
import { answerWanting, courseSaid, skillSaid } from './ask/wanting.ts';
import { askOf, quote } from './input/resolve.ts';
import { nextActions, asButtonsOrMenu } from './views/actions.ts';
import { restsOn } from './views/section.ts';
import { roleTitle, sourceName } from './views/names.ts';
import { tabs } from './views/tabs.ts';

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
      return answerAs(reading, typed, context);
    case 'answered':
      return answerFaq(reading.faq, reading.others, context);
    case 'which':
      return whichReading(reading.readings, context);
    case 'whom':
      return aboutWhom(reading, context);
    case 'wanting':
      return answerWanting(reading, context);
    case 'beside':
      return answerBeside(reading, context);
    case 'certificates':
      return answerCertificates(reading, context);
    case 'common':
      return answerCommon(reading, context);
    case 'ranking':
      return withLine(
        answerRanking(reading, context),
        reading.by === 'pay' ? rankingPlaceSaid(typed, context.knowledge) : undefined,
      );
    case 'name':
      return answerName(reading.words, typed, context);
  }
}

/** An answer with one more sentence under the line that says how the question was read. */
function withLine(draft: Draft, line: Said | undefined): Draft {
  if (line === undefined) return draft;
  const start = draft.lead.indexOf('\n') + 1;
  return { ...draft, lead: draft.lead.toSpliced(start, 0, phrase`${line} `) };
}

/** The command's own answer, under a line that says how the question was read; other readings are a press away. */
async function answerAs(
  reading: Extract<Reading, { kind: 'command' }>,
  typed: string,
  context: CommandContext,
): Promise<Draft> {
  const { ask: meant, others, faq } = reading;
  const draft = await answerOf(meant, context);
  const asked = unpacked(draft.ask ?? meant, meant);
  const beside = besides(reading, asked, typed, context);
  const silence = [unsaid(typed, asked, context.knowledge), priceSaid(typed, asked), ...beside].filter(
    (each) => each !== undefined,
  );
  const also = others.filter((other) => shownLine(other) !== shownLine(asked));
  const choices = [
    ...also.map((other): Choice => ({ label: labelOf(other, context.knowledge), ask: other })),
    ...(faq === undefined ? [] : [faqChoice(faq)]),
  ];
  return {
    ...draft,
    lead: [
      ...sayText('I read this as {read}.', { read: code(shownLine(asked)) }),
      '\n',
      ...silence.map((each) => phrase`${each} `),
      ...draft.lead,
    ],
    body: [...(draft.body ?? []), ...nextActions(asButtonsOrMenu(say('Or did you mean'), choices))],
    ask: asked,
  };
}

/** Commands whose answer is about becoming something. */
const WAYS = new Set(['roadmap', 'plan', 'transition']);

/** What is said of a skill beside the answer about a role, and of a role that nobody knows. */
function besides(
  { skills = [], courses = [], stranger, beyond = [] }: Extract<Reading, { kind: 'command' }>,
  asked: Ask,
  typed: string,
  { knowledge }: CommandContext,
): Said[] {
  const { command, values } = asked;
  const role = values.role ?? '';
  if (beyond.length > 0) {
    const roles = enumerate(beyond.map((id) => roleTitle(id, knowledge)));
    return [say('Four roles at most stand side by side; left out: {roles}.', { roles })];
  }
  if (values.section === 'outlook')
    return [educationSaid(typed, asked, knowledge)].filter((each) => each !== undefined);
  if (command === 'skills' && values.have === undefined && knowledge.roles.get(role) !== undefined)
    return [
      ...skills.map((skill) => skillSaid(skill, role, knowledge)),
      ...courses.map((course) => courseSaid(course, role, knowledge)),
    ];
  if (stranger !== undefined && command === 'course')
    return [say('"{name}" is no course and no skill that I know.', { name: stranger })];
  if (stranger === undefined || !WAYS.has(command)) return [];
  return [say('"{name}" is no role that I know.', { name: stranger })];
}

/** Skills as they were named: a command may pack them for its buttons. */
function unpacked(asked: Ask, { values }: Ask): Ask {
  const { have } = values;
  return have === undefined ? asked : { ...asked, values: { ...asked.values, have } };
}

function faqChoice({ question }: Answered): Choice {
  return { label: question.question, ask: askOf('ask', { question: question.question }) };
}

async function answerOf(meant: Ask, context: CommandContext): Promise<Draft> {
  const command = context.commands.find(({ name }) => name === meant.command);
  if (command === undefined) throw new Error(`no command is called ${meant.command}`);
  const { asker, place } = context;
  const { values } = readValues(command, { ...meant, asker, place });
  return command.answer(values, context);
}

/** What a source answers in its own words, with the role it answers for. */
function answerFaq({ role, question }: Answered, others: readonly Ask[], context: CommandContext): Draft {
  const { knowledge } = context;
  const choices = others.map((other): Choice => ({ label: labelOf(other, knowledge), ask: other }));
  const said = say('I read this as a question that {source} answers for {role}.', {
    source: sourceName(question.source, knowledge),
    role: role.title,
  });
  return {
    title: question.question,
    lead: [said, '\n', question.answer],
    body: nextActions([
      ...asButtonsOrMenu(say('Or did you mean'), choices),
      askButton(say('More questions, answered'), 'role', { role: role.id, section: 'questions' }),
      ...tabs(role, knowledge),
    ]),
    ...restsOn([cite(question)], context),
    match: knowledge.roles.find(role.id).match,
    ask: askOf('ask', { question: question.question }),
  };
}

/** A name by itself is answered as /role does; a sentence that I cannot read gets examples instead of a guess. */
async function answerName(words: string, typed: string, context: CommandContext): Promise<Draft> {
  const draft = await answerOf(askOf('role', { role: words }), context);
  const said = words.trim().toLowerCase().split(/\s+/);
  const isSentence = said.length > SENTENCE || said.some((word) => ORDINARY.has(word));
  const isAnswer = (draft.tone ?? 'answer') === 'answer';
  // A whole sentence that is near to a name is near to it by chance.
  if (isAnswer && (!isSentence || draft.match?.kind === 'exact')) return draft;
  if (draft.tone === 'question' && !isSentence) return draft;
  if (!isSentence) return { ...draft, body: [...(draft.body ?? []), ...examples()] };
  return {
    tone: 'miss',
    title: say('I could not read that'),
    lead: [
      ...[topicSaid(typed)].flatMap((topic) => (topic === undefined ? [] : [phrase`${topic} `])),
      say('"{typed}" is not a question I can place. I know roles in technology. Try one of these:', {
        typed: quote(typed),
      }),
    ],
    body: examples(),
    ...(draft.match === undefined ? {} : { match: draft.match }),
  };
}

/** More words than a name has. */
const SENTENCE = 4;
