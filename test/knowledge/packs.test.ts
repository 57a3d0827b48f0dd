import { describe, expect, it } from 'vitest';
import { check } from '../../knowledge/check.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { aPack, facts, type Files, GOOD, role, source } from './pack.ts';

const open = (...packs: Files[]) => openKnowledge(packs.map(aPack));
const payOf = async (packs: Files[], id = 'ml-engineer') =>
  (await open(...packs)).roles.get(id)?.pay.map((band) => `${band.source} ${band.low ?? band.median}`);

/** A line of roles.jsonl as an importer writes it. */
const occupation = (id: string, title: string, code: string, aliases: readonly string[] = [], more = {}) =>
  `${JSON.stringify({ id, title, aliases, family: 'O*NET', codes: { onet: [code] }, summary: { text: 'x', sources: ['guide'] }, ...more })}\n`;

/** A line of facts.jsonl with one figure. */
const wage = (about: object, median: number) =>
  `${JSON.stringify({ ...about, source: 'oews', pay: [{ level: 'all', basis: 'wage', currency: 'USD', region: 'US', median }] })}\n`;

describe("an administrator's own pack", () => {
  it('adds a role', async () => {
    const knowledge = await open(GOOD, { 'roles/sre.yaml': role('sre', 'SRE') });
    expect(knowledge.roles.all.map(({ id }) => id)).toEqual(['data-engineer', 'ml-engineer', 'sre']);
  });

  it('gives a role another name and keeps what the sources say about it', async () => {
    const own = { 'roles/ml-engineer.yaml': role('ml-engineer', 'Model Engineer') };
    const knowledge = await open(GOOD, own);
    expect(knowledge.roles.find('model engineer').match).toMatchObject({ kind: 'exact', id: 'ml-engineer' });
    expect(knowledge.roles.get('ml-engineer')?.aliases).toEqual([]);
    expect(await payOf([GOOD, own])).toEqual(['guide 155000', 'survey 165000']);
  });

  it("replaces what one source says, and leaves the others' facts alone", async () => {
    const own = { 'roles/ml-engineer/survey.yaml': facts(90000, 'Rust') };
    expect(await payOf([GOOD, own])).toEqual(['guide 155000', 'survey 90000']);
  });

  it('corrects one list of a source, and leaves its other lists as they were', async () => {
    const own = { 'roles/ml-engineer/survey.yaml': facts(90000, 'Rust').split('skills:')[0] ?? '' };
    const found = (await open(GOOD, own)).roles.get('ml-engineer');
    expect(found?.pay.map(({ low }) => low)).toEqual([155000, 90000]);
    expect(found?.skills.map(({ source: id, items }) => `${id} ${items[0]?.name ?? ''}`)).toEqual([
      'guide PyTorch',
      'survey pytorch',
    ]);
  });

  it('says more from a source of its own, in the order of the sources', async () => {
    const own = { 'sources/home.yaml': source('home'), 'roles/ml-engineer/home.yaml': facts(1e5, 'Rust') };
    expect(await payOf([GOOD, own])).toEqual(['guide 155000', 'home 100000', 'survey 165000']);
  });

  it('replaces facts inside the role file by facts in a file of the same source, and the other way round', async () => {
    const band = '{ source: guide, level: mid, basis: base, currency: USD, region: US, median: 7000 }';
    const inline = { 'roles/ml-engineer.yaml': role('ml-engineer', 'ML Engineer', `pay: [${band}]\n`) };
    expect(await payOf([GOOD, inline])).toEqual(['guide 7000', 'survey 165000']);
    expect(await payOf([{ ...GOOD, ...inline, 'roles/ml-engineer/guide.yaml': '{}\n' }])).toEqual([
      'guide 7000',
      'survey 165000',
    ]);
    expect(
      await payOf([{ ...GOOD, ...inline }, { 'roles/ml-engineer/guide.yaml': facts(8000, 'Go') }]),
    ).toEqual(['guide 8000', 'survey 165000']);
  });

  it('replaces a course, a source and a skill whole', async () => {
    const knowledge = await open(
      { ...GOOD, 'skills/pytorch.yaml': 'id: pytorch\nname: PyTorch\naliases: [torch]\n' },
      {
        'sources/survey.yaml': source('survey').replace('The survey', 'Our survey'),
        'courses/deep-learning.yaml':
          'id: deep-learning\ntitle: Deep Learning 2\nkind: book\nfacts: [{ source: survey }]\n',
        'skills/pytorch.yaml': 'id: pytorch\nname: PyTorch 2\n',
      },
    );
    expect(knowledge.sources.get('survey')?.name).toBe('Our survey');
    expect(knowledge.courses.get('deep-learning')).toMatchObject({ title: 'Deep Learning 2', teaches: [] });
    expect(knowledge.skills.get('pytorch')).toMatchObject({ name: 'PyTorch 2', aliases: [] });
  });

  it('takes an alias over from an earlier pack, and the linter says so', async () => {
    const own = { 'roles/sre.yaml': role('sre', 'SRE', 'aliases: [MLE]\n') };
    const knowledge = await open(GOOD, own);
    expect(knowledge.roles.find('MLE').match).toMatchObject({ kind: 'exact', id: 'sre' });
    const findings = await check([aPack(GOOD), aPack(own)], { today: '2026-11-21' });
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        field: 'aliases[0]',
        message: '"MLE" was an alias of ml-engineer in an earlier pack; this role takes it over',
      }),
    );
  });

  it('cannot take the title of a role that stays', async () => {
    await expect(
      open(GOOD, { 'roles/sre.yaml': role('sre', 'SRE', 'aliases: [ML Engineer]\n') }),
    ).rejects.toThrow(
      'aliases[0] — "ML Engineer" is also the name of ml-engineer: keep it in one of the two',
    );
  });

  it('is checked together with the packs before it, and fails alone with its own path', async () => {
    const own = aPack({ 'roles/sre.yaml': role('sre', 'SRE').replace('guide', 'gide') });
    await expect(openKnowledge([aPack(GOOD), own])).rejects.toThrow(
      `${own}/roles/sre.yaml:6:13 summary.sources[0]`,
    );
  });
});

