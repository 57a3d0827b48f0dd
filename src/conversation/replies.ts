import type { Command } from '../command.ts';
import { helpButton, problem } from '../errors.ts';
import { say } from '../message/say.ts';
import type { Reply } from '../reply.ts';

/** A button or a form that this version did not make. */
export function staleReply(commands: readonly Command[]): Reply {
  return problem(
    say('This button is from an earlier version of me'),
    say('Ask again and you get new ones.'),
    [{ kind: 'actions', actions: helpButton(commands) }],
  );
}

/** A form that takes longer than a place waits for it. */
export function notReady(): Reply {
  return problem(
    say('Not ready yet'),
    say('I am still reading what I know. Press the button again in a few seconds.'),
  );
}

/** A form that did not get through. */
export function notOpened(): Reply {
  return problem(say('The form did not open'), say('It was not taken in time. Press the button again.'));
}

/** An answer that its asker showed to everybody before. */
export function alreadyShown(): Reply {
  const reply = problem(say('Everybody can see it already'), say('This answer was shown to the channel.'));
  return { ...reply, tone: 'answer' };
}

/** What stands where an answer was promised to the asker alone that everybody is to see. */
export function answerBelow(): Reply {
  const reply = problem(say('The answer is below'), say('This community has answers shown to everybody.'));
  return { ...reply, tone: 'answer' };
}
