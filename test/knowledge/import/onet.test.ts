import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../knowledge/check.ts';
import { importers } from '../../../knowledge/import/index.ts';
import { onet } from '../../../knowledge/import/onet.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { imported, linesOf, TODAY } from './download.ts';
import { ALL, changed, NEEDED, NEWER } from './onet-files.ts';

describe('a download of O*NET', () => {
  it('is known by its name', () => expect(importers['onet']).toBe(onet));

  it('becomes occupations that answer to every title', async () => {
    const { pack } = await imported(onet, ALL);
    const { roles } = await openKnowledge([pack]);
    const named = (typed: string) => roles.find(typed).match;
    expect(named('Data Scientists')).toMatchObject({
      kind: 'exact',
      id: 'data-scientists-15-2051-00',
      codes: ['15-2051.00'],
    });
    expect(named('data analyst')).toMatchObject({ kind: 'exact', codes: ['15-2051.00'] });
    for (const name of [
      'AI Engineer (Artificial Intelligence Engineer)',
      'AI Engineer',
      'Artificial Intelligence Engineer',
    ])
      expect(named(name)).toMatchObject({ kind: 'exact', codes: ['15-1252.00'] });
    for (const name of [
      'Recreational Vehicle Computer Engineer',
      'RV Computer Engineer',
      'Engineer (Boards)',
    ])
      expect(named(name)).toMatchObject({ kind: 'exact', codes: ['17-2061.00'] });
    const shared = roles.find('platform engineer').match;
    expect(shared.kind).toBe('ambiguous');
    expect(
      shared.choices
        .slice(0, 2)
        .flatMap(({ codes }) => codes)
        .toSorted(),
    ).toEqual(['15-1252.00', '15-2051.00']);
  });

  it('says the same under the names that its files have since release 30.3', async () => {
    const [before, since] = [await imported(onet, ALL), await imported(onet, NEWER)];
    for (const file of ['roles.jsonl', 'facts.jsonl']) expect(since.files[file]).toBe(before.files[file]);
    expect(since.files['sources/onet.yaml']).toContain('title: O*NET 31.0 Database');
    expect(since.summary.counts).toEqual(before.summary.counts);
  });

  it('brings technology, skills and education, the important first, each with its source', async () => {
    const { pack } = await imported(onet, ALL);
    const role = (await openKnowledge([pack])).roles.get('data-scientists-15-2051-00');
    expect(role?.skills).toEqual([
      {
        source: 'onet',
        heading: 'Technology of Data Scientists',
        items: [
          { name: 'Kubeflow', priority: 'listed', skillId: 'kubeflow' },
          { name: 'R', priority: 'important', skillId: 'r' },
        ],
      },
      {
        source: 'onet',
        heading: 'General skills of Data Scientists',
        items: [
          {
            name: 'Programming',
            priority: 'listed',
            level: 'importance 4.12 of 5, level 4.5 of 7',
            skillId: 'programming',
          },
          { name: 'Writing', priority: 'listed', level: 'importance 3 of 5', skillId: 'writing' },
        ],
      },
    ]);
    expect(role?.notes).toEqual([
      {
        source: 'onet',
        heading: 'Education required of Data Scientists, by share of answers',
        items: ["bachelor's degree 60%", "master's degree 30%"],
      },
    ]);
    expect(role?.summary).toEqual({
      text: 'O*NET occupation 15-2051.00, in computer and mathematical; job zone 5 of 5 (extensive preparation).',
      sources: ['onet'],
    });
  });

  it('knows the nearest occupations, in order, and says that it leaves the far ones out', async () => {
    const { files, summary } = await imported(onet, ALL);
    const roles = linesOf(files['roles.jsonl']);
    expect(roles.find(({ title }) => title === 'Software Developers')?.['related']).toEqual([
      { role: 'data-scientists-15-2051-00', source: 'onet' },
      { role: 'computer-hardware-engineers-17-2061-00', source: 'onet' },
    ]);
    expect(summary.notes).toEqual([
      '1 supplemental related occupations are left out; the ten nearest of each are kept.',
      '6 general skills are left out: importance below 3 of 5, or suppression recommended by O*NET.',
      '6 shares of education are left out: under 5%, or suppression recommended by O*NET.',
    ]);
  });

  it('names its release in the credit line', async () => {
    const { summary, heard } = await imported(onet, ALL);
    expect(summary.credit).toContain(
      'information from the O*NET 29.2 Database by the U.S. Department of Labor',
    );
    expect(summary.counts).toMatchObject({ occupations: 4, alternateTitles: 7, technologySkills: 5 });
    expect(heard).toContain('Alternate Titles.txt: 7 rows, read');
  });

  it('needs two files only, and says what the absent ones would have brought', async () => {
    const { pack, summary } = await imported(onet, NEEDED);
    expect(summary.notes).toHaveLength(6);
    expect(summary.notes).toContain('There is no "Job Zones.txt": what it says is not in the pack.');
    expect(summary.credit).toContain('information from the O*NET Database by');
    expect((await openKnowledge([pack])).roles.find('radio operator').match.kind).toBe('exact');
  });

  it('passes the check', async () => {
    const { pack } = await imported(onet, ALL);
    expect(await check([pack], { today: TODAY })).toEqual([]);
  });

  it('takes no text of the publisher but names and figures', async () => {
    const { files } = await imported(onet, ALL);
    expect(Object.values(files).join('')).not.toContain('Ours:');
  });

  it('is read with either line end, a byte-order mark, empty lines and no last line end', async () => {
    const whole = await imported(onet, ALL);
    const other = changed(
      'Alternate Titles.txt',
      (text) => `\uFEFF${text.replaceAll('\r\n', '\n\n').trimEnd()}`,
    );
    expect((await imported(onet, other)).files).toEqual(whole.files);
  });

  it('gives the same bytes in any order of its rows', async () => {
    const whole = await imported(onet, ALL);
    const rows = Object.entries(ALL).filter(([name]) => name !== 'Read Me.txt');
    const shuffled = fc.tuple(
      ...rows.map(([name, text]) => {
        const [header = '', ...body] = String(text).trimEnd().split('\r\n');
        return fc
          .shuffledSubarray(body, { minLength: body.length })
          .map((mixed) => [name, `${[header, ...mixed].join('\r\n')}\r\n`] as const);
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async (files) => {
        const mixed = await imported(onet, { ...ALL, ...Object.fromEntries(files) });
        expect(mixed.files).toEqual(whole.files);
      }),
      { numRuns: 15 },
    );
  });
});
