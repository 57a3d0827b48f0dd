import { randomUUID } from 'node:crypto';
import type { Bot, Typing } from '../../src/bot.ts';
import { isForm } from '../../src/bot.ts';
import { faultReply, helpButton, problem } from '../../src/errors.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { filledIn } from '../../src/form.ts';
import type { InFlight } from '../../src/in-flight.ts';
import type { Invocation } from '../../src/invocation.ts';
import type { Language } from '../../src/message/language.ts';
import { languageOf } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { opensForm } from '../../src/parse.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import { addFile } from './files.ts';
import { modal } from './form.ts';
import type { Deed, Heard } from './receive.ts';
import type { Message } from './message.ts';
import { EPHEMERAL } from './message.ts';
import type { Easel } from './pictures.ts';
import { addPictures, noteLatest } from './pictures.ts';
import { render } from './render.ts';
import { decode } from './state.ts';
import type { Outcome } from './wire.ts';

/** What became of the questions so far. */
export type Counts = Record<Outcome, number>;

export interface Desk extends Easel {
  readonly bot: Bot;
  /** Milliseconds after which a question is acknowledged before it is answered; Discord waits for three seconds. */
  readonly patience: number;
  readonly counts: Counts;
  /** Answers that were shown to everybody: the message and the state of the button. The oldest are forgotten. */
  readonly shown: Set<string>;
  readonly inFlight: InFlight;
}

