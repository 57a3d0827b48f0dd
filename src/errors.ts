import { randomUUID } from 'node:crypto';
import type { Command } from './command.ts';
import { isForManagers, typedCommands } from './command.ts';
import type { Asker, Invocation } from './invocation.ts';
import type { Log } from './log.ts';
import type { Said } from './message/message.ts';
import { joined, message, phrase, say, sayText } from './message/say.ts';
import { nearestName } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Action, Reply, ReplyNode, Text } from './reply.ts';
import { askButton, channel } from './reply.ts';

/** A reply of the tone `problem` that none of the commands wrote. */
export function problem(title: Said, lead: Said, body: readonly ReplyNode[] = []): Reply {
  const shell = { sources: [], match: null, ask: null, shareable: false };
  return { tone: 'problem', title, lead: [lead], body, ...shell };
}

/** What the asker typed cannot be answered: one sentence with a way out, and an example that works. */
export function problemReply(
  { said, forManagers }: Problem,
  command: Command,
  { manages }: Pick<Asker, 'manages'>,
): Reply {
  const example = command.examples[0];
  const hint: ReplyNode[] =
    example === undefined ? [] : [{ kind: 'note', text: [say('Like this: /{example}', { example })] }];
  const lead = manages && forManagers !== null ? phrase`${said} ${forManagers}` : said;
  return problem(`/${command.name}`, lead, hint);
}

/** Only those who may manage the community get an answer to this. */
export function managersReply({ name }: Command, commands: readonly Command[]): Reply {
  const sentence = say('/{name} is for those who may manage this community; ask one of them.', { name });
  // Places hide such a command from everybody else, so that it was opened to whoever asks it.
  const isOpened = isForManagers(name.split(' ')[0] ?? '', commands);
  const more = say('That it is shown to you is a setting here, which gives no right to use it.');
  return problem(`/${name}`, isOpened ? phrase`${sentence} ${more}` : sentence);
}

/** At most as many channels are named in which something may be asked. */
const MOST_NAMED = 3;

/** A command that whoever manages the community keeps out of this channel, and where it may be asked. */
export function keptOutReply(
  { name }: Command,
  { channels, elsewhere }: { readonly channels: readonly string[]; readonly elsewhere: boolean },
): Reply {
  const named = channels.slice(0, MOST_NAMED).map((id) => channel(id));
  const there: Text =
    named.length > 0
      ? sayText('Ask it in {channels}, or in a direct message to me.', { channels: joined(named, ', ') })
      : [say(elsewhere ? ELSEWHERE : DIRECTLY)];
  const sentence = say('Whoever manages this community keeps /{name} out of this channel.', { name });
  return { ...problem(`/${name}`, sentence), lead: [sentence, ' ', ...there] };
}

const ELSEWHERE = message('Ask it in another channel, or in a direct message to me.');
const DIRECTLY = message('Ask it in a direct message to me.');

/** More questions in a row than a person asks; `seconds` from now the next one is answered. */
export function tooFastReply(seconds: number): Reply {
  return problem(
    say('One moment'),
    say(
      'Those were more questions in a row than I answer: ask again in {n, plural, one {one second} other {# seconds}}.',
      {
        n: seconds,
      },
    ),
  );
}

/** The same interaction once more: whoever heard it first acts on it. */
export function repeatedReply({ name }: Command): Reply {
  const sentence = say('I took that up the first time I heard it, and did nothing more now.');
  return { ...problem(`/${name}`, sentence), repeated: true };
}

/** Our own fault, not the asker's: says so, and gives the number under which the log has what is known. */
export function loggedFault(log: Log, about: object, event: string): Reply {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, ...about }, event);
  const sentence = say(
    'It is not your question. Try again; if it stays, tell an administrator the number {reference}.',
    { reference },
  );
  return { ...problem(say('Something went wrong on my side'), sentence), fault: true };
}

/** No such command: the nearest one, with the same words, a press away. */
export function unknownCommand(name: string, invocation: Invocation, commands: readonly Command[]): Reply {
  const near = nearestName(
    name,
    typedCommands(commands).map((command) => command.name),
  );
  const actions = wayOut(near, invocation, commands);
  const sentence = say('/help lists what you can ask me.');
  return problem(say("I don't know /{name}", { name }), sentence, [{ kind: 'actions', actions }]);
}

function wayOut(near: string | undefined, invocation: Invocation, commands: readonly Command[]): Action[] {
  const help = helpButton(commands);
  const command = commands.find((candidate) => candidate.name === near);
  if (command === undefined) return help;
  const first = Object.keys(command.options)[0];
  const words = invocation.text?.trim() ?? '';
  const values = invocation.values ?? (first === undefined || words === '' ? {} : { [first]: words });
  return [askButton(`/${command.name} ${words}`.trim(), command.name, { ...values }), ...help];
}

/** The button that leads to the help, where there is one. */
export function helpButton(commands: readonly Command[]): Action[] {
  return commands.some(({ name }) => name === 'help') ? [askButton(say('Help'), 'help', {})] : [];
}
