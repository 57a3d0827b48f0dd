import { DURATIONS } from '../../knowledge/kinds/prompt.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { DATA } from '../commands/talk.ts';
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
    knowledge = await openKnowledge([DATA]);
  });

  test('every guided role has a track of eight weeks or more, with something for a break, an hour and a weekend', () => {
    const tracks = Map.groupBy(knowledge.prompts, ({ track }) => track);
    const guided = knowledge.of('guide').all.map(({ role }) => role);
    expect(guided.length).toBeGreaterThanOrEqual(12);
    const short = guided.filter((role) => (tracks.get(role)?.length ?? 0) < 8);
    const kindsOf = (role: string) => new Set(tracks.get(role)?.map(({ duration }) => duration));
    expect(short).toEqual([]);
    expect(guided.filter((role) => !DURATIONS.every((each) => kindsOf(role).has(each)))).toEqual([]);
    expect(tracks.get('ml-engineer')).toHaveLength(24);
  });

  test('each stands where its number says, and no number twice', () => {
    for (const prompts of Map.groupBy(knowledge.prompts, ({ track }) => track).values())
      expect(prompts.map(({ order }) => order)).toEqual(prompts.map((_, at) => at + 1));
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
      'there is no role and no skill "ml-enginer": did you mean "ml-engineer"?',
    );
  });
});
