import type { Command, CommandContext } from '../../src/command.ts';
import { say, sayText } from '../../src/message/say.ts';
import type { Ask, Choice, Draft, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, code } from '../../src/reply.ts';
import { askOf, quote } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { rolesBySkill } from '../views/roles-by-skill.ts';
import { labelOf, shownLine } from './label.ts';
import type { Reading } from './read.ts';
import { topicSaid } from './unsupported.ts';

/** A question with those of its values that its command takes: a place, where pay is asked for by place. */
export function withKnownOptions(ask: Ask, commands: readonly Command[]): Ask {
  const options = commands.find(({ name }) => name === ask.command)?.options ?? {};
  return {
    ...ask,
    values: Object.fromEntries(Object.entries(ask.values).filter(([name]) => name in options)),
  };
}

/** Readings as buttons. */
export function choicesOf(asks: readonly Ask[], { knowledge, commands }: CommandContext): Choice[] {
  return asks.map((ask): Choice => ({
    label: labelOf(ask, knowledge),
    ask: withKnownOptions(ask, commands),
  }));
}

/** Asks which of several readings is meant; where none is, says how to ask. */
export function whichReading({ others }: Reading, context: CommandContext): Draft {
  if (others.length === 0)
    return {
      tone: 'question',
      title: say('What would you like to know?'),
      lead: [say('Say a role and what you want to know of it, as in these:')],
      body: examples(),
    };
  return {
    tone: 'question',
    title: say('What would you like to know?'),
    lead: [say('I can read this in more than one way. Pick one:')],
    body: nextActions([...asButtonsOrMenu(say('I meant'), choicesOf(others, context)), helpButton()]),
  };
}

/** As many roles as are offered, and as many as a menu holds, of one family. */
const OFFERED = 8;
const MOST = 25;

/** Asks whom a question is about, with roles to pick from: those that most want a skill that it names, or of a family. */
export function aboutWhom(reading: Extract<Reading, { kind: 'whom' }>, context: CommandContext): Draft {
  const { about, slots, others } = reading;
  const { knowledge } = context;
  const { command, option, values } = about;
  const skill = knowledge.skills.get(slots.skills[0] ?? '');
  const wanting = skill === undefined ? [] : rolesBySkill(skill, knowledge).slice(0, OFFERED);
  const related = knowledge.roles.all.filter(({ family }) => family === slots.family).slice(0, MOST);
  const usual = related.length > 0 ? related : knowledge.roles.suggest('', OFFERED);
  const roles = wanting.length > 0 ? wanting : usual;
  const choices = roles.map(({ id, title }): Choice => ({
    label: title,
    ask: askOf(command, { [option]: id, ...values }),
  }));
  const line = shownLine(askOf(command, { [option]: '…', ...values }));
  return {
    tone: 'question',
    title: command === 'course' ? say('Courses on what?') : say('About which role?'),
    lead: whomText(command, line, wanting.length > 0 ? skill?.name : undefined),
    body: nextActions([
      ...asButtonsOrMenu(say('Role'), choices),
      ...asButtonsOrMenu(say('Or did you mean'), choicesOf(others, context)),
    ]),
  };
}

function whomText(command: string, line: string, skill: string | undefined): Text {
  const read = code(line);
  if (command === 'course')
    return skill === undefined
      ? sayText('I read this as {read}. Say a role or a skill too, or pick one:', { read })
      : sayText(
          'I read this as {read}. Say a role or a skill too, or pick one of those that most want {skill}:',
          { read, skill },
        );
  return skill === undefined
    ? sayText('I read this as {read}. Say the role too, or pick one:', { read })
    : sayText('I read this as {read}. Say the role too, or pick one of those that most want {skill}:', {
        read,
        skill,
      });
}

/** Says that a question is about nothing that is known here; what it may still mean is a press away. */
export function refused({ tagged, others }: Reading, typed: string, context: CommandContext): Draft {
  const topic = topicSaid(tagged);
  return {
    tone: 'miss',
    title: say('I could not read that'),
    lead: [
      ...(topic === undefined ? [] : [topic, ' ']),
      say('"{typed}" is not a question I can place. I know roles in technology. Try one of these:', {
        typed: quote(typed),
      }),
    ],
    body: examples(choicesOf(others, context)),
  };
}

/** Questions that work. */
const EXAMPLES = [
  'how long from data engineer to ml engineer?',
  'what pays more, SRE or data engineer?',
  'free pytorch courses under 20 hours',
];

function examples(others: readonly Choice[] = []): ReplyNode[] {
  return nextActions([
    ...asButtonsOrMenu(say('I meant'), others),
    ...EXAMPLES.map((question) => askButton(question, 'ask', { question })),
    helpButton(),
  ]);
}

function helpButton() {
  return askButton(say('Help'), 'help', {});
}
