import { ALL, type Difference, type Setting, type SettingValue } from '../../src/community/settings.ts';
import { languageOf } from '../../src/message/language.ts';
import { message, type Said, say, sayText } from '../../src/message/say.ts';
import { channel, group, type Inline, type Text } from '../../src/reply.ts';
import { LANGUAGE_NAMES } from '../prompts/plan.ts';

const NAMES: Readonly<Record<Setting, string>> = {
  language: message('My posts'),
  zone: message('Time zone'),
  answers: message('Answers'),
  managers: message('Managers'),
  allow: message('Only these commands'),
  refuse: message('Not these commands'),
  reports: message('Reports and notices'),
  counts: message('Counts'),
  packs: message('Knowledge'),
};

/** What a setting is called. */
export function settingName(setting: Setting): Said {
  return say(NAMES[setting]);
}

/** Who sees answers. */
export const SEEN = {
  private: message('only whoever asks sees them'),
  everyone: message('everybody in the channel sees them'),
} as const;

/** What a setting is where nobody chose. */
const UNSET: Readonly<Record<Setting, string>> = {
  language: message('in the language of this community, else of whoever sets them up'),
  zone: message('UTC, unless a schedule says otherwise'),
  answers: SEEN.private,
  managers: message('the administrators'),
  allow: message('all commands'),
  refuse: message('none'),
  reports: message('posted nowhere'),
  counts: message('on'),
  packs: message('all of it'),
};

/** What a setting is, in words. */
export function settingWords(setting: Setting, value: SettingValue): Text {
  if (value === null) return [say(UNSET[setting])];
  if (typeof value !== 'string') return [listWords(setting, value)];
  switch (setting) {
    case 'language':
      return [say(LANGUAGE_NAMES[languageOf(value)])];
    case 'answers':
      return [say(value === 'everyone' ? SEEN.everyone : SEEN.private)];
    case 'managers':
      return sayText('the administrators and {group}', { group: group(value) });
    case 'reports':
      return sayText('posted in {channel}', { channel: channel(value) });
    case 'counts':
      return [value === 'on' ? say(UNSET.counts) : say('off')];
    case 'zone':
    case 'allow':
    case 'refuse':
    case 'packs':
      return [value];
  }
}

function listWords(setting: Setting, names: readonly string[]): Said {
  if (names.includes(ALL)) return say(UNSET.allow);
  if (names.length === 0) return say(UNSET.refuse);
  return setting === 'packs' ? names.join(', ') : names.map((name) => `/${name}`).join(', ');
}

/** What changed, as in "My posts: not set → in German". */
export function changeLine({ setting, channel: of, before, after }: Difference): Text {
  const where: Inline[] = of === null ? [] : [channel(of), ' · '];
  const words = (value: SettingValue) => (value === null ? [say('not set')] : settingWords(setting, value));
  return [...where, settingName(setting), ': ', ...words(before), ' → ', ...words(after)];
}
