import type { CommandContext } from '../../src/command.ts';
import { ruledChannel } from '../../src/rules.ts';
import type { CommunitySettings, Setting } from '../../src/community/settings.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { type Said, say } from '../../src/message/say.ts';
import {
  type Action,
  askButton,
  type Choice,
  channel as channelInline,
  type Draft,
  type Field,
  type ReplyNode,
  type Text,
} from '../../src/reply.ts';
import { LANGUAGE_NAMES } from '../prompts/plan.ts';
import { nextActions } from '../views/actions.ts';
import type { Changed } from './change.ts';
import { changeLine, SEEN, settingName, settingWords } from './describe.ts';

/** What a community chose, with what changes it. */
export async function settingsCard(
  community: string,
  changed: Changed,
  context: CommandContext,
): Promise<Draft> {
  const { place } = context;
  const chosen = await context.community.settings.of(community);
  const reports = (await context.community.reports.channel(community))?.channel ?? null;
  return {
    title: say('Settings of this community'),
    lead:
      changed === null
        ? [say('What nobody chose is as it always was. Every change is recorded.')]
        : toldOf(changed),
    body: [
      { kind: 'fields', fields: fieldsOf(chosen, reports) },
      ...channelsOf(chosen),
      ...nextActions([...menus(), ...buttons(chosen, place)]),
    ],
  };
}

/** What was changed, in the first line. */
export function toldOf(changed: readonly Parameters<typeof changeLine>[0][]): Text {
  if (changed.length === 0) return [say('It was so already: nothing was changed.')];
  return changed.flatMap((each, at): Text => [...(at === 0 ? [] : ['\n']), ...changeLine(each)]);
}

const SHOWN: readonly Exclude<Setting, 'reports'>[] = ['language', 'zone', 'answers', 'managers', 'counts'];

function field(setting: Setting, value: Text): Field {
  return { name: settingName(setting), value };
}

function fieldsOf(chosen: CommunitySettings, reports: string | null): Field[] {
  return [
    ...SHOWN.map((setting) => field(setting, settingWords(setting, chosen[setting] ?? null))),
    { name: say('Commands'), value: commandWords(chosen) },
    field('reports', settingWords('reports', reports)),
  ];
}

/** Which commands may be asked, in a line. */
export function commandWords({ allow, refuse }: Pick<CommunitySettings, 'allow' | 'refuse'>): Text {
  const only = settingWords('allow', allow ?? null);
  if (refuse === undefined || refuse.length === 0) return only;
  return [
    ...only,
    ', ',
    say('without {commands}', { commands: refuse.map((name) => `/${name}`).join(', ') }),
  ];
}

/** Channels with rules of their own. */
function channelsOf({ channels = {} }: CommunitySettings): ReplyNode[] {
  const items = Object.entries(channels).map(([id, { answers, ...rule }]): Text => {
    const isRuled = rule.allow !== undefined || rule.refuse !== undefined;
    const parts = [
      ...(answers === undefined ? [] : [settingWords('answers', answers)]),
      ...(isRuled ? [commandWords(rule)] : []),
    ];
    return [channelInline(id), ...parts.flatMap((words): Text => [' · ', ...words])];
  });
  return items.length === 0 ? [] : [{ kind: 'list', title: say('Channels of their own'), items }];
}

function menus(): Action[] {
  const languages = LANGUAGES.map((language) => choice(say(LANGUAGE_NAMES[language]), { language }));
  return [
    menu(settingName('language'), [...languages, choice(say('not set'), { language: 'none' })]),
    menu(settingName('answers'), answerChoices({})),
  ];
}

/** A menu of its own, whatever else there is to press. */
export function menu(label: Said, choices: readonly Choice[]): Action {
  return { kind: 'choose', rank: 'primary', label, choices };
}

function choice(label: Said, values: Record<string, string>): Choice {
  return { label, ask: { command: 'settings', values } };
}

/** Who may see answers, in a channel where one is named. */
export function answerChoices(where: Record<string, string>): Choice[] {
  return (['private', 'everyone'] as const).map((answers) =>
    choice(say(SEEN[answers]), { ...where, answers }),
  );
}

function buttons({ counts, managers }: CommunitySettings, place: CommandContext['place']): Action[] {
  const here = ruledChannel(place);
  return [
    { kind: 'form', label: say('Zone and commands'), ask: { command: 'settings', values: {} } },
    ...(here === null || place.direct === true
      ? []
      : [askButton(say('In this channel'), 'settings', { channel: here })]),
    askButton(say('Who changed what'), 'settings', { view: 'history' }),
    ...(managers === undefined
      ? []
      : [askButton(say('Administrators only'), 'settings', { managers: 'none' })]),
    counts === 'off'
      ? askButton(say('Count what is asked'), 'settings', { counts: 'on' })
      : askButton(say('Count nothing'), 'settings', { counts: 'off' }),
  ];
}
