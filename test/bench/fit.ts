import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { groupsOf, TRAINING, trainEncoder } from '../../knowledge/build/encoder.ts';
import { fitSoftmax, scoresOf } from '../../knowledge/build/softmax.ts';
import { type Feature, FEATURES, WEIGHTS, type Weights } from '../../knowledge/search/evidence.ts';
import { type Case, featureTable } from './search/fit.ts';
import { builtInRoles, withLentNames } from './search/roles.ts';
import { newTitles } from './search/titles.ts';

const STEPS = 80;
const DECAY = 1e-4;
const FOLDS = 4;
const FILE = fileURLToPath(new URL('../../knowledge/search/weights.json', import.meta.url));

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give the folder that holds onet-27.0/ and onet-29.2/.');

const { things, questions, isTechnology } = newTitles(folder);
const encoder = { table: trainEncoder(groupsOf(things), TRAINING) };
const table = featureTable(withLentNames(things, await builtInRoles()), questions, () => encoder);
const isOfTechnology = ({ question }: Case) => [...question.right].some(isTechnology);
const unseen = table.filter(isOfTechnology);
const seen = table.filter((one) => !isOfTechnology(one));

console.log(`${seen.length} new titles outside technology, which the weights are fitted on; ${unseen.length} of technology, which
they never see. Cross-fitted: on the former and three quarters of the latter, asked of the fourth.\n`);
console.log(row(['', 'seen @1', '@5', 'unseen @1', '@5', 'crossed @1', '@5']));
report('all', []);
for (const feature of FEATURES) report(`without ${feature}`, [feature]);

const [many, few] = [fitted([]), fitted(['topic', 'near'])];
writeFileSync(FILE, `${JSON.stringify({ many, few: { ...few, fit: WEIGHTS.few.fit } }, undefined, 2)}\n`);
console.log(`\nWritten: ${FILE}`);

/** Fits without some features; prints how well that does. */
function report(name: string, off: readonly Feature[]): void {
  const [known, asked] = [masked(seen, off), masked(unseen, off)];
  const weights = fit(known);
  const crossed = Array.from({ length: off.length === 0 ? FOLDS : 0 }, (_, fold) => {
    const rest = asked.filter((_case, i) => i % FOLDS !== fold);
    return placed(
      asked.filter((_case, i) => i % FOLDS === fold),
      fit([...known, ...rest]),
    );
  }).flat();
  const cells = [
    placed(known, weights),
    placed(asked, weights),
    ...(off.length === 0 ? [crossed] : []),
  ].flatMap(shares);
  console.log(row([name, ...cells.map((share) => share.toFixed(3))]));
}

/** The weights of all but some features, rounded: a file of them is to be read. */
function fitted(off: readonly Feature[]): Weights {
  const weights = fit(masked(seen, off));
  const named = FEATURES.map((feature, i) => [feature, Math.round((weights[i] ?? 0) * 1000) / 1000] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each feature
  return Object.fromEntries(named) as Weights;
}

function fit(cases: readonly Case[]): Float64Array {
  return fitSoftmax(cases, { features: FEATURES.length, steps: STEPS, decay: DECAY });
}

function masked(cases: readonly Case[], off: readonly Feature[]): Case[] {
  const silent = FEATURES.map((feature) => off.includes(feature));
  const size = FEATURES.length;
  return cases.map((one) => ({
    ...one,
    values: one.values.map((value, i) => (silent[i % size] ? 0 : value)),
  }));
}

/** The place, from 0, of the first right candidate of each case; -1 where it is not among the first five. */
function placed(cases: readonly Case[], weights: Float64Array): number[] {
  return cases.map((one) => {
    const order = scoresOf(one, weights).map((score, i) => ({ score, i }));
    const five = order.toSorted((a, b) => b.score - a.score || a.i - b.i).slice(0, 5);
    return five.findIndex(({ i }) => one.right.has(i));
  });
}

function shares(places: readonly number[]): [number, number] {
  const share = (is: (place: number) => boolean) => places.filter(is).length / places.length;
  return [share((place) => place === 0), share((place) => place >= 0)];
}

function row([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join('');
}
