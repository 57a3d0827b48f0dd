import type { Bot } from '../../src/bot.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { ReplyTarget } from '../../src/conversation/interaction.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { speak } from '../../src/message/speak.ts';
import type { Reply } from '../../src/reply.ts';
import type { Filling } from './form.ts';
import { begin, prompt, take } from './form.ts';
import { from, receive } from './receive.ts';
import type { Button } from './render.ts';
import type { Screen } from './screen.ts';

/** One person's lines and what is made of them. */
export interface Talk {
  /** Answers a line; rejects never. */
  hear(line: string): Promise<void>;
  /** Shows an answer that nobody asked for, in a language of its own. */
  show(reply: Reply, language: Language): void;
}

/** A conversation that knows which buttons were shown last and which form is being filled in. */
export function createTalk(
  { bot, log }: { readonly bot: Bot; readonly log: Log },
  screen: Screen,
  reader: Language,
): Talk {
  const conversation = createConversation({ bot, log });
  const tell = (said: Said): void => screen.print(`${speak(said, reader)}\n`);
  const names = bot.commands.map((command) => command.name);
  let buttons: readonly Button[] = [];
  let filling: Filling | undefined;
  const show = (reply: Reply, language: Language): void => {
    let text: string;
    ({ text, buttons } = screen.draw(reply, language));
    screen.show(text);
  };
  const goOn = (next: Filling): void => tell(prompt((filling = next)));
  const target = targetOf(show, (form) => goOn(begin(form)));
  const fill = async (form: Filling, line: string): Promise<void> => {
    const step = take(form, line);
    if (step.kind === 'next') return goOn(step.filling);
    if (step.kind === 'again') return tell(step.problem);
    filling = undefined;
    await conversation.hear({ kind: 'ask', invocation: { ...step.ask, ...from(reader) } }, target);
  };
  const hear = async (line: string): Promise<void> => {
    if (filling !== undefined && !line.startsWith('/')) return fill(filling, line);
    filling = undefined;
    if (line.trim() === '') return screen.turn();
    await conversation.hear(receive(line, names, buttons, reader), target);
  };
  return { hear, show };
}

function targetOf(show: Talk['show'], open: (form: OpenForm) => void): ReplyTarget {
  return {
    hasOthers: false,
    show: async ({ reply, language }) => {
      show(reply, language);
      return 'sent';
    },
    openForm: async (form) => {
      open(form);
      return 'sent';
    },
  };
}
