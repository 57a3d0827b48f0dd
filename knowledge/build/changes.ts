import { isRecord } from '../record.ts';

/** One thing that is different: a figure, or an item of a list that came or went. */
export interface Change {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two versions of what a source says of a role, by the names that things have there. */
export function changesBetween(before: object, after: object): Change[] {
  const [old, fresh] = [new Map(leavesIn(before, [])), new Map(leavesIn(after, []))];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((what) => {
    const change = { what, before: old.get(what), after: fresh.get(what) };
    return change.before === change.after ? [] : [change];
  });
}

/** "pay · Technical Writers, all, US · median: 91670 → 91671", "+ skills · Rust", "− skills · AJAX". */
export function changeLine({ what, before, after }: Change): string {
  if (before === undefined) return `+ ${what}${valueOf(after)}`;
  if (after === undefined) return `− ${what}${valueOf(before)}`;
  return `${what}: ${before} → ${after}`;
}

function valueOf(value: string | undefined): string {
  return value === undefined || value === '' ? '' : `: ${value}`;
}

/** Every value by the names around it; a text in a list is its own name. */
function* leavesIn(value: unknown, path: readonly string[]): Generator<[what: string, value: string]> {
  if (Array.isArray(value))
    for (const [at, item] of value.entries())
      if (typeof item === 'string') yield [[...path, item].join(' · '), ''];
      else yield* leavesIn(item, [...path, ...labelOf(item, at)]);
  else if (isRecord(value))
    for (const [name, field] of Object.entries(value))
      if (!NAMING.includes(name)) yield* leavesIn(field, name === 'items' ? path : [...path, name]);
      else yield [[...path, name].join(' · '), String(field)];
  else yield [path.join(' · '), String(value)];
}

/** What tells an item of a list from the others. */
const NAMING: readonly string[] = ['name', 'title', 'occupation', 'level', 'region', 'workplace'];

function labelOf(item: unknown, at: number): string[] {
  const names = isRecord(item) ? NAMING.flatMap((name) => item[name] ?? []).map(String) : [];
  return names.length === 0 ? (at === 0 ? [] : [String(at + 1)]) : [names.join(', ')];
}
