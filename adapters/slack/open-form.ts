import type { RespondFn, webApi } from '@slack/bolt';
import type { Bot } from '../../src/bot.ts';
import { isForm } from '../../src/bot.ts';
import { problem } from '../../src/errors.ts';
import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import type { Log } from '../../src/log.ts';
import type { Reply } from '../../src/reply.ts';
import type { Exits } from './deliver.ts';
import { deliver } from './deliver.ts';
import { view } from './form.ts';
import { patient } from './patience.ts';
import { reasonOf } from './reason.ts';
import type { Heard } from './receive.ts';
import { drawing } from './render.ts';
import type { TableSupport } from './table-support.ts';

interface Parts {
  readonly bot: Bot;
  readonly log: Log;
  readonly tables: TableSupport;
  /** Of whoever pressed. */
  readonly language: Language;
}

/** Where an answer or a form can go. */
export type FormExits = Exits & {
  readonly client: Pick<webApi.WebClient, 'views' | 'auth' | 'conversations' | 'usergroups'>;
};

type Opening = Extract<Heard, { kind: 'form' }>;

/**
 * Opens a form for an asker who is known. Slack gives three seconds, so nothing is asked of a store before. Where it
 * cannot be opened, whoever pressed is told so.
 */
export async function openForm(heard: Opening, parts: Parts, exits: FormExits): Promise<void> {
  const { bot, log, language } = parts;
  const opened = await bot.form(heard.invocation);
  if (!isForm(opened)) return deliver(drawing(opened, { language }), 'asker', heard, exits, parts);
  const { trigger, invocation, responseUrl } = heard;
  try {
    if (trigger === null) throw new Error('Slack sent no trigger_id');
    await exits.client.views.open({
      trigger_id: trigger,
      view: view(opened, language, invocation.place, responseUrl),
    });
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a form could not be opened');
    await deliver(drawing(notOpened(), { language }), 'asker', heard, exits, parts);
  }
}

function notOpened(): Reply {
  return problem(say('The form did not open'), say('Slack did not take it in time. Press the button again.'));
}

const send = patient();

/** Answers at a `response_url` that a form kept; nothing where it kept none. */
export function respondTo(url: string | null): RespondFn | undefined {
  if (url === null) return undefined;
  return async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`response_url answered ${response.status}`);
    return response;
  };
}
