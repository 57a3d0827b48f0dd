import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { score } from '../../commands/ask/classifier.ts';
import { DIRECTION_ROWS, directionFeatures, isEnd } from '../../commands/ask/direction.ts';
import type { Feature } from '../../commands/ask/features.ts';
import { featuresOf, ROWS } from '../../commands/ask/features.ts';
import { partsOf, type Pattern } from '../../commands/ask/notation.ts';
import { tag } from '../../commands/ask/tagger.ts';
import { readUtterances, type Utterance } from '../../commands/ask/utterances.ts';
import { wordsOf } from '../../commands/ask/words.ts';
import { distance } from '../../knowledge/search/distance.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { isOrdinary } from '../../knowledge/search/ordinary.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { fillersOf } from './ask/fillers.ts';
import { randomOf, seedOf } from './ask/random.ts';
import { hasty, type Piece, sampleOf } from './ask/sample.ts';
import { type Example, examplesOf, trainLinear, whole } from './ask/train.ts';

const FOLDER = fileURLToPath(new URL('../../commands/ask', import.meta.url));
const DATA = fileURLToPath(new URL('../../knowledge/data', import.meta.url));
const FOLDS = 5;
/** As many sentences of each intent and language, within bounds for each utterance. */
const SENTENCES = 240;
const LEAST = 3;
const MOST = 16;
/** The more ways of saying it an utterance has, the more of them are learnt. */
const WAYS = 1.2;
/** What cross-validation and the questions that may be read said last. */
const MARGINS = { answer: 150, clause: 1000, refuse: 3000 };
/** As many models are trained, each in another order, and their weights averaged. */
const MODELS = 3;
const DIRECTIONS = ['from', 'to'];
/** How often the first must be right among utterances with as small a lead, to be answered and to be one of two. */
const ANSWERED = 0.35;
const PARTED = 0.6;

const utterances = readUtterances();
for (const { file, line, message } of utterances.findings) console.log(`${file}:${line} ${message}`);
const knowledge = await openKnowledge([DATA]);
const titled = new Set(knowledge.roles.all.flatMap(({ title }) => normalise(title).split(' ')));
const labels = [...new Set(utterances.all.map(({ intent }) => intent))].sort();
const words = askedWords(utterances.all);
const fillers = new Map(
  ['en', 'es', 'de', 'pt-BR'].map((language) => [language, fillersOf(knowledge, language)]),
);

interface Sample {
  readonly utterance: Utterance;
  /** The utterance's number: all its sentences are in one fold. */
  readonly line: number;
  /** Whether it is said as it is written, to be judged by. */
  readonly plainly: boolean;
  readonly features: readonly Feature[];
  readonly directions: readonly { readonly features: readonly Feature[]; readonly label: number }[];
}

const samples = sampleAll();
console.log(
  `${utterances.all.length} utterances, ${samples.length} sentences, ${labels.length} intents, ${words.size} words`,
);
const weights = learn(samples);
const directions = learnDirections(samples);
if (process.argv.includes('--cross')) crossValidate();
const margins = MARGINS;
writeFileSync(
  join(FOLDER, 'model.bin'),
  Buffer.concat([whole(weights).bytes, whole(directions).bytes].map((bytes) => Buffer.from(bytes.buffer))),
);
writeFileSync(
  join(FOLDER, 'model.json'),
  `${JSON.stringify({ labels, directions: DIRECTIONS, margins, words: [...words].sort().join(' ') }, null, 1)}\n`,
);

/** Words that at least two utterances are asked with. */
function askedWords(all: readonly Utterance[]): ReadonlySet<string> {
  const lines = new Map<string, number>();
  for (const { pattern } of all) {
    const own = partsOf(pattern).flatMap((part) =>
      part.kind === 'words' ? wordsOf(part.text).map(({ plain }) => plain) : [],
    );
    for (const word of new Set(own)) lines.set(word, (lines.get(word) ?? 0) + 1);
  }
  return new Set([...lines].filter(([word, n]) => n > 1 && !isMistyped(word)).map(([word]) => word));
}

/** A mistyped word of a title is none that people ask with: what it is part of is looked for. */
function isMistyped(word: string): boolean {
  if (word.length < 6 || isOrdinary(word) || titled.has(word)) return false;
  return [...titled].some(
    (title) =>
      Math.abs(title.length - word.length) < 2 && title[0] === word[0] && distance(word, title, 1) <= 1,
  );
}

function sampleAll(): Sample[] {
  const counts = Map.groupBy(utterances.all, ({ intent, language }) => `${language} ${intent}`);
  return utterances.all.flatMap((utterance, line) => {
    // Another utterance changes the sentences of no other.
    const random = randomOf(seedOf(`${utterance.language} ${utterance.intent} ${utterance.written}`));
    const own = fillers.get(utterance.language) ?? {};
    const among = counts.get(`${utterance.language} ${utterance.intent}`)?.length ?? 1;
    const ways = Math.round(WAYS * Math.log2(1 + waysOf(utterance.pattern)));
    const times = Math.max(LEAST, Math.min(MOST, Math.max(ways, Math.round(SENTENCES / among))));
    return Array.from({ length: times }, (_, at) => {
      const pieces = sampleOf(utterance, utterances, own, random);
      return sampleFrom(
        { utterance, line, plainly: at === 0 },
        at === 0 ? pieces : hasty(pieces, utterance.language, random),
      );
    });
  });
}

