import type { KnowledgeBase } from '../../../knowledge/index.ts';
import { COURSE_LEVELS, FAMILIES, LEVELS, placesByName } from '../../../commands/ask/lexicon.ts';
import { plainOf } from '../../../commands/ask/words.ts';
import { plain } from '../../../src/plain.ts';
import type { Ask, Reply } from '../../../src/reply.ts';

/** What a question should be read as, as the table has it. */
export interface Wanted {
  readonly language: string;
  /** `a|b`: either; `a+b`: both, the first answered and the second a press away. */
  readonly intent: string;
  /** `name=value; …`; values with `|` between them, and lists with commas. */
  readonly slots: string;
}

export interface Judged {
  readonly language: string;
  readonly outOfScope: boolean;
  readonly verdict: 'right' | 'press' | 'wrong';
}

type Slots = ReadonlyMap<string, string>;

/** Holds an answer to what was wanted. */
export function judge(wanted: Wanted, reply: Reply, knowledge: KnowledgeBase): Judged {
  const base = { language: wanted.language, outOfScope: wanted.intent === 'out-of-scope' };
  const slots: Slots = new Map(
    wanted.slots.split(';').map((slot) => {
      const [name = '', value = ''] = slot.split('=');
      return [name.trim(), value.trim()] as const;
    }),
  );
  const text = plainOf(plain(reply, 'en'));
  // A command that knows nothing of what was asked was reached all the same.
  const answered =
    reply.tone !== 'question' && reply.ask !== null && reply.ask.command !== 'ask' ? [reply.ask] : [];
  const pressed = asksIn(reply);
  // Of two things that courses are asked on, the second is the first button.
  const besides = pressed
    .slice(0, 1)
    .flatMap(({ command, values }) => (command === 'course' ? (values['about'] ?? []) : []));
  const fits = (ask: Ask, intents: string) =>
    intents.split('|').some((intent) => isWanted(ask, intent, slots, { text, knowledge, besides }));
  const both = wanted.intent.split('+');
  const verdict = (): Judged['verdict'] => {
    if (wanted.intent === 'out-of-scope')
      return reply.tone === 'miss' && answered.length === 0 ? 'right' : 'wrong';
    if (wanted.intent === 'unclear')
      return reply.tone === 'question' ? 'right' : reply.tone === 'miss' ? 'press' : 'wrong';
    if (both.length > 1) {
      const [first] = pressed;
      const order = both.flatMap((one) =>
        both.filter((other) => other !== one).map((other) => [one, other] as const),
      );
      if (
        order.some(
          ([one, other]) =>
            answered.some((ask) => fits(ask, one)) && first !== undefined && fits(first, other),
        )
      )
        return 'right';
      return both.some((one) => [...answered, ...pressed].some((ask) => fits(ask, one))) ? 'press' : 'wrong';
    }
    if (answered.some((ask) => fits(ask, wanted.intent))) return 'right';
    return pressed.some((ask) => fits(ask, wanted.intent)) ? 'press' : 'wrong';
  };
  return { ...base, verdict: verdict() };
}

/** Every question that a button or a menu of an answer asks, in their order. */
export function asksIn(reply: Reply): Ask[] {
  return reply.body.flatMap((node) =>
    node.kind !== 'actions'
      ? []
      : node.actions.flatMap((action) =>
          action.kind === 'ask'
            ? [action.ask]
            : action.kind === 'choose'
              ? action.choices.map(({ ask }) => ask)
              : [],
        ),
  );
}

