import { compareText } from '../finding.ts';
import type { Entry } from './entry.ts';
import type { FieldPath } from './source-position.ts';
import type { RoleFile } from '../kinds/role.ts';
import { namesOf } from '../search/corpus.ts';
import { longForm } from '../search/phrases.ts';

/** A name that a role answers to. An alias is given up more easily than a title or an id. */
interface NameClaim {
  readonly role: Entry<RoleFile>;
  readonly name: string;
  readonly path: FieldPath;
  readonly alias: boolean;
  /** Whether other roles may be called so too: then whoever types it is asked which. */
  readonly shared: boolean;
}

/** Two roles that answer to the same name. `second` is of a later pack, or of the same one. */
export interface Clash {
  readonly first: NameClaim;
  readonly second: NameClaim;
  /** True where the later pack simply takes the name over: only an alias of an earlier pack is lost. */
  readonly takenOver: boolean;
}

/** The names that two roles share once they are normalised as a search normalises them. */
export function clashes(roles: Iterable<Entry<RoleFile>>): Clash[] {
  const holders = new Map<string, Map<string, NameClaim>>();
  for (const role of roles)
    for (const claim of claimsOf(role))
      for (const form of formsOf(claim.name)) {
        const claims = holders.get(form) ?? new Map<string, NameClaim>();
        holders.set(form, claims);
        if (!claims.has(role.value.id)) claims.set(role.value.id, claim);
      }
  const found = [...holders.values()]
    .filter(({ size }) => size > 1)
    .flatMap((claims) => paired([...claims.values()]));
  return distinct(found);
}

function claimsOf(role: Entry<RoleFile>): NameClaim[] {
  const { id, title, aliases, names } = role.value;
  const own = { role, alias: false, shared: false };
  return [
    { ...own, name: title, path: ['title'] },
    { ...own, name: id, path: ['id'] },
    ...aliases.map((name, i) => ({ ...own, name, path: ['aliases', i], alias: true })),
    ...Object.entries(names).flatMap(([language, list]) =>
      (list ?? []).map((name, i) => ({
        ...own,
        name,
        path: ['names', language, i],
        alias: true,
        shared: true,
      })),
    ),
  ];
}

/** Abbreviations may mean several roles, such as PM: whoever types one is asked which. */
export function isAbbreviation(name: string): boolean {
  return /^[A-Z][A-Z0-9&/]{1,4}$/.test(name);
}

/** What a search takes a name for, and, unless it is an abbreviation, what its short words stand for. */
export function formsOf(name: string): Set<string> {
  const forms = [...namesOf({ id: '', title: name, aliases: [] })];
  return new Set(isAbbreviation(name) ? forms : [...forms, ...forms.map((form) => longForm(form))]);
}

function paired(claims: readonly NameClaim[]): Clash[] {
  const [first, ...rest] = claims.toSorted(
    (a, b) =>
      a.role.origin.pack - b.role.origin.pack ||
      Number(a.alias) - Number(b.alias) ||
      Number(a.shared) - Number(b.shared) ||
      compareText(a.role.value.id, b.role.value.id),
  );
  if (first === undefined) return [];
  return rest
    .filter((second) => !first.shared || !second.shared)
    .map((second) => {
      const later = second.role.origin.pack > first.role.origin.pack;
      return { first, second, takenOver: later && first.alias };
    });
}

/** One clash for each pair of written names, though they share several forms. */
function distinct(found: readonly Clash[]): Clash[] {
  return [...new Map(found.map((clash) => [`${key(clash.first)} ${key(clash.second)}`, clash])).values()];
}

function key({ role, path }: NameClaim): string {
  return `${role.value.id} ${path.join(' ')}`;
}
