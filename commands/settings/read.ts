import type { CommandContext } from '../../src/command.ts';
import { restrictable } from '../../src/rules.ts';
import { ALL, SETTINGS, type Setting, type SettingValue } from '../../src/community/settings.ts';
import { say } from '../../src/message/say.ts';
import { nearestName } from '../../src/nearest.ts';
import { Problem } from '../../src/problem.ts';
import { quote } from '../input/resolve.ts';
import { channelOf, mentionOf } from '../prompts/where.ts';
import { zoneMeant } from '../prompts/zone.ts';

/** What was told; null takes a setting back, and what is left out stays. */
export type Changes = Readonly<Partial<Record<Setting, SettingValue>>>;

type Told = Readonly<Partial<Record<Setting, string | undefined>>>;

/** What somebody typed as settings. @throws Problem that says what to choose. */
export function readChanges(told: Told, context: CommandContext): Changes {
  const read = SETTINGS.flatMap((setting) => {
    const typed = told[setting];
    const value = typed === undefined ? undefined : READERS[setting]?.(typed.trim(), context);
    return value === undefined ? [] : [[setting, value] as const];
  });
  return Object.fromEntries(read);
}

type Reader = (typed: string, context: CommandContext) => SettingValue;

const READERS: Readonly<Partial<Record<Setting, Reader>>> = {
  language: orNothing((typed) => typed),
  zone: orNothing(readZone),
  answers: orNothing((typed) => typed),
  managers: orNothing(readGroup),
  allow: (typed, context) => readCommands('allow', typed, context),
  refuse: (typed, context) => readCommands('refuse', typed, context),
  reports: orNothing((typed, { place }) => channelOf(typed, place)),
  counts: (typed) => typed,
};

/** Words that take a setting back. */
function isNothing(typed: string): boolean {
  return ['none', 'default'].includes(typed.toLowerCase());
}

function orNothing(read: Reader): Reader {
  return (typed, context) => (isNothing(typed) ? null : read(typed, context));
}

function readZone(typed: string): string {
  const zone = zoneMeant(typed);
  if (zone !== undefined) return zone;
  throw new Problem(
    say(
      '"{typed}" is no time zone that I know: give a city, such as Madrid, or a name such as Europe/Madrid.',
      {
        typed: quote(typed),
      },
    ),
  );
}

function readGroup(typed: string, { asker, place }: CommandContext): string {
  const id = mentionOf(typed);
  if (id === place.community)
    throw new Problem(say('That is everybody: pick the role or group of the people who manage me.'));
  if (asker.appointed === true) throw new Problem(ONLY_ADMINISTRATORS);
  return id;
}

/** Otherwise whoever was chosen could choose who else is. */
export const ONLY_ADMINISTRATORS = say(
  'Only administrators of this community choose who manages me beside them.',
);

/** First words of commands, or every or no command. In a channel an empty list is a choice of its own. */
function readCommands(
  setting: 'allow' | 'refuse',
  typed: string,
  { commands }: CommandContext,
): SettingValue {
  const word = typed.toLowerCase();
  if (word === 'default') return null;
  if (word === (setting === 'allow' ? 'all' : 'none')) return setting === 'allow' ? [ALL] : [];
  const known = restrictable(commands);
  const names = typed.split(/[\s,;]+/).filter((part) => part !== '');
  return [...new Set(names.map((name) => readCommand(name, known)))];
}

function readCommand(typed: string, known: readonly string[]): string {
  const name = typed.toLowerCase().replace(/^\//, '');
  if (known.includes(name)) return name;
  const near = nearestName(name, known);
  const values = { name: quote(typed), near: near ?? '', names: known.join(', ') };
  throw new Problem(
    near === undefined
      ? say('"{name}" is no command that can be kept out of a channel: choose of {names}.', values)
      : say(
          '"{name}" is no command that can be kept out of a channel. Did you mean {near}? You can choose of {names}.',
          values,
        ),
  );
}
