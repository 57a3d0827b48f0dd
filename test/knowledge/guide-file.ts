import { stringify } from 'yaml';

/** What only one of two roles is told, so that their guides share no sentence. */
const TAGS: Readonly<Record<string, string>> = { 'ml-engineer': 'models', 'data-engineer': 'pipelines' };

/** The file of a guide with every part that a guide must have; `changes` replaces parts. */
export function guideOf(role: string, changes: object = {}): string {
  const other = role === 'ml-engineer' ? 'data-engineer' : 'ml-engineer';
  const tag = TAGS[role] ?? role;
  let count = 0;
  const line = () => `Number ${++count} is said of ${tag} and of nothing else.`;
  const lines = (length: number) => Array.from({ length }, line);
  const hours = { low: 5, high: 10 };
  const project = () => ({ title: line(), show: line() });
  return stringify(
    {
      source: 'guide',
      reviewed: '2026-11-29',
      restsOn: ['survey'],
      is: line(),
      isNot: [{ text: line() }],
      responsibilities: lines(5),
      week: lines(5),
      skills: Array.from({ length: 10 }, (_, i) => ({
        name: `Skill ${i} of ${tag}`,
        why: line(),
        enough: line(),
        when: 'first',
        hours,
        free: 'deep-learning',
      })),
      phases: [0, 1, 2].map((i) => ({
        name: line(),
        skills: [`Skill ${i} of ${tag}`],
        project: { ...project(), hours },
      })),
      levels: (['entry', 'mid', 'senior'] as const).map((level) => ({
        level,
        title: level,
        changes: line(),
      })),
      hard: lines(3),
      people: lines(3),
      waysIn: lines(4).map((why) => ({
        from: other,
        why,
        brings: lines(2),
        missing: lines(1),
        build: lines(2),
      })),
      waysOut: lines(3).map((why) => ({ to: other, why, brings: lines(1), missing: lines(1) })),
      courses: lines(3).map((text) => ({ course: 'deep-learning', text })),
      certificates: [{ name: 'None', asked: false, text: line() }],
      portfolio: [project(), project(), project()],
      interview: {
        stages: lines(3),
        topics: lines(3).map((topic) => ({ topic, ask: lines(2) })),
        prepare: lines(2),
        mistake: line(),
      },
      resume: { write: lines(3), drop: lines(3) },
      jobs: { titles: lines(4), employers: lines(2), where: lines(1) },
      questions: Array.from({ length: 5 }, () => ({
        ask: 'How long does it take from nothing?',
        answer: line(),
      })),
      ai: {
        shifts: [{ text: 'Ten of a hundred tasks go twice as fast.', source: 'survey' }, line()],
        stays: lines(1),
      },
      pay: { moves: lines(2), negotiate: lines(1) },
      outlook: lines(1),
      ...changes,
    },
    { aliasDuplicateObjects: false },
  );
}