/** How an answer reaches the asker: at once, or acknowledged first and then later. */
interface Delivery {
  now(reply: Reply): object;
  readonly promise: object;
  later(reply: Reply): Promise<Outcome>;
  /** How this answer looks in the message that can be edited afterwards; `late` says that it was promised first. */
  edited(late: boolean, reply: Reply): ((reply: Reply) => Message) | undefined;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const MESSAGE = 4;
const MESSAGE_LATER = 5;
const UPDATE_LATER = 6;
const UPDATE = 7;
const COMPLETIONS = 8;
const MODAL = 9;

const MOST_COMPLETIONS = 25;
const LONGEST_COMPLETION = 100;
const MOST_SHOWN = 1000;

/** Answers what was heard, once, in the language of who did it. Never throws. */
export async function answer(desk: Desk, heard: Heard): Promise<void> {
  if (heard.deed.kind !== 'typing') noteLatest(desk.latest, heard);
  const outcome = await carryOut(desk, heard, heard.deed);
  desk.counts[outcome] += 1;
}

async function carryOut(desk: Desk, heard: Heard, deed: Deed): Promise<Outcome> {
  switch (deed.kind) {
    case 'asked':
      if (opensForm(desk.bot.commands, deed.invocation)) return open(desk, heard, deed.invocation);
      return respond(desk, heard, deed.invocation, asAsked(desk, heard));
    case 'typing':
      return desk.wire.callback(heard, {
        type: COMPLETIONS,
        data: { choices: completions(desk, deed.typing) },
      });
    case 'pressed':
      return press(desk, heard, deed);
    case 'filled':
      return submit(desk, heard, deed);
  }
}

async function press(desk: Desk, heard: Heard, deed: Extract<Deed, { kind: 'pressed' }>): Promise<Outcome> {
  const pressed = decode(deed.state);
  if (pressed === undefined) return desk.wire.callback(heard, privately(desk, heard).now(outdated(desk)));
  const invocation = invocationOf(pressed.ask, heard);
  if (pressed.press === 'form') return open(desk, heard, invocation);
  if (pressed.press === 'share')
    return showAll(desk, heard, { ...invocation, again: true }, `${deed.message} ${deed.state}`);
  return respond(desk, heard, invocation, deed.isPrivate ? inPlace(desk, heard) : privately(desk, heard));
}

/** A form must be the first answer; it cannot be promised. */
async function open(desk: Desk, heard: Heard, invocation: Invocation): Promise<Outcome> {
  const opened = (await inTime(desk.bot.form(invocation), desk.patience)) ?? later();
  if (!isForm(opened)) return desk.wire.callback(heard, privately(desk, heard).now(opened));
  const outcome = await desk.wire.callback(heard, { type: MODAL, data: modal(opened, languageFor(heard)) });
  return orFault(outcome, () => desk.wire.callback(heard, privately(desk, heard).now(fault(desk))));
}

/** A form that was filled in is a question like any other; the answer it was opened from stays. */
async function submit(desk: Desk, heard: Heard, deed: Extract<Deed, { kind: 'filled' }>): Promise<Outcome> {
  const form = decode(deed.state);
  if (form?.press !== 'form') return desk.wire.callback(heard, privately(desk, heard).now(outdated(desk)));
  const asked = invocationOf(filledIn(form.ask, deed.filled), heard);
  return respond(desk, heard, asked, privately(desk, heard));
}

function invocationOf({ command, values, page }: Ask, { id, asker, place }: Heard): Invocation {
  return { id, command, values, ...(page === undefined ? {} : { page }), asker, place };
}

/** Shows the answer to everybody, once however often the button is pressed. */
async function showAll(desk: Desk, heard: Heard, invocation: Invocation, key: string): Promise<Outcome> {
  if (desk.shown.has(key)) return desk.wire.callback(heard, privately(desk, heard).now(alreadyShown()));
  desk.shown.add(key);
  for (const oldest of desk.shown) if (desk.shown.size > MOST_SHOWN) desk.shown.delete(oldest);
  const outcome = await respond(desk, heard, invocation, openly(desk, heard));
  if (outcome === 'failed' || outcome === 'refused') desk.shown.delete(key);
  return outcome;
}

/** The answer at once when it is there in time; otherwise Discord is told first, so that it does not give up. */
async function respond(desk: Desk, heard: Heard, asked: Invocation, how: Delivery): Promise<Outcome> {
  const replying = desk.bot.answer(asked);
  const ready = await inTime(replying, desk.patience);
  if (ready === undefined) {
    const promised = await desk.wire.callback(heard, how.promise);
    // Even when that failed: Discord may have taken it all the same, and then waits for the answer.
    if (promised === 'late') return promised;
    const reply = await replying;
    if (reply.repeated === true && promised === 'taken') return promised;
    const sent = await orFault(await how.later(reply), () => how.later(fault(desk)));
    return picture(desk, heard, reply, sent, how.edited(true, reply));
  }
  // Here the first process answers, which may take longer; a second answer would be taken in its stead.
  if (ready.repeated === true && !desk.wire.owes(heard)) return 'taken';
  const outcome = await desk.wire.callback(heard, how.now(ready));
  const sent = await orFault(outcome, () => desk.wire.callback(heard, how.now(fault(desk))));
  return picture(desk, heard, ready, sent, how.edited(false, ready));
}

/** Pictures and files come after the answer, and change nothing of how it went. */
function picture(
  desk: Desk,
  heard: Heard,
  reply: Reply,
  outcome: Outcome,
  show: ((reply: Reply) => Message) | undefined,
): Outcome {
  if (outcome !== 'sent' || show === undefined) return outcome;
  const add = reply.file === undefined ? addPictures : addFile;
  void desk.inFlight.track(add(desk, heard, reply, show));
  return outcome;
}

/** What `promise` gives, or undefined when it takes longer than `patience` milliseconds. */
async function inTime<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  const { promise: timeUp, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patience, undefined);
  const first = await Promise.race([promise, timeUp]);
  clearTimeout(timer);
  return first;
}

/** An answer that Discord refuses is our fault: the asker is told so, and the log has the number. */
async function orFault(outcome: Outcome, tell: () => Promise<Outcome>): Promise<Outcome> {
  if (outcome === 'refused') await tell();
  return outcome;
}

function fault({ log }: Desk): Reply {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference }, 'an answer was not taken');
  return faultReply(reference);
}

/** A new message that only the asker sees. */
function privately(desk: Desk, heard: Heard): Delivery {
  const shown = (reply: Reply) => drawn(desk, reply, heard, true);
  return {
    now: (reply) => ({ type: MESSAGE, data: { ...shown(reply), flags: EPHEMERAL } }),
    promise: { type: MESSAGE_LATER, data: { flags: EPHEMERAL } },
    later: (reply) => desk.wire.edit(heard, shown(reply)),
    edited: () => shown,
  };
}

