import type { KnowledgeBase } from '../../../knowledge/index.ts';
import occupations from '../../../commands/ask/lexicon/occupations.json' with { type: 'json' };
import { FAMILIES, LEVELS, placesByName } from '../../../commands/ask/lexicon.ts';

/** What may stand in a slot, by its name: names of the knowledge in a language, and made-up figures. */
export type Fillers = Readonly<Record<string, readonly string[]>>;

const EMPLOYERS =
  'google amazon siemens sap spotify nubank mercadolibre telefonica bosch netflix santander ibm accenture'.split(
    ' ',
  );

const FIGURES: Readonly<Record<string, Fillers>> = {
  en: {
    money: ['$200', '500 dollars', '55k', '$120k', '300k', '90,000', '£40k', '100 euros', '$50', '80k'],
    hours: [
      '10 hours a week',
      '5h/week',
      '20 hrs weekly',
      '2 hours a day',
      '20 hours',
      '8 h per week',
      '1 hour every day',
      '15h a week',
    ],
    time: ['6 months', 'a year', '2 years', 'one year', '38', '2030', '5 years', '3 months', '40'],
  },
  es: {
    money: ['200 euros', '35k', '1500 dólares', '50€', '40 mil', '30.000 euros', '800 pesos', '60k'],
    hours: [
      '10 horas a la semana',
      '5h semanales',
      '2 horas al día',
      '20 horas',
      '6 h/sem',
      '8 horas por semana',
      '1 hora diaria',
    ],
    time: ['6 meses', 'un año', '2 años', '3 años', '40 años', '2030', '45', 'dos años', '5 años'],
  },
  de: {
    money: ['200 euro', '55k', '50€', '60.000 euro', '150 euro', '30 €', '70k', '100 franken', '45000'],
    hours: [
      '10 stunden die woche',
      '5h/woche',
      '10 std pro woche',
      '2 stunden am tag',
      '20 stunden',
      '8h pro woche',
      '6 stunden wöchentlich',
    ],
    time: ['6 monate', 'einem jahr', '2 jahre', '3 jahren', '42', '2030', 'zwei jahren', '5 jahre'],
  },
  'pt-BR': {
    money: ['200 reais', 'R$ 500', '5 mil', '100 reais', '8k', '3000 reais', '12 mil', 'r$ 50', '15k'],
    hours: [
      '10 horas por semana',
      '5h semanais',
      '2 horas por dia',
      '20 horas',
      '8h/semana',
      '12h por semana',
      '1 hora diária',
    ],
    time: ['6 meses', 'um ano', '2 anos', '3 anos', '40 anos', '2030', '35', 'dois anos', '5 anos'],
  },
};

const NAME_FORMS: Readonly<Record<string, 'en' | 'es' | 'de' | 'pt-BR'>> = {
  en: 'en',
  es: 'es',
  de: 'de',
  'pt-BR': 'pt-BR',
};
/** Skills that most roles want, and nine of ten people ask about. */
const SKILLS = 250;

/** Names to fill slots with. */
export function fillersOf(knowledge: KnowledgeBase, language: string): Fillers {
  const key = NAME_FORMS[language] ?? 'en';
  const roles = knowledge.roles.all.flatMap(({ title, aliases, names }) => {
    const own = names?.[key] ?? [];
    return language === 'en'
      ? [title, title.toLowerCase(), ...aliases]
      : [title.toLowerCase(), ...own, ...own];
  });
  const backgrounds = [
    ...knowledge.of('background').all.flatMap(({ names }) => names[key]),
    ...occupations[key].split(' ').map((name) => name.replaceAll('_', ' ')),
  ];
  const skills = knowledge.skills.all
    .toSorted((a, b) => b.taughtBy.length + b.wantedBy.length - a.taughtBy.length - a.wantedBy.length)
    .slice(0, SKILLS)
    .map(({ name }) => (name.length > 4 ? name.toLowerCase() : name));
  const and = { en: ' and ', es: ' y ', de: ' und ', 'pt-BR': ' e ' }[key];
  const pairs = skills.map(
    (name, at) => `${name}${at % 3 === 0 ? ', ' : and}${skills[(at * 7 + 3) % skills.length] ?? ''}`,
  );
  const courses = knowledge.courses.all
    .flatMap(({ title, aliases }) => [title, ...aliases])
    .filter((name) => name.length < 32);
  return {
    role: roles,
    to: roles,
    from: [...roles, ...many(backgrounds, roles.length)],
    background: backgrounds,
    skill: [...many(skills, skills.length * 3), ...pairs],
    course: courses,
    family: [...FAMILIES.keys()].filter((name) => !name.includes('field')),
    level: [...LEVELS.keys()].filter((name) => !name.includes('level')),
    place: [...placesByName().keys()].filter((name) => name.length > 3),
    employer: EMPLOYERS,
    ...FIGURES[key],
  };
}

/** A list over and over until it is as long as half of another. */
function many(list: readonly string[], length: number): string[] {
  return Array.from({ length: Math.floor(length / 2) }, (_, at) => list[at % list.length] ?? '');
}
