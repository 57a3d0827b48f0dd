import type { CommandContext } from '../../src/command.ts';
import { say, sayText } from '../../src/message/say.ts';
import type { Ask, Choice, Draft, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, code } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { rolesBySkill } from '../views/roles-by-skill.ts';
import type { Reading } from './reading.ts';
import { labelOf, shownLine } from './label.ts';

/** Asks which of several commands is meant. */
export function whichReading(readings: readonly Ask[], { knowledge }: CommandContext): Draft {
  const choices = readings.map((reading): Choice => ({ label: labelOf(reading, knowledge), ask: reading }));
  return {
    tone: 'question',
    title: say('What would you like to know?'),
    lead: [say('I can read this in more than one way. Pick one:')],
    body: nextActions(asButtonsOrMenu(say('I meant'), choices)),
  };
}

type Whom = Extract<Reading, { kind: 'whom' }>;

/** As many roles as are offered where a question names none. */
const OFFERED = 8;
/** As many as a menu holds, of one family. */
const MOST = 25;

/** Asks whom a question is about, with roles to pick from: those that most want a skill that it names. */
export function aboutWhom({ about, skill, family }: Whom, { knowledge }: CommandContext): Draft {
  const { command, option, values } = about;
  const wanting = skill === undefined ? [] : rolesBySkill(skill, knowledge).slice(0, OFFERED);
  const related = knowledge.roles.all.filter((role) => role.family === family).slice(0, MOST);
  const usual = related.length > 0 ? related : knowledge.roles.suggest('', OFFERED);
  const popular = wanting.length > 0 ? wanting : usual;
  const choices = popular.map(({ id, title }): Choice => ({
    label: title,
    ask: askOf(command, { [option]: id, ...values }),
  }));
  const line = shownLine(askOf(command, { [option]: '…', ...values }));
  return {
    tone: 'question',
    title: command === 'course' ? say('Courses on what?') : say('About which role?'),
    lead: whomText(command, line, wanting.length > 0 ? skill?.name : undefined),
    body: nextActions(asButtonsOrMenu(say('Role'), choices)),
  };
}

function whomText(command: string, line: string, skill: string | undefined): Text {
  const read = code(line);
  if (command === 'course')
    return skill === undefined
      ? sayText('I read this as {read}. Say a role or a skill too, or pick one:', { read })
      : sayText(
          'I read this as {read}. Say a role or a skill too, or pick one of those that most want {skill}:',
          {
            read,
            skill,
          },
        );
  return skill === undefined
    ? sayText('I read this as {read}. Say the role too, or pick one:', { read })
    : sayText('I read this as {read}. Say the role too, or pick one of those that most want {skill}:', {
        read,
        skill,
      });
}

/** Questions that work, as they are typed: in English, which is what is read. */
const EXAMPLES = [
  'how long from data engineer to ml engineer?',
  'what pays more, SRE or data engineer?',
  'free pytorch courses under 20 hours',
];

/** What can be asked, for who asked what I cannot read. */
export function examples(): ReplyNode[] {
  return nextActions([
    ...EXAMPLES.map((question) => askButton(question, 'ask', { question })),
    askButton(say('Help'), 'help', {}),
  ]);
}
