import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../../src/message/language.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Message } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { INSTALL } from './addresses.ts';

/** What is told of an installation that failed, by the code of Slack's library. */
const REASONS: ReadonlyMap<string, Message> = new Map([
  ['slack_oauth_installer_authorization_error', say('You did not allow it, so nothing was installed.')],
  ...['missing_state', 'invalid_state', 'missing_code'].map(
    (code) =>
      [
        `slack_oauth_${code}`,
        say('This page was not opened from a link of mine in this browser within ten minutes. Begin again.'),
      ] as const,
  ),
]);

const OTHER = say('Something failed here. Try again in a minute, or tell whoever runs me: the log says why.');

/** Tells whoever wanted to install the app that it failed, in the language of their browser. */
export function failurePage(
  { code }: { readonly code: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const language = languageOf(request.headers['accept-language']?.split(/[,;]/, 1)[0]);
  const reason = REASONS.get(code);
  response.writeHead(reason === undefined ? 500 : 400, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  });
  response.end(page(reason ?? OTHER, language));
}

/** Holds nothing that came with the request. */
function page(reason: Message, language: Language): string {
  const [title, again] = [say('Rolecall was not installed'), say('Install Rolecall')].map((said) =>
    speak(said, language),
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<h1>${title}</h1><p>${speak(reason, language)}</p><p><a href="${INSTALL}">${again}</a></p></html>\n`;
}
