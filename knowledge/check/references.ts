import type { Finding } from '../finding.ts';
import { fileOf, keyOf, type Kind } from '../kinds/define.ts';
import { FACT_LISTS, type FactLine } from '../kinds/facts.ts';
import { KINDS } from '../kinds/index.ts';
import { markedIn } from '../kinds/marked.ts';
import { mismatches } from '../kinds/translate.ts';
import { latestOf } from '../load/merge.ts';
import { type Entry, findingAt } from '../load/entry.ts';
import { nearest } from '../load/nearest.ts';
import type { FieldPath } from '../load/source-position.ts';
import type { PackContents } from '../load/read-packs.ts';

/** One entry naming another. */
interface Reference {
  /** The kinds that the other may be of. */
  readonly kinds: readonly string[];
  readonly id: string;
  readonly path: FieldPath;
}

/** References to entries that are in no pack, facts in the file of another source, and translations of nothing. */
export function checkReferences(contents: PackContents): Finding[] {
  const known = new Map(KINDS.map((kind) => [kind.name, idsOf(kind, contents)]));
  return [
    ...KINDS.flatMap((kind) => contents.of(kind.name).flatMap((entry) => dangling(kind, entry, known))),
    ...contents.of('facts').flatMap(misfiled),
    ...KINDS.flatMap((kind) => checkTranslations(kind, contents, known)),
  ];
}

type Known = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/**
 * The ids of a kind: an entry that is there but has a mistake of its own is not reported a second time as missing.
 * Undefined where lines cannot be read that may hold the very entry that others name.
 */
function idsOf(kind: Kind, contents: PackContents): ReadonlySet<string> | undefined {
  const unread = contents.findings.some(({ file }) => kind.lines && file.endsWith(kind.lines.file));
  if (unread) return undefined;
  return new Set([
    ...contents.named(kind.name),
    ...contents.of(kind.name).map(({ value }) => keyOf(kind, value)),
  ]);
}

function dangling(kind: Kind, { value, origin }: Entry<object>, known: Known): Finding[] {
  const schema = origin.line === undefined ? kind.schema : (kind.lines?.schema ?? kind.schema);
  return referencesIn(schema, value).flatMap(({ kinds, id, path }) => {
    const ids = kinds.map((each) => known.get(each));
    if (ids.some((each) => each === undefined || each.has(id))) return [];
    return [
      findingAt(
        origin,
        path,
        absent(
          kinds,
          id,
          ids.flatMap((each) => [...(each ?? [])]),
        ),
      ),
    ];
  });
}

/** What an entry names. What it names at its top, as the source of all that is in it, is not told again below. */
function referencesIn(
  schema: Kind['schema'] | NonNullable<Kind['lines']>['schema'],
  value: object,
): Reference[] {
  const found = [...markedIn(schema)(value, [])].flatMap(({ mark, value: id, path }) =>
    mark.ref !== undefined && typeof id === 'string' ? [{ kinds: mark.ref, id, path }] : [],
  );
  const isTop = ({ path }: Reference) => path.length === 1;
  const top = new Set(found.filter(isTop).map(({ kinds, id }) => `${kinds.join()} ${id}`));
  return found.filter((each) => isTop(each) || !top.has(`${each.kinds.join()} ${each.id}`));
}

function absent(kinds: readonly string[], id: string, known: readonly string[]): string {
  const kind = KINDS.find(({ name }) => name === kinds[0]);
  const meant = nearest(id, known);
  const there = `there is no ${kinds.join(' and no ')} "${id}"`;
  const add = kind === undefined ? '' : `add ${fileOf(kind, id)}`;
  return meant === undefined ? `${there}: ${add}` : `${there}: did you mean "${meant}"? If not, ${add}`;
}

function misfiled({ value, origin }: Entry<FactLine>): Finding[] {
  return FACT_LISTS.flatMap((list) =>
    value[list].flatMap(({ source }, i) => {
      if (source === value.source) return [];
      const message = `is "${source}" among the facts of ${value.source}: move it to the facts of ${source}`;
      return [findingAt(origin, [list, i, 'source'], message)];
    }),
  );
}

/** Translations of an entry that is in no pack, and texts that have no place in it. */
function checkTranslations(kind: Kind, contents: PackContents, known: Known): Finding[] {
  const entries = latestOf(kind, contents);
  return contents.translations
    .filter(({ value }) => value.kind === kind.name)
    .flatMap(({ value: { key, texts }, origin }) => {
      const entry = entries.get(key);
      const ids = known.get(kind.name);
      if (entry === undefined)
        return ids?.has(key) === false ? [findingAt(origin, [], absent([kind.name], key, [...ids]))] : [];
      // A later pack's entry may be another one: its own translations are beside it.
      if (origin.pack < entry.origin.pack) return [];
      return [...mismatches(entry.value, texts)].map(({ path, message }) => findingAt(origin, path, message));
    });
}