describe("an importer's pack", () => {
  const DATA = {
    ...GOOD,
    'roles/data-engineer.yaml': role('data-engineer', 'Data Engineer', 'codes: { onet: [15-1243.00] }\n'),
  };
  const lines =
    occupation('onet-15-1243-00', 'Database Architects', '15-1243.00', [
      'Data Engineer',
      'Data Warehouse Architect',
    ]) +
    occupation('onet-15-1251-00', 'Computer Programmers', '15-1251.00', ['Coder'], {
      related: [{ role: 'onet-15-1243-00', source: 'guide' }],
    });
  const IMPORTED = { 'roles.jsonl': lines };

  it('adds its occupations, found by every title', async () => {
    const { roles } = await open(DATA, IMPORTED);
    expect(roles.find('coder').match).toMatchObject({
      kind: 'exact',
      id: 'onet-15-1251-00',
      codes: ['15-1251.00'],
    });
    expect(roles.find('data warehouse architect').match).toMatchObject({
      kind: 'exact',
      id: 'onet-15-1243-00',
    });
    expect(roles.get('onet-15-1251-00')?.related).toEqual([{ role: 'onet-15-1243-00', source: 'guide' }]);
  });

  it('does not shadow the name of a role written by hand', async () => {
    for (const packs of [
      [DATA, IMPORTED],
      [IMPORTED, DATA],
    ])
      expect((await open(...packs)).roles.find('Data engineers').match).toMatchObject({
        kind: 'exact',
        id: 'data-engineer',
      });
  });

  it('never replaces a role written by hand, but adds what its sources say', async () => {
    const survey = {
      pay: [{ source: 'survey', level: 'all', basis: 'wage', currency: 'USD', region: 'US', median: 5555 }],
    };
    const line = { 'roles.jsonl': occupation('data-engineer', 'Other', '15-1243.00', [], survey) };
    const knowledge = await open(DATA, line);
    expect(knowledge.roles.get('data-engineer')?.title).toBe('Data Engineer');
    expect(await payOf([DATA, line], 'data-engineer')).toEqual(['guide 120000', 'survey 5555']);
  });

  it('adds facts to every role that has a code, or the occupation that the code belongs to', async () => {
    const packs = [
      DATA,
      IMPORTED,
      {
        'sources/oews.yaml': source('oews'),
        'facts.jsonl':
          wage({ onet: '15-1243' }, 1111) +
          wage({ onet: '15-1251.00' }, 2222) +
          wage({ role: 'ml-engineer' }, 3333),
      },
    ];
    expect(await payOf(packs, 'data-engineer')).toEqual(['guide 120000', 'oews 1111', 'survey 125000']);
    expect(await payOf(packs, 'onet-15-1243-00')).toEqual(['oews 1111']);
    expect(await payOf(packs, 'onet-15-1251-00')).toEqual(['oews 2222']);
    expect(await payOf(packs, 'ml-engineer')).toEqual(['guide 155000', 'oews 3333', 'survey 165000']);
  });

  it('adds facts to the role that a title means, whatever its spelling, and to no occupation that shares it', async () => {
    const packs = [
      DATA,
      IMPORTED,
      {
        'sources/oews.yaml': source('oews'),
        'facts.jsonl': wage({ titles: ['data-engineers', 'ETL Developer'] }, 4444),
      },
    ];
    expect(await payOf(packs, 'data-engineer')).toEqual(['guide 120000', 'oews 4444', 'survey 125000']);
    expect(await payOf(packs, 'onet-15-1243-00')).toEqual([]);
  });

  it('may not have an id twice', async () => {
    const twice = { 'roles.jsonl': lines + occupation('onet-15-1251-00', 'Again', '15-1251.00') };
    await expect(open(DATA, twice)).rejects.toThrow(
      'roles.jsonl:3:2 id — "onet-15-1251-00" is on an earlier line too',
    );
  });

  it('that is cut off is refused with one line, not with one for every role that is missing', async () => {
    const error = await open(DATA, { 'roles.jsonl': lines.replace('{', '') }).then(() => 'opened', String);
    expect(error.split('\n')).toHaveLength(1);
    expect(error).toMatch(/roles\.jsonl:1:\d+ — is not JSON/);
  });
});
