import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { writePatch } from '../../commands/reports/patch.ts';
import type { Talk } from '../commands/talk.ts';
import { talk } from '../commands/talk.ts';
import type { Mistake } from '../../src/community/reports.ts';
import { openStore } from '../../src/store/store.ts';
import { scratch } from '../outbox/world.ts';

const room = scratch();
let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});
afterAll(() => room.remove());

interface Item {
  readonly about: string;
  readonly look?: readonly { readonly at: string; readonly says?: string; readonly correctIn?: string }[];
}

let made = 0;

/** What is exported of reports that were all accepted. */
async function exported(mistakes: readonly Partial<Mistake>[]): Promise<{ text: string; items: Item[] }> {
  made += 1;
  const address = { file: join(room.folder, `${made}.db`) };
  const out = join(room.folder, `${made}`);
  const store = await openStore(address);
  for (const [at, mistake] of mistakes.entries()) {
    const whole = { about: 'role sre', what: 'Wrong.', knowledge: bot.knowledge.version, ...mistake };
    const { id } = await store.reports.add({ community: 'c', id: `m${at}` }, whole, at);
    await store.reports.decide('c', id, { state: 'accepted' }, at);
  }
  await store.close();
  const { knowledge } = bot;
  expect(await writePatch({ address, out, knowledge, commands })).toMatch(/written to|nothing/);
  const file = join(out, 'corrections.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { text, items: (parse(text) ?? []) as Item[] };
}

/** The text of the line that a place names. */
function lineAt(at: string): string {
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(at) ?? [];
  return readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
}

describe('an accepted report', () => {
  test.each([
    [
      'salary ml-engineer',
      'DecipherU: senior is not $195K–$260K any more',
      'ml-engineer/decipheru.yaml',
      'level: senior',
    ],
    [
      'salary ml-engineer',
      'Senior bei DecipherU ist nicht mehr 195.000–260.000 $',
      'ml-engineer/decipheru.yaml',
      'level: senior',
    ],
    [
      'transition data-engineer to:ml-engineer',
      'It took me 20, not 10 months',
      'data-engineer--ml-engineer.yaml',
      'source: decipheru',
    ],
  ])('of /%s names the file and line', async (about, what, file, line) => {
    const { items } = await exported([{ about, what }]);
    const [first] = items[0]?.look ?? [];
    expect(first?.at).toContain(file);
    expect(lineAt(first?.at ?? '')).toContain(line);
  });

  test('of a made fact names the file in which its correction stands', async () => {
    const { items, text } = await exported([
      { about: 'salary ml-engineer view:bands', what: 'BLS does not say 120,230' },
    ]);
    const look = items[0]?.look?.find(({ at }) => at.includes('oews'));
    expect(look?.at).toMatch(/^knowledge\/made\/roles\/ml-engineer\/oews\.yaml:\d+$/);
    expect(look?.correctIn).toBe('knowledge/data/roles/ml-engineer/oews.yaml');
    expect(text).toContain('# Where it says "correctIn"');
  });

  test('that names no figure names every line that the answer rests on', async () => {
    const { items } = await exported([
      { about: 'salary ml-engineer view:bands', what: 'All of it is wrong' },
    ]);
    const files = items[0]?.look?.map(({ at }) => at) ?? [];
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((at) => lineAt(at) === '')).toEqual([]);
    expect(files.join()).toContain('roles/ml-engineer/decipheru.yaml');
  });

  test.each(['no question at all', 'prompts remove x', 'study forget sure:yes', 'role qqqqqq', 'salary'])(
    'about "%s" is exported as it stands',
    async (about) => {
      const { items } = await exported([{ about }]);
      expect(items).toMatchObject([{ about: `/${about}`, wrong: 'Wrong.' }]);
    },
  );

  test('keeps its words, its source and its day, and says on which knowledge it was made', async () => {
    const what = 'It says: "5 - 8 years" # not\n- so';
    const { items, text } = await exported([
      { what, right: '6: 8', source: 'https://a.example/x', knowledge: 'older' },
    ]);
    expect(items).toMatchObject([
      {
        wrong: what,
        right: '6: 8',
        source: 'https://a.example/x',
        reported: '1970-01-01',
        knowledge: 'older',
      },
    ]);
    expect(text).toContain('a list of what to look at, not a pack');
  });
});

test('several are one file, the oldest first', async () => {
  const { items } = await exported([{ about: 'role sre' }, { about: 'role ml-engineer' }]);
  expect(items.map(({ about }) => about)).toEqual(['/role sre', '/role ml-engineer']);
});

test('none is no file; a file that is there already stays', async () => {
  expect((await exported([])).text).toBe('');
  const { knowledge } = bot;
  const address = { file: join(room.folder, `${made}.db`) };
  const parts = { address, knowledge, commands };
  await exported([{}]);
  await expect(writePatch({ ...parts, out: join(room.folder, `${made}`) })).rejects.toThrow(
    'is there already',
  );
  const missing = { file: join(room.folder, 'none.db') };
  await expect(writePatch({ ...parts, address: missing, out: room.folder })).rejects.toThrow(
    'There is no file',
  );
  expect(existsSync(missing.file)).toBe(false);
});
