import type { webApi } from '@slack/bolt';
import type { Outcome } from '../../src/conversation/interaction.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import { view } from './form.ts';
import { reasonOf } from './reason.ts';
import type { Sender } from './receive.ts';

/** What Slack's client is used for while something is answered. */
export type Client = Pick<
  webApi.WebClient,
  'auth' | 'chat' | 'conversations' | 'filesUploadV2' | 'usergroups' | 'users' | 'views'
>;

/** Opens forms for whoever did something: Slack gives three seconds for that. */
export function formOpener(
  { trigger, place, responseUrl }: Sender,
  { views }: Pick<Client, 'views'>,
  log: Log,
): (form: OpenForm, language: Language) => Promise<Outcome> {
  return async (form, language) => {
    try {
      if (trigger === null) throw new Error('Slack sent no trigger_id');
      await views.open({ trigger_id: trigger, view: view(form, language, place, responseUrl) });
      return 'sent';
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'a form could not be opened');
      return 'failed';
    }
  };
}
