import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Finding, wholeFile } from '../finding.ts';
import { keyOf } from '../kinds/define.ts';
import { fieldsInPath, fillSources } from '../kinds/fill.ts';
import { type Entries, KINDS } from '../kinds/index.ts';
import { isRecord } from '../record.ts';
import type { Translation } from '../scales.ts';
import { readLines } from './json-lines.ts';
import { listPack, type PackFile } from './pack-listing.ts';
import { checkShape, type Entry, findingAt, originOf } from './entry.ts';
import { readText } from './read-text.ts';
import { parseYaml } from './yaml.ts';

/** What a file says in another language: a part of the entry with this key. */
interface TranslatedEntry {
  readonly kind: string;
  readonly key: string;
  readonly language: Translation;
  readonly texts: object;
}

/** Everything that a list of packs holds, entry by entry: not yet joined, not yet checked against each other. */
export interface PackContents {
  /** The entries of a kind, in the order in which they were read. */
  of<Name extends keyof Entries>(kind: Name): Entry<Entries[Name]>[];
  of(kind: string): Entry<object>[];
  /** The keys that files of a kind are named after, files with mistakes included. */
  named(kind: string): Set<string>;
  readonly translations: Entry<TranslatedEntry>[];
  /** The YAML files as they were read, for whoever wants to look closer. */
  readonly yaml: { readonly file: string; readonly text: string }[];
  readonly findings: Finding[];
}

/** How long the loader may keep other work waiting, in milliseconds. */
const TURN = 15;

/**
 * Reads packs (folders) in order; later ones win. Whatever is wrong is in `findings`, all of it, and an entry with a
 * mistake is left out. Gives way to other work every few milliseconds, so that a bot answers during a reload.
 */
export async function readPacks(folders: readonly string[]): Promise<PackContents> {
  const contents = nothing();
  let turnEnds = performance.now() + TURN;
  for (const steps of await Promise.all(folders.map((folder, pack) => readPack(folder, pack, contents))))
    while (steps.next().done !== true) {
      if (performance.now() < turnEnds) continue;
      await setImmediate();
      turnEnds = performance.now() + TURN;
    }
  return contents;
}

/** Lists a pack; reads an entry of it at each step of the iteration that it gives. */
async function readPack(folder: string, pack: number, into: PackContents): Promise<IteratorObject<void>> {
  const { files, findings } = await listPack(folder, pack);
  into.findings.push(...findings);
  for (const { kind, given, language } of files)
    if (given !== undefined && language === undefined) into.named(kind.name).add(keyOf(kind, given));
  return Iterator.from(files).flatMap((file) => readEntries(file, into));
}

function nothing(): PackContents {
  const entries = new Map<string, Entry<never>[]>(KINDS.map(({ name }) => [name, []]));
  const named = new Map(KINDS.map(({ name }) => [name, new Set<string>()]));
  return {
    of: (kind: string) => entries.get(kind) ?? [],
    named: (kind) => named.get(kind) ?? new Set(),
    translations: [],
    yaml: [],
    findings: [],
  };
}

/** Reads the entries of one file, one step of the iteration each. */
function* readEntries(file: PackFile, into: PackContents): Generator<void> {
  const text = readText(file.path);
  if (typeof text !== 'string') into.findings.push(text);
  else if (file.given === undefined)
    for (const raw of readLines(file, text, into.findings)) yield readEntry(file, raw, into);
  else yield readYaml(file, text, into);
}

function readYaml(file: PackFile, text: string, into: PackContents): void {
  const parsed = parseYaml(text);
  if ('problems' in parsed) {
    for (const { message, ...position } of parsed.problems)
      into.findings.push({ ...wholeFile(file.path, message), ...position });
    return;
  }
  into.yaml.push({ file: file.path, text });
  const raw = { value: parsed.value, origin: originOf(file.path, file.pack, text) };
  if (file.language === undefined) readEntry(file, raw, into);
  else readTranslation(file, file.language, raw, into);
}

/** Keeps an entry that its kind's schema accepts and that is what its file's path says. */
function readEntry(
  { kind, given, path }: PackFile,
  { value, origin }: Entry<unknown>,
  into: PackContents,
): void {
  const schema = given === undefined ? (kind.lines?.schema ?? kind.schema) : kind.schema;
  const inPath = given === undefined ? [] : fieldsInPath(kind);
  if (isRecord(value)) {
    for (const field of inPath.filter((each) => each in value))
      into.findings.push(findingAt(origin, [field], 'is given by the name of the file: take it out'));
    for (const field of inPath) value[field] = given?.[field];
    fillSources(value, schema);
  }
  const entry = checkShape({ value, origin }, schema, into.findings);
  if (entry === undefined) return;
  const other = Object.entries(given ?? {}).find(([field, wanted]) => Reflect.get(entry, field) !== wanted);
  if (other === undefined) into.of(kind.name).push({ value: entry, origin });
  else into.findings.push(misnamed(entry, other[0], path, origin));
}

function misnamed(entry: object, field: string, path: string, origin: Entry<unknown>['origin']): Finding {
  const message = `is "${String(Reflect.get(entry, field))}", but the file is ${basename(path)}: make them the same`;
  return findingAt(origin, [field], message);
}

function readTranslation(
  { kind, given = {} }: PackFile,
  language: Translation,
  raw: Entry<unknown>,
  into: PackContents,
): void {
  if (kind.translated === undefined) return;
  const texts = checkShape(raw, kind.translated, into.findings);
  if (texts === undefined) return;
  const value = { kind: kind.name, key: keyOf(kind, given), language, texts };
  into.translations.push({ value, origin: raw.origin });
}
