import type { CommandContext } from '../../src/command.ts';
import { ruleIn } from '../../src/rules.ts';
import { ALL } from '../../src/community/settings.ts';
import type { Form, FormField } from '../../src/form.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { communityHere, ruledHere } from './here.ts';

/** The most letters of a line of the form. */
const MOST = 100;

/** What is typed rather than picked: the zone, and the commands; in a channel where one is named. */
export function settingsForm(
  values: Readonly<Record<string, string>>,
  { place, community: { settings } }: CommandContext,
): Form {
  const chosen = settings.known(communityHere(place));
  const channel = ruledHere(values['channel'], place);
  const { allow, refuse } = ruleIn(chosen, channel);
  const zone = line('zone', say('Time zone: a city'), say('Madrid'), chosen.zone, say('none takes it back'));
  return {
    title: channel === null ? say('Zone and commands') : say('Commands here'),
    fields: [
      ...(channel === null ? [zone] : []),
      line(
        'allow',
        say('Only these commands may be asked'),
        'role, salary',
        listed(allow),
        say('all takes it back'),
      ),
      line(
        'refuse',
        say('These may not be asked'),
        'course, rank',
        listed(refuse),
        say('none takes it back'),
      ),
    ],
  };
}

function listed(names: readonly string[] | undefined): string | undefined {
  if (names === undefined || names.length === 0) return undefined;
  return names.includes(ALL) ? 'all' : names.join(', ');
}

function line(
  name: string,
  label: Said,
  placeholder: Said,
  value: string | undefined,
  hint: Said,
): FormField {
  const field = { kind: 'text', name, label, placeholder, hint, max: MOST } as const;
  return value === undefined ? field : { ...field, value };
}
