/*
 * The words in which people say when something recurs, in each language that the bot speaks: in small letters and without
 * accents, as `readWhen` compares them.
 */

/** The days of the week, 1 is Monday: whole names, and what they are cut to. */
const DAYS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:mon(?:days?)?|lun(?:es)?|mo(?:ntags?)?|seg(?:unda)?s?)$/],
  [2, /^(?:tue(?:s|sdays?)?|mar(?:tes)?|di(?:enstags?)?|ter(?:ca)?s?)$/],
  [3, /^(?:wed(?:nesdays?)?|mie(?:rcoles)?|mi(?:ttwochs?)?|qua(?:rta)?s?)$/],
  [4, /^(?:thu(?:rs?|rsdays?)?|jue(?:ves)?|do(?:nnerstags?)?|qui(?:nta)?s?)$/],
  [5, /^(?:fri(?:days?)?|vie(?:rnes)?|fr(?:eitags?)?|sex(?:ta)?s?)$/],
  [6, /^(?:sat(?:urdays?)?|sab(?:ado)?s?|sa(?:mstags?)?|sonnabends?)$/],
  [7, /^(?:sun(?:days?)?|dom(?:ingo)?s?|so(?:nntags?)?)$/],
];

/** The ISO weekday of a name; undefined for any other word. */
export function dayNamed(word: string): number | undefined {
  return DAYS.find(([, names]) => names.test(word))?.[0];
}

/** Several days at once, by the English word that stands for them while reading. */
export const SEVERAL: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:dias? (?:laborables?|habiles|uteis|util|de semana)|entre semana|unter der woche|w(?:erk|ochen)tag(?:s|e|en)?)\b/g,
    'weekdays',
  ],
  [/\b(?:fin(?:es)? de semana|fi(?:m|ns) de semana|wochenenden?)\b/g, 'weekends'],
  [
    /\b(?:(?:todos|todas) (?:los|os) dias|todo dia(?! \d)|cada dia|jeden tag|every day|taglich|diari(?:o|amente)|a diario|each day)\b/g,
    'daily',
  ],
];

/** Which days those words stand for. */
export const SETS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  day: [1, 2, 3, 4, 5, 6, 7],
  daily: [1, 2, 3, 4, 5, 6, 7],
};

/** Numbers that are written out. */
export const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  dos: 2,
  zwei: 2,
  duas: 2,
  three: 3,
  tres: 3,
  drei: 3,
  four: 4,
  cuatro: 4,
  vier: 4,
  quatro: 4,
};

/** Words before or between days that say no more than "every". */
export const FILLER =
  /\b(?:every|each|on|the|el|los|las|cada|todos|todas|toda|todo|jede[nrs]?|immer|am|an|as|aos?|na|no|nos|nas|os|feiras?)\b/g;

/** What stands between two days. */
export const BETWEEN = /(?:[,&/]|\band\b|\by\b|\bund\b|\be\b|\s)+/;

/** From one day to another. */
export const RANGE = /^(?<from>\S+?)(?: ?[-–] ?| to | through | bis | a | ate )(?<to>\S+)$/;

/** Every how many weeks; `other` for every second one. */
export const EVERY = new RegExp(
  `^(?:(?:every|cada|alle|a cada) (?<count>\\d{1,2}|${Object.keys(NUMBERS).join('|')}) (?:weeks?|semanas?|wochen?),? ?|` +
    `(?:every (?:other|second|2nd)|jede[nrs]? (?:zweite[nrs]?|2\\.))(?<other>) ?(?:(?:week|woche),? ?)?)?(?<rest>.*)$`,
);

const OF_MONTH = `(?:of (?:the|every|each) month|de cada mes|del mes|do mes|de todo mes|jede[ns] monats?|des monats|im monat)`;

/** A day of every month. */
export const MONTHLY: readonly RegExp[] = [
  new RegExp(
    `^(?:on |el |no |am |todo |jeden )?(?:the )?(?:day|dia|tag) (?<day>\\d{1,2})\\.?(?: ${OF_MONTH})?$`,
  ),
  new RegExp(`^(?:on |am |el |no )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? ${OF_MONTH}$`),
];

const LEAD = `(?:at|um|a las?|as)`;
const CLOCK = `(?:h|hs|uhr|horas?|o'?clock)`;
const HALF = `(?<half>a\\.? ?m\\b\\.?|p\\.? ?m\\b\\.?)`;
const PART = `(?: (?:(?:de la|da|de|in the|por la) )?(?<part>manana|tarde|noche|madrugada|manha|noite|morning|afternoon|evening|morgens|vormittags|nachmittags|abends))`;

/** A time of day: with minutes, or a bare hour that some word tells from a day of the month. */
const TIMES: readonly string[] = [
  `(?:${LEAD} )?(?<hour>\\d{1,2})[:.h](?<minute>\\d{2}) ?${CLOCK}? ?${HALF}?${PART}?`,
  `${LEAD} (?<hour>\\d{1,2}) ?${CLOCK}? ?${HALF}?${PART}?`,
  `(?<hour>\\d{1,2}) ?(?:${CLOCK}${PART}?|${HALF}|${PART.slice(0, -1)}))`,
];

/** The same where it ends what was typed, then where it begins it. */
export const TIME_PATTERNS: readonly RegExp[] = [
  ...TIMES.map((time) => new RegExp(`(?:^|,? )${time}$`)),
  ...TIMES.map((time) => new RegExp(`^${time}(?:,? |$)`)),
];

/** Hours to add to a time of twelve hours, by what says which half of the day it is in. */
export const HALVES: Readonly<Record<string, number>> = {
  am: 0,
  pm: 12,
  morning: 0,
  manana: 0,
  madrugada: 0,
  manha: 0,
  morgens: 0,
  vormittags: 0,
  afternoon: 12,
  evening: 12,
  tarde: 12,
  noche: 12,
  noite: 12,
  nachmittags: 12,
  abends: 12,
};
