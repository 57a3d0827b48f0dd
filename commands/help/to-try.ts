import type { Command } from '../../src/command.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import { readValues } from '../../src/parse.ts';
import { type Action, type Ask, bold, code, type Text } from '../../src/reply.ts';

/** Something to try: what it is called, and the line that asks it. */
interface ToTry {
  /** A sentence of the catalogue. */
  readonly label: string;
  readonly line: string;
}

/** What a newcomer tries first: one question of each kind that people ask most. */
export const TO_TRY: readonly ToTry[] = [
  { label: message('What is a UX designer?'), line: 'role ux-designer' },
  { label: message('What does an ML engineer earn?'), line: 'salary ml-engineer' },
  { label: message('From teacher to frontend developer'), line: 'plan frontend-developer from:teacher' },
  {
    label: message('From data engineer to ML engineer'),
    line: 'transition data-engineer ml-engineer',
  },
  { label: message('SRE or backend developer?'), line: 'compare sre backend-developer' },
  { label: message('Free courses on SQL'), line: 'course sql cost:free' },
];

/** What somebody sets up first who may manage a community. */
export const TO_SET_UP: readonly ToTry[] = [
  { label: message('Post weekly prompts'), line: 'prompts add' },
  { label: message('See the schedules'), line: 'prompts list' },
  { label: message('Choose settings'), line: 'settings' },
  { label: message('See what I could not answer'), line: 'misses' },
  { label: message('See reported mistakes'), line: 'reports list' },
];

/** Something to try with the command that it asks. */
interface Try extends ToTry {
  readonly command: Command;
}

/** Those of them that this bot can be asked. */
export function tries(all: readonly ToTry[], commands: readonly Command[]): Try[] {
  return all.flatMap((each) => {
    const command = commands.find(({ name }) => `${each.line} `.startsWith(`${name} `));
    return command === undefined ? [] : [{ ...each, command }];
  });
}

/** "What does an ML engineer earn? /salary ml-engineer" */
export function tryLine({ label, line }: Try): Text {
  return [bold(say(label)), phrase` ${code(`/${line}`)}`];
}

/** A button that tries it. */
export function tryButton({ label, line, command }: Try): Action {
  return { kind: 'ask', label: say(label), ask: askOfLine(command, line) };
}

/** A line as a question, read as if somebody had typed it. */
export function askOfLine(command: Command, line: string): Ask {
  const { raw } = readValues(command, {
    command: command.name,
    text: line.slice(command.name.length).trim(),
    asker: { id: '', locale: 'en', manages: false },
    place: { community: null, channel: null },
  });
  return { command: command.name, values: { ...raw } };
}
