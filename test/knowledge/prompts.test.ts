import { check, formatFinding } from '../../knowledge/check.ts';
import { checkTracks } from '../../knowledge/check/tracks.ts';
import { merge } from '../../knowledge/load/merge.ts';
import { readPacks } from '../../knowledge/load/read-packs.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { aPack, GOOD, lint } from './pack.ts';

const PROMPT = `title: Drift
order: 2
skills: [Monitoring]
why: It matters.
read: {title: A page, url: https://pages.example/drift, cost: { free: true } }
build: {text: Plot it.}
discuss: Did it help?
sources: [guide]
`;

const ML = 'prompts/ml-engineer/drift.yaml';

describe('the prompts that are built in', () => {
  let knowledge: KnowledgeBase;
  beforeAll(async () => {
    knowledge = await openKnowledge(BUILT_IN);
  });

  test('each stands where its number says, and no number twice', () => {
    for (const prompts of Map.groupBy(knowledge.prompts, ({ track }) => track).values()) {
      const orders = prompts.map(({ order }) => order);
      expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    }
  });

  test('there is nothing that the linter says of a track', async () => {
    const findings = await check(BUILT_IN, { today: '2026-11-29' });
    const told = findings.filter(({ message }) =>
      /^its track|^nobody wrote prompts|^asks nearly/.test(message),
    );
    expect(told.map(formatFinding)).toEqual([]);
  });
});

describe('a prompt in a pack of your own', () => {
  test('fits between two of the others', async () => {
    const pack = aPack({ ...GOOD, [ML]: PROMPT, 'prompts/ml-engineer/a.yaml': PROMPT.replace('2', '2.5') });
    const { prompts } = await openKnowledge([pack]);
    expect(prompts.map(({ track, id }) => `${track}/${id}`)).toEqual(['ml-engineer/drift', 'ml-engineer/a']);
  });

  test.each([
    ['a source that is not there', PROMPT.replace('guide', 'gide'), 'there is no source "gide"'],
    ['nothing to open', PROMPT.replace('url: https://pages.example/drift, ', ''), 'give course, or url'],
    ['a novel', PROMPT.replace('It matters.', 'x'.repeat(401)), 'is longer than 400 letters'],
    ['a field that is none', `${PROMPT}tittle: x\n`, 'tittle'],
  ])('%s is found', async (_, text, finding) => {
    expect((await lint({ ...GOOD, [ML]: text })).join('\n')).toContain(finding);
  });

  test('one in a folder that is named after nothing is found', async () => {
    const findings = await lint({ ...GOOD, 'prompts/ml-enginer/drift.yaml': PROMPT });
    expect(findings.join('\n')).toContain(
      'there is no role and no skill and no topic "ml-enginer": did you mean "ml-engineer"?',
    );
  });
});

const [HOUR, TEN, WEEKEND] = ['hour', 'ten-minutes', 'weekend'].map((each) => `${PROMPT}duration: ${each}\n`);
const other = (text: string, words: string) =>
  text.replace('Drift', words).replace('Plot it.', `${words}.`).replace('Did it help?', `${words}?`);

/** Everything it says of a pack with these prompts for one role. */
const saidOf = async (...prompts: readonly string[]) =>
  lint({
    ...GOOD,
    ...Object.fromEntries(prompts.map((text, at) => [`prompts/ml-engineer/p${at}.yaml`, text])),
  });

const long = (text: string) =>
  (HOUR ?? '')
    .replace('Plot it.', `'${text}'`)
    .replace('Did it help?', 'Which alarm did you switch off, and were you right?');

describe('what the linter says of a track', () => {
  test('nothing, where there is one of each duration', async () => {
    const [ten, weekend] = [
      other(TEN ?? '', 'Count the labels twice'),
      other(WEEKEND ?? '', 'Serve one request'),
    ];
    expect(await saidOf(HOUR ?? '', ten, weekend)).toEqual([]);
  });

  test('nothing, where none names how long it takes', async () => {
    expect(await saidOf(PROMPT)).toEqual([]);
  });

  test.each([
    [[HOUR], 'has no prompt of duration ten-minutes and none of weekend: add one'],
    [[HOUR, TEN], 'has no prompt of duration weekend: add one'],
  ])('%#: what is missing', async (prompts, finding) => {
    const [first, ...more] = prompts;
    expect(
      (await saidOf(first ?? '', ...more.map((text) => other(text ?? '', 'Count the labels')))).join(),
    ).toContain(finding);
  });

  test('two that ask the same in nearly the same words', async () => {
    const found = await saidOf(
      long(
        'Replay a year of data against a model trained on its first month, and plot input drift and loss.',
      ),
      long(
        'Take a model trained on its first month, replay the year of data and plot the loss and the drift.',
      ),
      other(TEN ?? '', 'Name the owner of one table'),
      other(WEEKEND ?? '', 'Serve one request'),
    );
    expect(found).toEqual([
      expect.stringMatching(/p1\.yaml:\d+:\d+ build\.text — asks nearly the same as "Drift" \(p0\)/),
    ]);
  });
});

test.each([
  [0, 'nobody wrote prompts for qa-engineer: add prompts/qa-engineer/'],
  [7, 'its track has 7 prompts, and its role has a guide: write 8 or more'],
])('of a role with a guide and %i prompts it says so', async (count, finding) => {
  const contents = await readPacks(BUILT_IN);
  const content = merge(contents);
  const others = content.entries.prompt.filter(({ track }) => track !== 'qa-engineer');
  const own = content.entries.prompt.filter(({ track }) => track === 'qa-engineer').slice(0, count);
  const entries = { ...content.entries, prompt: [...others, ...own] };
  const said = checkTracks(contents, { ...content, entries });
  expect(said.filter(({ file }) => /qa-engineer/.test(file)).map(({ message }) => message)).toContain(
    finding,
  );
});
