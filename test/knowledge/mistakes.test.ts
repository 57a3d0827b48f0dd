import { describe, expect, it } from 'vitest';
import { KnowledgeError, openKnowledge } from '../../knowledge/load.ts';
import { aPack, facts, type Files, GOOD, lint, role, source } from './pack.ts';

const ML = 'roles/ml-engineer.yaml';
const PAY = 'roles/ml-engineer/guide.yaml';
const pay = (band: string) =>
  `pay:\n  - { level: mid, basis: base, currency: USD, region: US, ${band} }\nskills: [{ items: [{ name: SQL }] }]\n`;

/** What a contributor writes, and the one line that the linter answers. */
const DIALOGUE: readonly [title: string, files: Files, answer: string][] = [
  [
    'a field is misspelt',
    { [ML]: role('ml-engineer', 'ML Engineer', 'alias: [MLE]\n') },
    `error ${ML}:7:1 alias — is no field here: did you mean "aliases"?`,
  ],
  [
    'a field is nothing like any',
    { [ML]: role('ml-engineer', 'ML Engineer', 'xyzzy: 1\n') },
    `error ${ML}:7:1 xyzzy — is no field here: take it out, or look into the JSON Schema for what there is`,
  ],
  [
    'a field is missing',
    { [ML]: 'id: ml-engineer\ntitle: ML Engineer\nsummary: { text: x, sources: [guide] }\n' },
    `error ${ML}:1:1 family — is missing: add a text (in quotes if it is a number, or true or false)`,
  ],
  [
    'a field below is missing',
    { [ML]: 'id: ml-engineer\ntitle: ML Engineer\nfamily: Data\nsummary:\n  text: x\n' },
    `error ${ML}:4:1 summary.sources — is missing: add a list: each item on a line of its own that begins with "- "`,
  ],
  [
    'a field is left empty',
    { [ML]: role('ml-engineer', '') },
    `error ${ML}:2:1 title — is empty: add a text (in quotes if it is a number, or true or false)`,
  ],
  [
    'a text is blank',
    { [ML]: role('ml-engineer', '" "') },
    `error ${ML}:2:1 title — is empty: write something, or leave the field out`,
  ],
  [
    'a text is a number',
    { [ML]: role('ml-engineer', '1984') },
    `error ${ML}:2:1 title — is 1984: write a text (in quotes if it is a number, or true or false)`,
  ],
  [
    'a number is a text',
    { [PAY]: pay('low: "150,000", high: 200000') },
    `error ${PAY}:2:59 pay[0].low — is "150,000": write a number, without quotes, signs or thousands separators`,
  ],
  [
    'a number is below zero',
    { [PAY]: pay('low: -5, high: 200000') },
    `error ${PAY}:2:59 pay[0].low — is -5: write a number above 0`,
  ],
  [
    'a level is not on the scale',
    { [PAY]: facts(1e5, 'SQL').replace('mid', 'junior') },
    `error ${PAY}:2:5 pay[0].level — is "junior": write one of entry, mid, senior, staff, lead, all`,
  ],
  [
    'the years are free text',
    { [PAY]: pay('low: 1000, high: 2000, years: some') },
    `error ${PAY}:2:82 pay[0].years — is "some": write 2-5 or 8+`,
  ],
  [
    'a list is a text',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases: MLE\n') },
    `error ${ML}:7:1 aliases — is "MLE": write a list: each item on a line of its own that begins with "- "`,
  ],
  [
    'an item is neither a line nor a name',
    { [PAY]: `${facts(1e5, 'SQL')}week:\n  - items:\n      - Standups\n      - [a, b]\n` },
    `error ${PAY}:15:9 week[0].items[1] — is a list: write a text, or fields such as name: and detail:`,
  ],
  [
    'an item with a detail has no name',
    { [PAY]: `${facts(1e5, 'SQL')}week:\n  - items:\n      - detail: x\n` },
    `error ${PAY}:14:9 week[0].items[0].name — is missing: add a text (in quotes if it is a number, or true or false)`,
  ],
  [
    'a list is empty',
    { [PAY]: `${facts(1e5, 'SQL')}week:\n  - items: []\n` },
    `error ${PAY}:13:5 week[0].items — is an empty list: add an item, or leave the field out`,
  ],
  [
    'a link is not a web address',
    { 'sources/guide.yaml': source('guide', 'url: javascript:alert(1)\n') },
    'error sources/guide.yaml:7:1 url — is "javascript:alert(1)": write a web address that begins with https://',
  ],
  [
    'a date is not one',
    { 'sources/guide.yaml': source('guide').replace('2026-11-01', '1 Nov 2026') },
    'error sources/guide.yaml:5:1 retrieved — is "1 Nov 2026": write a date as 2026-04-26',
  ],
  [
    'the id is not the file name',
    { [ML]: role('mle', 'ML Engineer') },
    `error ${ML}:1:1 id — is "mle", but the file is ml-engineer.yaml: make them the same`,
  ],
  [
    'a transition is named after other roles',
    {
      'transitions/ml-engineer--data-engineer.yaml':
        'id: ml-engineer--data-engineer\nfrom: data-engineer\nto: ml-engineer\ndocumented: [{ source: guide }]\n',
    },
    'error transitions/ml-engineer--data-engineer.yaml:1:1 id — is "ml-engineer--data-engineer", but the roles are data-engineer and ml-engineer: name the file data-engineer--ml-engineer.yaml',
  ],
  [
    'a whole file is a list',
    { [ML]: '- a\n- b\n' },
    `error ${ML}:1:1 — is a list: write fields: each on a line of its own as "field: value"`,
  ],
  [
    'a field is there twice',
    { [ML]: role('ml-engineer', 'ML Engineer', 'title: Other\n') },
    `error ${ML}:7:1 — "title" is here twice: keep one of the two`,
  ],
  [
    'a line begins with a tab',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases:\n\t- MLE\n') },
    `error ${ML}:8:1 — the line begins with a tab: use spaces`,
  ],
  [
    'a text has a colon in it',
    { [ML]: role('ml-engineer', 'Engineer: ML') },
    `error ${ML}:2:8 — a colon inside a text, or lines that do not line up: put the text in quotes, or fix the spaces`,
  ],
  [
    'a colon is missing',
    { [ML]: role('ml-engineer', 'ML Engineer', 'aliases [MLE]\n') },
    `error ${ML}:7:1 — is neither "field: value" nor "- item": add what is missing, and a space after the colon`,
  ],
  [
    'a quotation mark is missing',
    { [ML]: role('ml-engineer', '"ML Engineer') },
    `error ${ML}:7:1 — a quotation mark is missing: close the text that was opened above`,
  ],
  [
    'a text begins with @',
    { [ML]: role('ml-engineer', '@ML') },
    `error ${ML}:2:8 — a text cannot begin with @: put it in quotes`,
  ],
  [
    'a text begins with *',
    { [ML]: role('ml-engineer', '*ML') },
    `error ${ML}:2:8 — a text that begins with * refers to another place, which packs do not allow: put it in quotes, or write it out`,
  ],
  [
    'a bomb of references',
    { [ML]: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n' },
    `error ${ML}:2:8 — a text that begins with * refers to another place, which packs do not allow: put it in quotes, or write it out`,
  ],
  [
    'two entries are in one file',
    { [ML]: `${role('ml-engineer', 'ML Engineer')}---\nid: x\n` },
    `error ${ML}:7:1 — --- begins a second entry: write one entry a file`,
  ],
  [
    'a file is empty',
    { [ML]: '# nothing yet\n\n' },
    `error ${ML}:1:1 — the file is empty: fill it in, or remove it`,
  ],
];

describe('a contributor makes a mistake', () => {
  it('and with none there is nothing to say', async () => {
    expect(await lint({})).toEqual([]);
  });

  it.each(DIALOGUE)('%s', async (_title, files, answer) => {
    expect(await lint(files)).toEqual([answer]);
  });

  it('five mistakes in three files are all named at once, by file and line', async () => {
    const answers = await lint({
      [ML]: role('ml-engineer', '7', 'alias: [x]\n'),
      [PAY]: 'pay: 1\n',
      'sources/survey.yaml': source('survey').replace('2026-11-01', 'x').replace('licence', 'license'),
    });
    expect(answers.map((answer) => answer.split(' — ')[0])).toEqual([
      `error ${ML}:2:1 title`,
      `error ${ML}:7:1 alias`,
      `error ${PAY}:1:1 pay`,
      'error sources/survey.yaml:1:1 licence',
      'error sources/survey.yaml:4:1 license',
      'error sources/survey.yaml:5:1 retrieved',
    ]);
  });

  it('knowledge with a mistake is not opened, and the error says all that is wrong', async () => {
    const folder = aPack({ ...GOOD, [ML]: role('ml-engineer', '7', 'alias: [x]\n') });
    const error = await openKnowledge([folder]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KnowledgeError);
    expect(error).toMatchObject({ findings: [{ field: 'title' }, { field: 'alias' }] });
    expect(String(error)).toContain(`${ML}:7:1 alias — is no field here: did you mean "aliases"?`);
  });

  it('warnings do not keep knowledge from being opened', async () => {
    const folder = aPack({ ...GOOD, [PAY]: pay('low: 155, high: 200') });
    expect((await openKnowledge([folder])).roles.get('ml-engineer')?.pay).toHaveLength(2);
  });
});
