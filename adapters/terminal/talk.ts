import type { Bot } from '../../src/bot.ts';
import { isForm } from '../../src/bot.ts';
import type { Language } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { speak } from '../../src/message/speak.ts';
import { opensForm } from '../../src/parse.ts';
import type { Reply } from '../../src/reply.ts';
import type { Filling } from './form.ts';
import { begin, prompt, take } from './form.ts';
import type { Pager } from './pager.ts';
import { asked, receive } from './receive.ts';
import type { Button, Shown } from './render.ts';

/** One person's lines and what is made of them. */
export interface Talk {
  /** Answers a line; rejects never. */
  hear(line: string): Promise<void>;
  /** Shows an answer that nobody asked for, in a language of its own. */
  show(reply: Reply, language: Language): void;
}

/** A conversation that knows which buttons were shown last and which form is being filled in. */
export function createTalk(
  bot: Bot,
  write: (text: string) => void,
  pager: Pager,
  render: (reply: Reply, language: Language) => Shown,
  reader: Language,
): Talk {
  const tell = (said: Said): void => write(speak(said, reader));
  const names = bot.commands.map((command) => command.name);
  let buttons: readonly Button[] = [];
  let filling: Filling | undefined;
  const show = (reply: Reply, language = reader): void => {
    let text: string;
    ({ text, buttons } = render(reply, language));
    pager.show(text);
  };
  const goOn = (next: Filling): void => tell(prompt((filling = next)));
  const fill = async (form: Filling, line: string): Promise<void> => {
    const step = take(form, line);
    if (step.kind === 'next') return goOn(step.filling);
    if (step.kind === 'again') return tell(step.problem);
    filling = undefined;
    show(await bot.answer(asked(step.ask, reader)));
  };
  const answer = async (line: string): Promise<void> => {
    if (line.trim() === '') return pager.turn();
    const { invocation, opens } = receive(line, names, buttons, reader);
    if (!opens && !opensForm(bot.commands, invocation)) return show(await bot.answer(invocation));
    const opened = await bot.form(invocation);
    return isForm(opened) ? goOn(begin(opened)) : show(opened);
  };
  const hear = async (line: string): Promise<void> => {
    if (filling !== undefined && !line.startsWith('/')) return fill(filling, line);
    filling = undefined;
    return answer(line);
  };
  return { hear, show };
}