/** Sections by the name that the table gives what they hold. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  overview: ['', 'week'],
  responsibilities: ['week'],
  hard: ['week'],
  people: ['week'],
  education: ['outlook', 'questions', 'skills'],
};

const RANKS: Readonly<Record<string, string>> = {
  'best-paid': 'pay',
  'fastest-growing': 'growth',
  'most-wanted-skills': 'skills',
  'roles-wanting-a-skill': 'roles',
  easiest: 'effort',
};

interface Context {
  readonly text: string;
  readonly knowledge: KnowledgeBase;
  readonly besides: readonly string[];
}

/** Whether a question is what was wanted: its command, and every slot that the command could take. */
function isWanted(
  { command, values }: Ask,
  intent: string,
  slots: Slots,
  { text, knowledge, besides }: Context,
): boolean {
  const slot = (name: string) => slots.get(name);
  const has = (name: string, ...of: string[]) => {
    const wanted = slot(name);
    return wanted === undefined || of.some((option) => isAlike(values[option], wanted, knowledge));
  };
  const said = (name: string) =>
    slot(name) === undefined ||
    placeNames(slot(name) ?? '').some((each) => text.includes(each)) ||
    has(name, name);
  switch (intent) {
    case 'role':
      return command === 'role' && has('role', 'role') && isSection(values['section'] ?? '', slot('section'));
    case 'salary':
      return (
        command === 'salary' &&
        has('role', 'role') &&
        isLevel(values['level'], slot('level'), LEVELS) &&
        said('place')
      );
    case 'skills':
      return command === 'skills' && has('role', 'role') && isList(values['have'], slot('have'), knowledge);
    case 'ladder':
      return command === 'ladder' && has('role', 'role');
    case 'roadmap':
      return command === 'roadmap' && has('role', 'role') && has('hours-per-week', 'hours-per-week');
    case 'plan':
      return (
        command === 'plan' &&
        has('to', 'to') &&
        has('from', 'from') &&
        isList(values['have'], slot('have'), knowledge) &&
        has('hours-per-week', 'hours-per-week') &&
        has('budget', 'budget')
      );
    case 'transition': {
      // What leads into a role stands with what leads out of it, in the section of that name too.
      const into = slot('from') === undefined && values['to'] === undefined;
      if (command === 'role')
        return values['section'] === 'transitions' && has('to', 'role') && has('from', 'role');
      return command === 'transition' && has('from', 'from') && has('to', 'to', into ? 'from' : 'to');
    }
    case 'compare':
      return (
        command === 'compare' &&
        isList(
          ['first', 'second', 'third', 'fourth'].map((name) => values[name] ?? '').join(','),
          slot('roles'),
          knowledge,
        )
      );
    case 'course':
      return (
        command === 'course' &&
        isList([values['about'], ...besides].join(','), slot('about'), knowledge) &&
        (slot('free') === undefined || values['cost'] === 'free') &&
        isLevel(values['level'], slot('level'), COURSE_LEVELS) &&
        has('max-price', 'budget')
      );
    case 'rank':
      return (
        command === 'rank' &&
        values['by'] === RANKS[slot('what') ?? ''] &&
        has('skill', 'of') &&
        isFamily(values['of'], slot('family'))
      );
    case 'advice':
      return command === 'advice' && has('topic', 'topic');
    case 'help':
      return command === 'help' && values['command'] === undefined;
    case 'study':
    case 'report':
      return command === intent || (command === 'help' && values['command'] === intent);
    default:
      return command === intent;
  }
}

/** A place as typed, and what its country is called where it is one. */
function placeNames(place: string): string[] {
  const code = placesByName().get(plainOf(place)) ?? '';
  const country = /^[A-Z]{2}$/.test(code)
    ? new Intl.DisplayNames('en', { type: 'region' }).of(code)
    : undefined;
  return [plainOf(place), ...(country === undefined ? [] : [plainOf(country)])];
}

/** A question that wants no section by name is answered by any that speaks of it. */
function isSection(section: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return wanted.split('|').some((each) => (SECTIONS[each] ?? [each]).includes(section));
}

/** A value is the one wanted by its id, the id of what it names, or as containing the words. */
function isAlike(value: string | undefined, wanted: string, knowledge: KnowledgeBase): boolean {
  if (value === undefined) return false;
  const [a, b] = [plainOf(value), plainOf(wanted)];
  if (a === b || (b.length > 2 && a.includes(b)) || (a.length > 2 && b.includes(a))) return true;
  const ids = (name: string) => [
    knowledge.roles.lookUp(name)?.entry?.id,
    knowledge.skills.named(name)?.id,
    knowledge.courses.named(name)?.id,
    backgroundOf(name, knowledge),
  ];
  const known = ids(wanted).filter((id) => id !== undefined);
  return [value, ...ids(value)].some((id) => id !== undefined && known.includes(id));
}

function backgroundOf(name: string, knowledge: KnowledgeBase): string | undefined {
  const wanted = plainOf(name);
  return knowledge
    .of('background')
    .all.find(({ id, title, names }) =>
      [id, title, ...Object.values(names).flat()].some((each) => plainOf(each) === wanted),
    )?.id;
}

function isList(value: string | undefined, wanted: string | undefined, knowledge: KnowledgeBase): boolean {
  if (wanted === undefined) return true;
  const given = (value ?? '').split(',').filter((each) => each !== '');
  return wanted.split(',').every((each) => given.some((one) => isAlike(one, each.trim(), knowledge)));
}

function isLevel(
  value: string | undefined,
  wanted: string | undefined,
  names: ReadonlyMap<string, string>,
): boolean {
  return wanted === undefined || value === (names.get(plainOf(wanted)) ?? wanted);
}

function isFamily(value: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || value === FAMILIES.get(plainOf(wanted));
}
