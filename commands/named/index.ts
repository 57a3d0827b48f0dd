import { defineCommand } from '../../src/command.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { askButton, type Choice, type Draft, type Field, quiet, ranked } from '../../src/reply.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { join } from '../views/format.ts';
import { type NamedIn, namedIn } from './named-in.ts';

/** What a message names that is known here, each a press away from its answer. Nothing of the message is kept. */
export const named = defineCommand({
  name: 'named',
  summary: 'The roles, skills and courses that a message names',
  options: {},
  examples: [],
  shareable: false,
  buttonOnly: true,
  onMessage: message('What roles are in this?'),
  answer: (_, { message: words, knowledge }) => {
    if (words === undefined || words.trim() === '')
      return nothing(say('There are no words in it that I can read.'));
    const found = namedIn(words, knowledge);
    return found.length === 0
      ? nothing(say('It names no role, no skill and no course that I know.'))
      : draftOf(found);
  },
});

/** As many of one kind as are shown: all three fit into one menu. */
const MOST = 8;

/** What there is to be named, in the order it is shown. */
const KINDS = [
  { kind: 'role', title: message('Roles') },
  { kind: 'skill', title: message('Skills') },
  { kind: 'course', title: message('Courses') },
] as const;

function draftOf(found: readonly NamedIn[]): Draft {
  const groups = KINDS.map(({ kind, title }) => ({
    title: say(title),
    all: found.filter((each) => each.kind === kind),
  })).filter(({ all }) => all.length > 0);
  const choices = groups.flatMap(({ title, all }) => all.slice(0, MOST).map((each) => choiceOf(each, title)));
  return {
    title: TITLE,
    lead: [say('This is what it names that I know. Pick one for its answer.')],
    body: [
      { kind: 'fields', fields: groups.map(fieldOf) },
      { kind: 'note', text: [PRIVATE] },
      ...nextActions(asButtonsOrMenu(say('Its answer'), choices)),
    ],
  };
}

const TITLE = say('Named in this message');
const PRIVATE = quiet(say('Only you see this, and I keep nothing of the message.'));

function fieldOf({ title, all }: { readonly title: Said; readonly all: readonly NamedIn[] }): Field {
  const left = all.length - MOST;
  const more = left > 0 ? [say('and {n} more', { n: left })] : [];
  return {
    name: title,
    value: join([...all.slice(0, MOST).map((each) => [each.title]), ...more.map((each) => [each])], ' · '),
  };
}

function choiceOf({ kind, id, title }: NamedIn, group: Said): Choice {
  const ask =
    kind === 'role'
      ? { command: 'role', values: { role: id } }
      : { command: 'course', values: { about: id } };
  return { label: title, ask, group };
}

function nothing(reason: Said): Draft {
  return {
    tone: 'miss',
    title: TITLE,
    lead: [phrase`${reason} ${say('/ask answers a question in your own words.')}`],
    body: [
      { kind: 'note', text: [PRIVATE] },
      ...nextActions(ranked('quiet', askButton(say('Help'), 'help', {}))),
    ],
  };
}
