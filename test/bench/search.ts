import { groupsOf, TRAINING, trainEncoder } from '../../knowledge/build/encoder.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { others, rolecall, type Engine, type Thing } from './search/engines.ts';
import { measure, placeOf, sized, type Score } from './search/measure.ts';
import { seeded } from '../../knowledge/build/random.ts';
import { builtInRoles, withLentNames } from './search/roles.ts';
import { HOW_TO_GET, onetTitles, syntheticTitles, type Material } from './search/titles.ts';
import { nothing, typings } from './search/typed.ts';

const SIZES = [1_000, 10_000, Infinity];
const SEED = 2026;
const TYPED_EACH = 3;

const folder = process.argv[2] ?? process.env['BENCH_DATA'];
const builtIn = await builtInRoles();
const material = folder === undefined ? syntheticTitles() : onetTitles(folder);
// Trained on the older release alone, which knows none of the new titles.
const encoder =
  folder === undefined ? undefined : { table: trainEncoder(groupsOf(material.things), TRAINING) };
const own = rolecall(encoder && (() => encoder));
const engines = [own, ...others];
newTitles(material);
if (folder !== undefined)
  seenApart('Rolecall with the names of its own roles lent to the occupations that they stand for', {
    ...material,
    things: withLentNames(material.things, builtIn),
  });
if (folder !== undefined)
  seenApart('Rolecall with its built-in roles beside the occupations, as who imports O*NET has it', {
    ...material,
    things: [...builtIn, ...material.things],
  });
typedNames(builtIn);
if (folder === undefined) console.log(`\nThe first tables are of made-up titles. ${HOW_TO_GET}`);

/** Titles that the corpus does not hold: which things do they belong to? */
function newTitles({ things, questions, what }: Material): void {
  console.log(`New titles (${what})
A title counts as found where any thing that it belongs to is found: first (@1), or among the first five (@5). Rolecall is
asked for things, the others for titles, which may belong to several things. None of these titles took part in a fit.`);
  const scores = engines.map(() => new Map<number, Score>());
  for (const size of SIZES) {
    const some = sized(things, size);
    const titles = some.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
    const keys = new Set(some.map(({ key }) => key));
    const asked = questions.filter(({ right }) => [...right].some((key) => keys.has(key)));
    console.log(`\n${titles} titles of ${some.length} things, ${asked.length} questions`);
    console.log(row(['', '@1', '@5', 'p50 ms', 'p99 ms', 'build ms', 'asked']));
    engines.forEach((engine, i) => {
      const score = measure(engine, some, asked);
      scores[i]?.set(titles, score);
      console.log(row([engine.name, ...figures(score)]));
    });
  }
  growth(scores);
}

function figures({ first, firstFive, p50, p99, build, asked }: Score): string[] {
  return [
    first.toFixed(3),
    firstFive.toFixed(3),
    p50.toFixed(2),
    p99.toFixed(2),
    build.toFixed(0),
    String(asked),
  ];
}

/** All questions, none of which took part in any fit; and those that are no name of a built-in role, which may be lent. */
function seenApart(heading: string, { things, questions }: Pick<Material, 'things' | 'questions'>): void {
  const known = new Set(builtIn.flatMap(({ title, aliases }) => [title, ...aliases]).map(normalise));
  const unknown = questions.filter(({ typed: text }) => !known.has(normalise(text)));
  console.log(`\n${heading}`);
  console.log(row(['', '@1', '@5', 'p50 ms', 'p99 ms', 'build ms', 'asked']));
  console.log(row(['all', ...figures(measure(own, things, questions))]));
  console.log(row(['no role is called so', ...figures(measure(own, things, unknown))]));
}

/** How the time of a question grows with the number of titles. */
function growth(scores: readonly ReadonlyMap<number, Score>[]): void {
  console.log('\nTen times the titles take, at the median and at p99');
  engines.forEach(({ name }, i) => {
    const sizes = [...(scores[i] ?? [])];
    const [least, most] = [sizes[0], sizes.at(-1)];
    if (!least || !most) return;
    const tens = Math.log10(most[0] / least[0]);
    const times = (of: (score: Score) => number) =>
      `${((of(most[1]) / of(least[1])) ** (1 / tens)).toFixed(1)}×`;
    console.log(row([name, times(({ p50 }) => p50), times(({ p99 }) => p99)]));
  });
}

/** Names of the built-in roles as people type them, and what is no name of a role. */
function typedNames(roles: readonly Thing[]): void {
  const things = roles.map((thing) => ({ ...thing, codes: [thing.key] }));
  const kinds = Object.keys(typings);
  console.log(
    `\nTyped names (${things.length} built-in roles, ${TYPED_EACH} times each; the right role first)`,
  );
  console.log(row(['', ...kinds, 'all', 'p99 ms', 'false']));
  for (const engine of engines) console.log(row([engine.name, ...typed(engine, things)]));
  console.log(
    `"false": of ${nothing.length} nonsense words, everyday words and other trades, those that got an answer.`,
  );
}

function typed(engine: Engine, things: readonly Thing[]): string[] {
  const search = engine.build(things);
  const times: number[] = [];
  const shares: string[] = [];
  let [right, all] = [0, 0];
  for (const typing of Object.values(typings)) {
    const random = seeded(SEED);
    let [found, asked] = [0, 0];
    for (const { key, title } of things.flatMap((thing) => Array<Thing>(TYPED_EACH).fill(thing))) {
      const text = typing(plain(title), random);
      if (text === undefined) continue;
      const start = performance.now();
      const given = search(text);
      times.push(performance.now() - start);
      asked++;
      if (placeOf(given, { right: new Set([key]) }) === 0) found++;
    }
    shares.push((found / asked).toFixed(3));
    right += found;
    all += asked;
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  const answered = nothing.filter((text) => search(text).answered).length;
  return [...shares, (right / all).toFixed(4), p99.toFixed(2), String(answered)];
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function row([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(11)).join('');
}
