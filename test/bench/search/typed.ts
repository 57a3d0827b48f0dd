import { pick } from '../../../knowledge/build/random.ts';

/** One way of typing a name. Undefined where it says nothing about this name. */
export type Typing = (name: string, random: () => number) => string | undefined;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
/** A mistake in a shorter name makes another abbreviation of it. */
const SHORTEST_MISTAKEN = 5;

/** The place of a letter that is not a space. */
function place(name: string, random: () => number): number {
  const places = name.split('').flatMap((letter, at) => (letter === ' ' ? [] : [at]));
  return pick(places, random);
}

const mistakes: Record<
  'transposed' | 'missing' | 'doubled' | 'wrong',
  (name: string, random: () => number) => string
> = {
  transposed(name, random) {
    const places = name.split('').flatMap((letter, at) => {
      const next = name[at + 1] ?? ' ';
      return letter === ' ' || next === ' ' || next === letter ? [] : [at];
    });
    const at = pick(places, random);
    return `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
  },
  missing(name, random) {
    const at = place(name, random);
    return name.slice(0, at) + name.slice(at + 1);
  },
  doubled(name, random) {
    const at = place(name, random);
    return name.slice(0, at) + name.charAt(at) + name.slice(at);
  },
  wrong(name, random) {
    const at = place(name, random);
    const other = pick(
      LETTERS.filter((letter) => letter !== name[at]),
      random,
    );
    return name.slice(0, at) + other + name.slice(at + 1);
  },
};

function mistaken(kind: keyof typeof mistakes): Typing {
  return (name, random) => (name.length < SHORTEST_MISTAKEN ? undefined : mistakes[kind](name, random));
}

function ofSeveralWords(change: (words: string[]) => string): Typing {
  return (name) => (name.includes(' ') ? change(name.split(' ')) : undefined);
}

const SENTENCES: readonly ((name: string) => string)[] = [
  (name) => `i want to become a ${name} pls`,
  (name) => `what does a ${name} do?`,
  (name) => `how much does a ${name} earn in berlin`,
  (name) => `${name} salary`,
  (name) => `can you show me the roadmap for ${name}`,
];

/** Ways in which people type a name, as the issue lists them. */
export const typings: Readonly<Record<string, Typing>> = {
  transposed: mistaken('transposed'),
  missing: mistaken('missing'),
  doubled: mistaken('doubled'),
  wrong: mistaken('wrong'),
  two(name, random) {
    if (name.length < SHORTEST_MISTAKEN) return undefined;
    const kinds = Object.values(mistakes);
    return pick(kinds, random)(pick(kinds, random)(name, random), random);
  },
  order: ofSeveralWords(([first = '', ...rest]) => [...rest, first].join(' ')),
  joined: ofSeveralWords((words) => words.join('')),
  hyphen: ofSeveralWords((words) => words.join('-')),
  prefix: ofSeveralWords((words) => {
    const last = words.at(-1) ?? '';
    return [...words.slice(0, -1), last.slice(0, Math.max(3, Math.ceil(last.length * 0.4)))].join(' ');
  }),
  sentence: (name, random) => pick(SENTENCES, random)(name),
  rank: (name, random) =>
    `${pick(['senior', 'sr.', 'junior', 'lead', 'staff', 'entry-level'], random)} ${name}`,
};

/** What is no name of a technology role: nonsense, everyday words, other trades. */
export const nothing: readonly string[] =
  `asdfgh|qwertyuiop|lorem ipsum|zxcvbn|foo bar|xyzzy|banana|potato|hello world|aaaaaaa
1234567|!!!|jkl;|blah blah|the quick brown fox|chair|mountain|pizza|coffee|tomorrow|green|elephant|guitar|happy birthday
good morning|where is the bathroom|umbrella|kitten|bicycle|sandwich|plumber|nurse|chef|lawyer|truck driver|teacher|waiter
baker|carpenter|dentist|surgeon|barber|farmer|pilot|flight attendant|firefighter|police officer|cashier|janitor|librarian
actor|musician|journalist|psychologist|pharmacist|midwife|social worker|judge|bartender|bus driver|mechanic|welder|roofer
real estate agent|historian|geologist|astronaut|lifeguard|paramedic|translator|florist|receptionist|photographer|cook
civil engineer|chemical engineer|petroleum engineer|political scientist|hotel manager|restaurant manager|fashion designer
landscape architect|dental technician|funeral director|customs officer|forklift operator|kindergarten teacher|tax auditor`.split(
    /[|\n]/,
  );
