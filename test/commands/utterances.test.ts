import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInModel } from '../../commands/ask/classifier.ts';
import { INTENT_NAMES } from '../../commands/ask/intents.ts';
import { readUtterances } from '../../commands/ask/utterances.ts';
import { formatFinding } from '../../knowledge/finding.ts';

/** A folder of utterances in which English has these files, and the other languages have rules alone. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'utterances-'));
  for (const language of ['en', 'es', 'de', 'pt-BR']) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'rules.yaml'), "rules:\n  a: '(a|an)'\n");
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'en', name), text);
  return folder;
}

function findingsOf(files: Readonly<Record<string, string>>): string[] {
  return readUtterances(folderOf(files)).findings.map((finding) => formatFinding(finding));
}

describe('utterances', () => {
  test('those that come with Rolecall can be read, and every intent has some in every language', () => {
    const { all, findings } = readUtterances();
    expect(findings).toEqual([]);
    for (const language of ['en', 'es', 'de', 'pt-BR']) {
      const intents = new Set(all.filter((each) => each.language === language).map(({ intent }) => intent));
      expect([...INTENT_NAMES].filter((name) => !intents.has(name))).toEqual([]);
    }
  });

  test('the model knows these intents and no others', () => {
    expect([...builtInModel().labels].sort()).toEqual([...INTENT_NAMES].sort());
  });

  test('one more sentence is one more line', () => {
    const { all, findings } = readUtterances(
      folderOf({ 'pay.yaml': "utterances:\n  - 'what does <a> {role} (earn|make) [in {place}]'\n" }),
    );
    expect(findings).toEqual([]);
    expect(all).toMatchObject([{ language: 'en', intent: 'pay' }]);
  });

  test.each([
    [
      'an open bracket',
      'pay.yaml',
      "utterances:\n  - 'pay of {role}'\n  - 'pay (of {role}'\n",
      /pay\.yaml:3:\d+ .*a "\(" is not closed: add "\)"/,
    ],
    [
      'no such slot',
      'pay.yaml',
      "utterances:\n  - 'pay of {rolle}'\n",
      /pay\.yaml:2:\d+ .*\{rolle\} is no slot/,
    ],
    [
      'no such rule',
      'pay.yaml',
      "utterances:\n  - 'pay of <the> {role}'\n",
      /pay\.yaml:2:\d+ .*<the> is no rule: add it to rules\.yaml/,
    ],
    ['an empty line', 'pay.yaml', "utterances:\n  - 'pay'\n  - ''\n", /pay\.yaml:3:\d+ .*is empty/],
    ['no such field', 'pay.yaml', "utterance:\n  - 'pay'\n", /pay\.yaml:1:\d+ /],
    ['no such intent', 'wages.yaml', "utterances:\n  - 'pay'\n", /wages\.yaml:1:1 .*"wages" is no intent/],
    ['no YAML', 'pay.yaml', "utterances:\n\t- 'pay'\n", /pay\.yaml:2:\d+ .*begins with a tab/],
  ])('%s is told of by file and line', (_, name, text, told) => {
    expect(findingsOf({ [name]: text }).join('\n')).toMatch(told);
  });

  test('a sentence under two intents is told of', () => {
    const same = "utterances:\n  - 'how is {role}'\n";
    expect(findingsOf({ 'outlook.yaml': same, 'week.yaml': same }).join('\n')).toMatch(
      /week\.yaml:2:\d+ .*stands under outlook too/,
    );
  });
});