/** What was typed is answered to the asker alone, or to everybody where the community has it so. */
function asAsked(desk: Desk, heard: Heard): Delivery {
  const alone = privately(desk, heard);
  const shown = (reply: Reply) => drawn(desk, reply, heard, false);
  return {
    ...alone,
    now: (reply) => (reply.shown === true ? { type: MESSAGE, data: shown(reply) } : alone.now(reply)),
    later: async (reply) => {
      if (reply.shown !== true) return alone.later(reply);
      // What was promised to the asker alone stays so, and a message of its own is for everybody.
      const told = await desk.wire.edit(heard, drawn(desk, isBelow(), heard, false));
      return told === 'sent' ? desk.wire.followUp(heard, shown(reply)) : told;
    },
    edited: (late, reply) => {
      if (reply.shown !== true) return alone.edited(late, reply);
      return late ? undefined : shown;
    },
  };
}

/** In the asker's own message, in the stead of what it showed; its pictures go too. */
function inPlace(desk: Desk, heard: Heard): Delivery {
  const shown = (reply: Reply) => ({ ...drawn(desk, reply, heard, true), attachments: [] });
  return {
    now: (reply) => ({ type: UPDATE, data: shown(reply) }),
    promise: { type: UPDATE_LATER },
    later: (reply) => desk.wire.edit(heard, shown(reply)),
    edited: () => shown,
  };
}

/** A new message that everybody sees, unless the answer turns out to be none to be shown. */
function openly(desk: Desk, heard: Heard): Delivery {
  const shown = (reply: Reply) => ({
    ...drawn(desk, reply, heard, false),
    ...(reply.shareable ? {} : { flags: EPHEMERAL }),
  });
  return {
    now: (reply) => ({ type: MESSAGE, data: shown(reply) }),
    promise: { type: UPDATE_LATER },
    later: (reply) => desk.wire.followUp(heard, shown(reply)),
    // Once promised, what can be edited is the private message whose button was pressed.
    edited: (late) => (late ? undefined : (reply) => drawn(desk, reply, heard, false)),
  };
}

/** In the language of the asker, who may show it to everybody where `shares`, but in a direct message there is nobody. */
function drawn(desk: Desk, reply: Reply, heard: Heard, shares: boolean): Message {
  const share = shares && heard.place.community !== null;
  const language = languageFor(heard);
  try {
    return render(reply, { language, share });
  } catch (error) {
    desk.log.error(
      { reason: error instanceof Error ? error.stack : String(error) },
      'an answer cannot be shown',
    );
    return render(fault(desk), { language, share: false });
  }
}

/** The language of who did it. */
function languageFor({ asker }: Heard): Language {
  return languageOf(asker.locale);
}

function completions({ bot, log }: Desk, typing: Typing): { name: string; value: string }[] {
  try {
    const language = languageOf(typing.asker.locale);
    return bot
      .suggest(typing, MOST_COMPLETIONS)
      .map(({ label, value }) => ({ label: speak(label, language), value }))
      .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= LONGEST_COMPLETION)
      .map(({ label, value }) => ({ name: clipWords(label, LONGEST_COMPLETION), value }));
  } catch (error) {
    log.error({ reason: String(error) }, 'nothing to complete with');
    return [];
  }
}

function outdated({ bot }: Desk): Reply {
  return problem(
    say('This button is from an earlier version of me'),
    say('Ask again and you get new ones; /help lists what you can ask.'),
    [{ kind: 'actions', actions: helpButton(bot.commands) }],
  );
}

function later(): Reply {
  return problem(
    say('Not ready yet'),
    say('I am still reading what I know. Press the button again in a few seconds.'),
  );
}

function isBelow(): Reply {
  const reply = problem(say('The answer is below'), say('This community has answers shown to everybody.'));
  return { ...reply, tone: 'answer' };
}

function alreadyShown(): Reply {
  const reply = problem(say('Everybody can see it already'), say('This answer was shown to the channel.'));
  return { ...reply, tone: 'answer' };
}
