import { describe, expect, it } from 'vitest';
import { facts, type Files, lint, role, source } from './pack.ts';

const ML = 'roles/ml-engineer.yaml';
const PAY = 'roles/ml-engineer/guide.yaml';
const pay = (band: string) =>
  `pay:\n  - { level: mid, basis: base, currency: USD, region: US, ${band} }\nskills: [{ items: [{ name: SQL }] }]\n`;

/** What is well written but cannot be, or should be looked at, and the one line that the linter answers. */
const DIALOGUE: readonly [title: string, files: Files, answer: string][] = [
  [
    'a related role is misspelt',
    { [PAY]: `${facts(1e5, 'SQL')}related:\n  - role: data-enginer\n` },
    `error ${PAY}:13:5 related[0].role — there is no role "data-enginer": did you mean "data-engineer"? If not, add roles/data-enginer.yaml`,
  ],
  [
    'a source has no file',
    { 'roles/ml-engineer/blog.yaml': facts(1e5, 'SQL') },
    'error roles/ml-engineer/blog.yaml:1:1 source — there is no source "blog": add sources/blog.yaml',
  ],
  [
    'a role has facts but no file',
    { 'roles/sre/guide.yaml': facts(1e5, 'SQL') },
    'error roles/sre/guide.yaml:1:1 role — there is no role "sre": add roles/sre.yaml',
  ],
  [
    'a course has no file',
    {
      [PAY]: `${facts(1e5, 'SQL')}roadmap:\n  - phases:\n      - name: One\n        items:\n          - { kind: course, name: X, course: zzz }\n`,
    },
    `error ${PAY}:16:38 roadmap[0].phases[0].items[0].course — there is no course "zzz": add courses/zzz.yaml`,
  ],
  [
    'an end of a transition has no file',
    {
      'transitions/qqq--ml-engineer.yaml':
        'id: qqq--ml-engineer\nfrom: qqq\nto: ml-engineer\ndocumented: [{ source: guide }]\n',
    },
    'error transitions/qqq--ml-engineer.yaml:2:1 from — there is no role "qqq": add roles/qqq.yaml',
  ],
  [
    'a fact in a role file has no source',
    { [ML]: role('ml-engineer', 'ML Engineer', 'entryLevel:\n  - value: true\n') },
    `error ${ML}:8:5 entryLevel[0].source — is missing: add a text (in quotes if it is a number, or true or false)`,
  ],
  [
    'a fact stands in the file of another source',
    { [PAY]: `${facts(1e5, 'SQL')}entryLevel:\n  - { source: survey, value: true }\n` },
    `error ${PAY}:13:7 entryLevel[0].source — is "survey" among the facts of guide: move it to the facts of survey`,
  ],
  [
    'two roles share an alias',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases: [etl-Developers]\n') },
    `error ${ML}:7:11 aliases[0] — "etl-Developers" is also an alias of data-engineer: keep it in one of the two`,
  ],
  [
    'an alias is the title of another role',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases: [Data  Engineer]\n') },
    `error ${ML}:7:11 aliases[0] — "Data  Engineer" is also the name of data-engineer: keep it in one of the two`,
  ],
  [
    'an abbreviation means two roles',
    {
      [ML]: role('ml-engineer', 'ML Engineer', 'aliases: [DE]\n'),
      'roles/data-engineer.yaml': role('data-engineer', 'Data Engineer', 'aliases: [DE]\n'),
    },
    `warning ${ML}:7:11 aliases[0] — "DE" also means data-engineer: whoever types it is asked which`,
  ],
  [
    'low is above high',
    { [PAY]: pay('low: 200000, high: 150000') },
    `error ${PAY}:2:5 pay[0] — low is above high`,
  ],
  ['a band has no figure', { [PAY]: pay('high: 150000') }, `error ${PAY}:2:5 pay[0] — give low, or median`],
  ['a band has no end', { [PAY]: pay('low: 150000') }, `error ${PAY}:2:5 pay[0] — give high, or open: true`],
  [
    'percentiles are out of order',
    { [PAY]: pay('p10: 90000, median: 80000, p90: 120000') },
    `error ${PAY}:2:71 pay[0].median — is 80000, below p10 (90000): correct one of the two`,
  ],
  [
    'a band is a digit too wide',
    { [PAY]: pay('low: 15000, high: 155000') },
    `warning ${PAY}:2:71 pay[0].high — is 155000, more than 10 times low (15000): is a digit too many?`,
  ],
  [
    'pay is in thousands',
    { [PAY]: pay('low: 155, high: 200') },
    `warning ${PAY}:2:59 pay[0].low — 155 a year is little: write whole units (155000, not 155), or per: hour`,
  ],
  [
    'a # swallows the rest of a text',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases:\n  - Engineer #1\n') },
    `warning ${ML}:8:13 — "#1" is read as a comment: put the whole text in quotes, or a space after #`,
  ],
  [
    'a source is past its review',
    { 'sources/guide.yaml': source('guide').replace('2027-06-01', '2026-11-20') },
    'warning sources/guide.yaml:6:1 reviewBy — was to be reviewed by 2026-11-20: compare its facts with the source again, then move the date',
  ],
  [
    'a source is soon to be reviewed',
    { 'sources/guide.yaml': source('guide').replace('2027-06-01', '2026-12-21') },
    'warning sources/guide.yaml:6:1 reviewBy — is to be reviewed by 2026-12-21, within 30 days',
  ],
  [
    "a review is counted from the day of reading, and not from the publisher's",
    {
      'sources/guide.yaml': source('guide', 'published: { year: 2025, month: 2, printed: February 2025 }\n'),
    },
    "warning sources/guide.yaml:6:1 reviewBy — is more than 2 years after the publisher's own date (2025-02-28): count from that, 2027-02-28 at the latest",
  ],
  [
    'what has no releases is trusted longer, but not for ever',
    {
      'sources/guide.yaml': source(
        'guide',
        'published: { year: 2020, printed: "2020" }\nnextRelease: none\n',
      ),
    },
    "warning sources/guide.yaml:6:1 reviewBy — is more than 5 years after the publisher's own date (2020-12-31): count from that, 2025-12-31 at the latest",
  ],
  [
    'the next release should be out',
    {
      'sources/guide.yaml': source(
        'guide',
        'nextRelease: { year: 2026, month: 10, printed: October 2026 }\n',
      ),
    },
    'warning sources/guide.yaml:7:1 nextRelease — the next release was expected in October 2026: look whether it is out, and write it down as replacedBy',
  ],
  [
    'a newer release is out',
    {
      'sources/guide.yaml': source(
        'guide',
        'nextRelease: { year: 2026, printed: "2026" }\nreplacedBy: { title: Guide 2, published: { year: 2026, month: 8, printed: August 2026 }, seen: 2026-11-01 }\n',
      ),
    },
    'warning sources/guide.yaml:8:1 replacedBy — Guide 2 of August 2026 is out: see what it changes with "rolecall refresh", then take it over',
  ],
  [
    'a role has one source of pay',
    { 'roles/ml-engineer/survey.yaml': 'skills: [{ items: [{ name: SQL }] }]\n' },
    `warning ${ML}:1:1 — only guide says what this role pays: add a second source`,
  ],
  [
    'a role has no pay and no skills',
    {
      'roles/sre.yaml': role('sre', 'SRE', 'pay: []\nskills: [{ source: guide, items: [{ name: SQL }] }]\n'),
    },
    'warning roles/sre.yaml:1:1 — no source says what this role pays: add pay',
  ],
  [
    'a line of roles.jsonl is cut off',
    { 'roles.jsonl': '\n{"id": "x", "tit' },
    'error roles.jsonl:2:17 — is not JSON (Unterminated string in JSON at position 16 (line 1 column 17)): write one whole entry on the line, or make the file again',
  ],
  [
    'a line of roles.jsonl lacks a field',
    { 'roles.jsonl': '{"id":"x","title":"X","summary":{"text":"x","sources":["guide"]}}\n' },
    'error roles.jsonl:1:1 family — is missing: add a text (in quotes if it is a number, or true or false)',
  ],
  [
    'a line of facts.jsonl is about nothing',
    { 'facts.jsonl': '{"source":"guide","pay":[]}\n' },
    'error facts.jsonl:1:1 — name what the facts are about: one of role, onet, esco, titles',
  ],
  [
    'nobody has the code of a fact',
    { 'facts.jsonl': '{"source":"guide","onet":"15-2051"}\n{"source":"guide","onet":"15-2052"}\n' },
    'warning facts.jsonl:1:19 onet — no role has what this line is about, nor what 1 more lines are, so their facts are never shown: add roles for them, or leave them',
  ],
];

describe('the linter looks at what the facts say', () => {
  it('and finds nothing in good knowledge', async () => {
    expect(await lint({})).toEqual([]);
  });

  it.each(DIALOGUE)('%s', async (_title, files, answer) => {
    expect(await lint(files)).toEqual([answer]);
  });
});