/** How many sentences a pattern stands for, names and rules apart. */
function waysOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'one':
      return pattern.of.reduce((sum, each) => sum + waysOf(each), 0);
    case 'all':
      return pattern.of.reduce((product, each) => product * waysOf(each), 1);
    case 'words':
    case 'slot':
    case 'rule':
      return 1;
  }
}

function sampleFrom(base: Pick<Sample, 'utterance' | 'line' | 'plainly'>, pieces: readonly Piece[]): Sample {
  const tagged = tag(pieces.map(({ text }) => text).join(''), knowledge, words);
  const filled = new Map<number, string>();
  let at = 0;
  for (const { text, slot } of pieces) {
    const length = wordsOf(text).length;
    if (slot !== undefined) for (let i = at; i < at + length; i++) filled.set(i, slot);
    at += length;
  }
  const ends = tagged.entities.filter(isEnd).flatMap((entity) => {
    const label = DIRECTIONS.indexOf(filled.get(entity.from) ?? '');
    return label === -1 ? [] : [{ features: directionFeatures(tagged, entity), label }];
  });
  return { ...base, features: featuresOf(tagged, words), directions: ends };
}

function learn(from: readonly Sample[]): Float32Array {
  const examples = from.map(({ features, utterance }): Example => ({
    features,
    label: labels.indexOf(utterance.intent),
  }));
  const table = examplesOf(examples);
  const seeds = Array.from({ length: MODELS }, (_, at) => 2 + at);
  return meanOf(
    seeds.map((seed) =>
      trainLinear(table, {
        rows: ROWS,
        labels: labels.length,
        epochs: 6,
        rate: 0.4,
        decay: 1e-6,
        random: randomOf(seed),
      }),
    ),
  );
}

/** What several models say together: what one of them made of the order of its examples evens out. */
function meanOf([first = new Float32Array(), ...others]: readonly Float32Array[]): Float32Array {
  return first.map(
    (weight, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), weight) / (others.length + 1),
  );
}

function learnDirections(from: readonly Sample[]): Float32Array {
  const examples = from.flatMap((sample): readonly Example[] => sample.directions);
  return trainLinear(examplesOf(examples), {
    rows: DIRECTION_ROWS,
    labels: DIRECTIONS.length,
    epochs: 4,
    rate: 0.3,
    decay: 1e-6,
    random: randomOf(3),
  });
}

function share(list: readonly boolean[]): string {
  return ((100 * list.filter(Boolean).length) / list.length).toFixed(1);
}

/** Scores each fifth of the utterances by what the others teach. */
function crossValidate(): { answer: number; clause: number } {
  const judged: { sample: Sample; right: boolean; near: boolean; lead: number; best: string }[] = [];
  let ends = 0;
  let rightEnds = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const { bytes } = whole(learn(samples.filter(({ line }) => line % FOLDS !== fold)));
    const model = { labels, weights: bytes };
    const ways = {
      labels: DIRECTIONS,
      weights: whole(learnDirections(samples.filter(({ line }) => line % FOLDS !== fold))).bytes,
    };
    for (const sample of samples.filter(({ line, plainly }) => line % FOLDS === fold && plainly)) {
      const scored = score(sample.features, model);
      const place = scored.findIndex(({ label }) => label === sample.utterance.intent);
      const lead = (scored[0]?.score ?? 0) - (scored[1]?.score ?? 0);
      judged.push({ sample, right: place === 0, near: place < 3, lead, best: scored[0]?.label ?? '' });
      for (const { features, label } of sample.directions) {
        ends += 1;
        if (score(features, ways)[0]?.label === DIRECTIONS[label]) rightEnds += 1;
      }
    }
  }
  for (const [language, all] of Map.groupBy(judged, ({ sample }) => sample.utterance.language))
    console.log(
      `${language}: first ${share(all.map(({ right }) => right))} %, among three ${share(all.map(({ near }) => near))} % of ${all.length}`,
    );
  console.log(
    `all: first ${share(judged.map(({ right }) => right))} %, among three ${share(judged.map(({ near }) => near))} %; directions ${((100 * rightEnds) / ends).toFixed(1)} % of ${ends}`,
  );
  const sorted = judged.toSorted((a, b) => a.lead - b.lead);
  for (let tenth = 0; tenth < 10; tenth++) {
    const part = sorted.slice((tenth * sorted.length) / 10, ((tenth + 1) * sorted.length) / 10);
    console.log(`lead from ${part[0]?.lead}: ${share(part.map(({ right }) => right))} % right`);
  }
  const leadOf = (least: number) => {
    const window = Math.floor(sorted.length / 20);
    const at = sorted.findIndex(
      (_, from) => sorted.slice(from, from + window).filter(({ right }) => right).length >= least * window,
    );
    return sorted[Math.max(0, at)]?.lead ?? 0;
  };
  const wrong = Map.groupBy(
    judged.filter(({ right }) => !right),
    ({ sample, best }) => `${sample.utterance.intent} → ${best}`,
  );
  for (const [what, all] of [...wrong].sort((a, b) => b[1].length - a[1].length).slice(0, 40))
    console.log(`${all.length} ${what}`);
  if (process.argv.includes('--wrong'))
    for (const { sample, best } of judged.filter(({ right }) => !right))
      console.log(
        `${sample.utterance.language}\t${sample.utterance.intent} → ${best}\t${sample.utterance.written}`,
      );
  return { answer: leadOf(ANSWERED), clause: leadOf(PARTED) };
}
