import type { Values, WordsOption } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import type { Language } from '../../src/message/language.ts';
import { LANGUAGES, languageOf } from '../../src/message/language.ts';
import { message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { Plan } from '../../src/community/schedules.ts';
import { completeZone } from '../../src/schedules/zones.ts';
import { suggestRoles } from '../input/resolve.ts';
import { channelOf, channelsOf, mentionOf } from './where.ts';
import { readWhen, weekOf } from './when.ts';
import { zoneMeant } from './zone.ts';

const ZONES = 25;

const yesNo = ['yes', 'no'] as const;

/** What a schedule can be told, when it is made and when it is changed. */
export const TIMING = {
  zone: {
    kind: 'words',
    description:
      "The city whose time that is, such as Madrid; this community's, else UTC, if you leave it out",
    suggest: suggestZones,
  },
  channel: {
    kind: 'words',
    names: 'channel',
    description: 'Where to post; this channel if you leave it out',
  },
  start: { kind: 'words', description: 'The first day, such as 2026-09-01' },
  end: { kind: 'words', description: 'The last day, such as 2027-06-30; never for no end' },
  quiet: {
    kind: 'words',
    description: 'Weeks or days without, such as 2026-W52, 2026-12-21..2027-01-03; none to end it',
  },
  late: {
    kind: 'number',
    description: 'Hours a missed prompt may still come late; 0 skips it',
    min: 0,
    max: 168,
  },
  thread: { kind: 'choice', description: 'Open a thread under the post', choices: yesNo },
  pin: { kind: 'choice', description: 'Pin the post', choices: yesNo },
  key: {
    kind: 'number',
    description: 'Post the answer key so many hours later; 0 for never',
    min: 0,
    max: 336,
  },
  language: {
    kind: 'choice',
    description: 'The language of the posts; that of this community, else yours, if you leave it out',
    choices: LANGUAGES,
  },
  fallback: {
    kind: 'words',
    description: 'With most-asked and most-missed: the role to post while too little was asked',
    suggest: suggestRoles,
  },
  mention: {
    kind: 'words',
    names: 'group',
    description: 'The one role to mention; nobody if you leave it out',
  },
  phase: { kind: 'words', description: 'Only this phase of the road' },
  skills: { kind: 'words', description: 'Only these skills, with commas between them' },
} as const;

type Told = Values<typeof TIMING> & { readonly when?: string | undefined };

/** The languages by their names. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: message('in English'),
  es: message('in Spanish'),
  de: message('in German'),
  'pt-BR': message('in Brazilian Portuguese'),
};

/** A new schedule out of what an administrator told, with what goes without saying. */
export function newPlan(
  id: string,
  track: string,
  told: Told,
  from: {
    readonly place: Place;
    readonly community: string;
    readonly by: string;
    readonly locale: string;
    readonly now: number;
  },
): Plan {
  const blank: Plan = {
    id,
    community: from.community,
    timetable: { zone: from.place.zone ?? 'UTC' },
    place: from.place.on ?? '',
    channel: channelOf(told.channel, from.place),
    thread: false,
    pin: false,
    answerAfterHours: null,
    lateHours: 6,
    state: 'active',
    content: { track, language: languageHere(from), by: from.by },
  };
  return changed(blank, told, from);
}

/** The language of the community where the place tells it, else that of who asks. */
function languageHere({ place, locale }: { readonly place: Place; readonly locale: string }): Language {
  return languageOf(place.locale ?? locale);
}

/** What a schedule is now, to be changed. */
export function planOf(schedule: PromptSchedule, place: Place): Plan {
  const { id, community, timetable, thread, pin, answerAfterHours, lateHours, state, content } = schedule;
  const channel = channelsOf(schedule)[0] ?? '';
  const on = place.on ?? '';
  return {
    id,
    community,
    timetable,
    place: on,
    channel,
    thread,
    pin,
    answerAfterHours,
    lateHours,
    state,
    content,
  };
}

/** The plan with everything changed that was told; what was not told stays. @throws Problem for what cannot be read. */
export function changed(
  plan: Plan,
  told: Told,
  { place, now }: { readonly place: Place; readonly now: number },
): Plan {
  const { thread, pin, key, late } = told;
  return {
    ...plan,
    timetable: { ...Object(plan.timetable), ...timetableOf(told, now) },
    ...(told.channel === undefined ? {} : { channel: channelOf(told.channel, place) }),
    ...(thread === undefined ? {} : { thread: thread === 'yes' }),
    ...(pin === undefined ? {} : { pin: pin === 'yes' }),
    ...(key === undefined ? {} : { answerAfterHours: key === 0 ? null : key }),
    ...(late === undefined ? {} : { lateHours: late }),
    content: { ...plan.content, ...specOf(told) },
  };
}

function timetableOf({ when, zone, start, end, quiet }: Told, now: number): object {
  return {
    ...(when === undefined ? {} : { rule: readWhen(when, weekOf(now)) }),
    ...(zone === undefined ? {} : { zone: zoneMeant(zone) ?? zone }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end: isNothing(end) ? undefined : end }),
    ...(quiet === undefined ? {} : { quiet: isNothing(quiet) ? [] : listOf(quiet) }),
  };
}

function specOf({ mention, phase, skills, language: spoken, fallback }: Told): Partial<Plan['content']> {
  return {
    ...(spoken === undefined ? {} : { language: spoken }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(mention === undefined ? {} : { mention: mentionOf(mention) }),
    ...(phase === undefined ? {} : { phase }),
    ...(skills === undefined ? {} : { skills: listOf(skills) }),
  };
}

function listOf(typed: string): string[] {
  const parts = typed.split(',').map((part) => part.trim());
  const list = parts.filter((part) => part !== '');
  if (list.length === 0)
    throw new Problem(
      say('I cannot read "{typed}" as a list: put commas between its parts.', { typed: typed.slice(0, 60) }),
    );
  return list;
}

function isNothing(typed: string): boolean {
  return ['none', 'never', 'no'].includes(typed.trim().toLowerCase());
}

/** Completions for a zone. */
export function suggestZones(typed: string): ReturnType<NonNullable<WordsOption['suggest']>> {
  return completeZone(typed, ZONES).map((zone) => ({ label: zone, value: zone }));
}
