import { describe, expect, it } from 'vitest';
import { course, type Files, lint, prompt, role } from './pack.ts';

const ML = 'roles/ml-engineer.yaml';
const PROMPT = 'prompts/ml-engineer/drift.yaml';
const COURSE = 'courses/deep-learning.yaml';

/** A reference to what is in no pack, and what the linter answers. */
const DANGLING: readonly [title: string, files: Files, answer: string][] = [
  [
    'the source of a summary',
    { [ML]: role('ml-engineer', 'ML Engineer').replace('[guide]', '[gide]') },
    `error ${ML}:6:13 summary.sources[0] — there is no source "gide": did you mean "guide"? If not, add sources/gide.yaml`,
  ],
  [
    'the source of a fact in a role',
    { [ML]: role('ml-engineer', 'ML Engineer', 'entryLevel:\n  - { source: xyzzy, value: true }\n') },
    `error ${ML}:8:7 entryLevel[0].source — there is no source "xyzzy": add sources/xyzzy.yaml`,
  ],
  [
    'the source that a file of facts is named after, once for the whole file',
    { 'roles/ml-engineer/xyzzy.yaml': 'entryLevel:\n  - value: true\nnotes:\n  - items: [A]\n' },
    'error roles/ml-engineer/xyzzy.yaml:1:1 source — there is no source "xyzzy": add sources/xyzzy.yaml',
  ],
  [
    'the role that a folder of facts is named after',
    { 'roles/plumber/guide.yaml': 'entryLevel:\n  - value: true\n' },
    'error roles/plumber/guide.yaml:1:1 role — there is no role "plumber": add roles/plumber.yaml',
  ],
  [
    'a related role',
    { [ML]: role('ml-engineer', 'ML Engineer', 'related: [{ source: guide, role: ml-enginer }]\n') },
    `error ${ML}:7:28 related[0].role — there is no role "ml-enginer": did you mean "ml-engineer"? If not, add roles/ml-enginer.yaml`,
  ],
  [
    'a course deep in a roadmap',
    {
      [ML]: role(
        'ml-engineer',
        'ML Engineer',
        'roadmap:\n  - source: guide\n    phases:\n      - name: One\n        items:\n          - { kind: course, name: DL, course: deep-lerning }\n',
      ),
    },
    `error ${ML}:12:39 roadmap[0].phases[0].items[0].course — there is no course "deep-lerning": did you mean "deep-learning"? If not, add courses/deep-lerning.yaml`,
  ],
  [
    'the source of a fact of a course',
    { [COURSE]: course('{ source: xyzzy }') },
    `error ${COURSE}:4:11 facts[0].source — there is no source "xyzzy": add sources/xyzzy.yaml`,
  ],
  [
    'a role that a course is for',
    { [COURSE]: course('{ source: guide, roles: [{ role: plumber }] }') },
    `error ${COURSE}:4:36 facts[0].roles[0].role — there is no role "plumber": add roles/plumber.yaml`,
  ],
  [
    'a role of a move',
    {
      'transitions/plumber--ml-engineer.yaml':
        'id: plumber--ml-engineer\nfrom: plumber\nto: ml-engineer\ndocumented: [{ source: guide }]\n',
    },
    'error transitions/plumber--ml-engineer.yaml:2:1 from — there is no role "plumber": add roles/plumber.yaml',
  ],
  [
    'a course to read in a prompt',
    { [PROMPT]: prompt('', 'course: xyzzy') },
    `error ${PROMPT}:5:24 read.course — there is no course "xyzzy": add courses/xyzzy.yaml`,
  ],
  [
    'the track of a prompt',
    { 'prompts/plumber/drift.yaml': prompt() },
    'error prompts/plumber/drift.yaml:1:1 track — there is no role and no skill and no topic "plumber": add roles/plumber.yaml',
  ],
  [
    'the source of a line of facts',
    { 'facts.jsonl': '{"source":"xyzzy","role":"ml-engineer","entryLevel":[{"value":true}]}\n' },
    'error facts.jsonl:1:2 source — there is no source "xyzzy": add sources/xyzzy.yaml',
  ],
];

describe('a reference to nothing: the linter answers', () => {
  it.each(DANGLING)('%s', async (_title, files, answer) => {
    expect(await lint(files)).toEqual([answer]);
  });
});
