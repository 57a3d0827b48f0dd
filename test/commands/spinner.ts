import type { Files } from '../knowledge/pack.ts';
import { facts, role, source } from '../knowledge/pack.ts';

/** What spinners learn, by phases. */
const PHASES = [
  ['SQL', 'PyTorch', 'Git'],
  ['Docker', 'Carding', 'Combing'],
  ['Plying', 'Winding', 'Dyeing', 'Reeling'],
];
/** Every skill of the guide, as somebody types all they have. */
export const ALL_TEN = PHASES.flat().join(', ');

const hours = { low: 10, high: 20 };
const lines = (count: number, what: string) => Array.from({ length: count }, (_, at) => `${what} ${at + 1}`);

/** Ten skills and three projects of 10–20 h each, which are 130–260 h; the course for SQL states 12 of them. */
const GUIDE = {
  source: 'guide',
  reviewed: '2026-11-20',
  restsOn: ['guide'],
  is: 'Makes yarn.',
  isNot: [{ text: 'Weaving is another trade.' }],
  responsibilities: lines(5, 'Duty'),
  week: lines(5, 'Morning'),
  skills: PHASES.flat().map((name) => ({
    name,
    why: `Why ${name}.`,
    enough: `Enough ${name}.`,
    when: ['Dyeing', 'Reeling'].includes(name) ? 'later' : 'first',
    hours,
    free: name === 'SQL' ? 'tables' : 'handbook',
  })),
  phases: PHASES.map((skills, at) => ({
    name: ['Fibre', 'Thread', 'Yarn'][at],
    skills,
    project: { title: ['A sliver', 'A bobbin', 'A skein'][at], show: 'Show it.', hours },
  })),
  levels: ['entry', 'mid', 'senior'].map((level) => ({
    level,
    title: `A ${level} spinner`,
    changes: 'More.',
  })),
  hard: lines(3, 'Hard'),
  people: lines(3, 'People'),
  waysIn: ['weaver', 'dyer', 'carder', 'tailor'].map((from) => ({
    from,
    brings: [`What a ${from} brings`, 'Patience'],
    missing: [`What a ${from} lacks`],
    build: [`What a ${from} builds`, 'A second thing'],
  })),
  waysOut: ['weaver', 'dyer', 'tailor'].map((to) => ({
    to,
    why: 'Why.',
    brings: ['Yarn'],
    missing: ['Looms'],
  })),
  courses: lines(3, 'Good').map((text) => ({ course: 'handbook', text })),
  certificates: [{ name: 'A seal', asked: false, text: 'Nobody asks.' }],
  portfolio: lines(3, 'Piece').map((title) => ({ title, show: 'Show it.' })),
  interview: {
    stages: lines(3, 'Stage'),
    topics: lines(3, 'Topic').map((topic) => ({ topic, ask: lines(2, 'Question') })),
    prepare: lines(2, 'Prepare'),
    mistake: 'Haste.',
  },
  resume: { write: lines(3, 'Write'), drop: lines(3, 'Drop') },
  jobs: { titles: lines(4, 'Title'), employers: lines(2, 'Mill'), where: ['At mills.'] },
  questions: lines(5, 'Ask').map((ask) => ({ ask, answer: 'Yes.' })),
  ai: { shifts: lines(2, 'Shift'), stays: ['Hands.'] },
  pay: { moves: lines(2, 'Move'), negotiate: ['Ask.'] },
  outlook: ['Good.'],
};

function course(id: string, cost: string, more = ''): string {
  return `id: ${id}\ntitle: ${id}\nkind: course\nteaches: [SQL]\nfacts:\n  - source: guide\n    cost: ${cost}\n${more}`;
}

const forWeavers = '    roles:\n      - role: weaver\n';

/** Spinners have a guide; weavers, who need SQL, have none, and neither have the others. */
export const SPINNERS: Files = {
  'sources/guide.yaml': source('guide'),
  'roles/spinner.yaml': role('spinner', 'Spinner'),
  'guides/spinner.yaml': JSON.stringify(GUIDE),
  'roles/weaver.yaml': role('weaver', 'Weaver', 'related:\n  - { role: spinner, source: guide }\n'),
  'roles/weaver/guide.yaml': facts(100_000, 'SQL'),
  'roles/dyer.yaml': role('dyer', 'Dyer'),
  'roles/carder.yaml': role('carder', 'Carder'),
  'roles/tailor.yaml': role('tailor', 'Tailor'),
  'courses/handbook.yaml': course('handbook', '{ free: true }'),
  'courses/tables.yaml': course('tables', '{ free: true }', `    hours: 12\n${forWeavers}`),
  'courses/looms.yaml': course(
    'looms',
    '{ amount: 49, currency: USD, printed: $49 }',
    `    hours: 30\n${forWeavers}`,
  ),
  'transitions/dyer--weaver.yaml':
    'id: dyer--weaver\nfrom: dyer\nto: weaver\ndocumented:\n  - { source: guide, months: { about: 10 }, brings: [Colour], missing: [Looms] }\n',
};
