import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/message/language.ts';
import { speak, speakText } from '../../src/message/speak.ts';
import { readSaid } from '../../src/message/stored.ts';
import { plain, plainText } from '../../src/plain.ts';
import { postOf, readContent } from '../../src/prompts/content.ts';
import { explain } from '../../src/outbox/history.ts';
import type { Cell, Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { readMeta } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store, StoreAddress } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { ADDRESSES } from './stores.ts';

/** A database as schema 5 left it, made by the code of then: schedules, runs of every end, notices, proposals, reports. */
const OLD = readFileSync(join(import.meta.dirname, 'schema-5.sql'), 'utf8')
  .split(';\n')
  .filter(Boolean);

const COLUMNS = [
  ['rolecall_targets', 'reason', 'schedule, target'],
  ['rolecall_occurrences', 'reason', 'id'],
  ['rolecall_steps', 'reason', 'occurrence, target, step'],
  ['rolecall_attempts', 'detail', 'token'],
  ['rolecall_notices', 'sentence', 'id'],
] as const;

/** What stands in the columns that hold what is said, in the order of their keys. */
async function keptIn(database: Database): Promise<string[]> {
  const all: string[] = [];
  for (const [table, column, key] of COLUMNS) {
    const sql = `SELECT ${column} AS words FROM ${table} WHERE ${column} IS NOT NULL ORDER BY ${key}`;
    all.push(...(await database.rows<{ words: string }>(sql)).map(({ words }) => words));
  }
  return all;
}

function open(address: StoreAddress): Database {
  return 'url' in address ? openPostgres(address.url) : openSqlite(address.file);
}

/** The reasons that people wrote. */
async function reasonsOf(database: Database): Promise<Cell[]> {
  const rows = await database.rows<{ reason: Cell }>(
    'SELECT reason FROM rolecall_reports UNION ALL SELECT reason FROM rolecall_proposals ORDER BY 1',
  );
  return rows.map(({ reason }) => reason);
}

async function postedBy({ schedules }: Store): Promise<string> {
  const all = await schedules.list('chat:C');
  return all.find(({ id }) => id.startsWith('ml-engineer'))?.id ?? '';
}

describe.each(ADDRESSES)('%s: a database of before', (_, newAddress) => {
  let address: StoreAddress;
  let before: string[];
  let members: Cell[];
  let store: Store;
  beforeAll(async () => {
    address = await newAddress();
    const database = open(address);
    for (const statement of OLD) await database.rows(statement);
    before = await keptIn(database);
    members = await reasonsOf(database);
    await database.close();
    store = await openStore(address);
  });
  afterAll(() => store.close());

  test('says word for word what it said, but that a channel stands without its place', async () => {
    const kept = await keptIn(store.database);
    expect(kept.length).toBeGreaterThan(80);
    expect(kept.map((text) => speak(readSaid(text), 'en'))).toEqual(
      before.map((words) => words.replace(/\b(?:chat|elsewhere):(?=\w)/g, '')),
    );
  });

  test('keeps data with a version, and as facts only what others said', async () => {
    const kept = (await keptIn(store.database)).map((text): { v: number; words?: string } =>
      JSON.parse(text),
    );
    expect(new Set(kept.map(({ v }) => v))).toEqual(new Set([1]));
    expect(new Set(kept.flatMap(({ words }) => words ?? []))).toEqual(new Set(['Missing Access.']));
  });

  test('says it in every language, what stands within it too', async () => {
    const kept = await keptIn(store.database);
    const said = kept.find((text) => text.includes('due {slot}') && text.includes('cannot be reached'));
    expect(LANGUAGES.map((language) => speak(readSaid(said ?? ''), language))).toEqual([
      'down, due 2026-01-05T09:00: the post for down1 did not go through. It could not be delivered in time. The last answer: Discord cannot be reached (ECONNREFUSED).',
      expect.stringMatching(/^down, .*down1.*ECONNREFUSED/),
      expect.stringMatching(
        /^down, fällig 2026-01-05T09:00: der Beitrag für down1 .*Die letzte Antwort: .*ECONNREFUSED/,
      ),
      expect.stringMatching(/^down, .*Discord.*ECONNREFUSED/),
    ]);
  });

  test('explains a run of then to a German reader', async () => {
    const history = await store.why('weekly@2026-01-05T09:00');
    const lines = history === null ? [] : explain(history, 'UTC').map((line) => plainText(line, 'de'));
    const text = lines.join('\n');
    expect(text).toContain('Ich bin nicht in diesem Kanal: Schreib dort /invite @rolecall.');
    expect(text).toContain('Es ist nicht bekannt');
    expect(text).not.toMatch(/\b(the|sent|it)\b/);
  });

  test('shows a post of then as it was, in its language', async () => {
    const posts = await store.ledger.occurrences(await postedBy(store), 5);
    const content = posts.map((each) => each.content).find((each) => readContent(each) !== null);
    const post = postOf({ step: 'post', content, late: true });
    const text = post === null ? '' : plain(post.reply, post.language);
    expect(text).toContain('Woche 1 zu ML Engineer');
    expect(text).toContain('Verspätet: Zum Termin lief nichts.');
    expect(content).toMatchObject({ reply: { lead: speakText(post?.reply.lead ?? [], 'en') } });
  });

  test('leaves what people wrote as they wrote it', async () => {
    expect(await reasonsOf(store.database)).toEqual(members);
    expect(members).toEqual(['The source says the same', 'We had that one']);
  });

  test('is read once: opened again, nothing changes', async () => {
    const once = await keptIn(store.database);
    const again = await openStore(address);
    expect(await keptIn(again.database)).toEqual(once);
    expect(Number(await readMeta(again.database, 'schema'))).toBeGreaterThan(5);
    await again.close();
  });
});
