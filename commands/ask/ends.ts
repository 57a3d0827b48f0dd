import type { Model } from './classifier.ts';
import { isEnd, leaning } from './direction.ts';
import type { Entity } from './entities.ts';
import { FIELD_ROLES, JOINING, STOP_WORDS } from './lexicon.ts';
import type { Tagged } from './tagger.ts';
import type { Word } from './words.ts';

/** Roles in their order, with where somebody comes from and goes. */
export interface Ends {
  readonly roles: readonly string[];
  /** The role that is asked about: the only one, the one that somebody wants, or the first. */
  readonly role: string | undefined;
  /** Whether roles stand side by side: "UX researcher and product designer". */
  readonly areJoined: boolean;
  /** Where somebody comes from, a role or a background, and the role that somebody wants. */
  readonly from: string | undefined;
  readonly goal: string | undefined;
  /** Two roles of which neither is said to be the start: where somebody is likelier to come from, and to go. */
  readonly likelyEnds: { readonly from: string; readonly goal: string } | undefined;
  readonly background: string | undefined;
}

/** More than any words say. */
const CERTAIN = 1_000_000;
/** So much and more says plainly that somebody comes from there. */
const PLAINLY = 1_500;

interface Leant {
  readonly entity: Entity;
  /** How much more the words around it say that somebody comes from there. */
  readonly lean: number;
}

/** Where somebody comes from and goes: what leans most to be a start is one, if it leans at all. */
export function endsOf(tagged: Tagged, model: Model): Ends {
  const named = tagged.entities.filter(({ kind }) => kind === 'role');
  const leant = leantIn(tagged, model, named);
  const all = leant.map(({ entity }) => entity);
  const [start] = leant;
  const from = start !== undefined && start.lean > 0 ? start.entity : undefined;
  const roles = [...new Set((named.length > 0 ? named : inOrder(all)).flatMap(({ role }) => role ?? []))];
  const aim = aimOf(inOrder(all), from, named);
  const goal = aim?.role ?? (from === undefined ? undefined : fieldOf(tagged, from));
  // Whoever asks what a data analyst needs of statistics asks about a data analyst.
  const first = named.find(({ skill }) => skill === undefined)?.role ?? roles[0];
  const areJoined = joinedIn(tagged, named);
  const isFirst = start !== undefined && (start.lean < PLAINLY || aim?.skill !== undefined);
  return {
    roles,
    areJoined,
    likelyEnds: roles.length === 2 && !areJoined && from === undefined ? likeliest(leant) : undefined,
    role: isFirst ? first : (goal ?? first),
    from: from?.kind === 'background' ? from.background : from?.role,
    goal: goal ?? (from === undefined ? roles[0] : undefined),
    background: from?.kind === 'background' ? from.background : undefined,
  };
}

function inOrder(entities: readonly Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.from - b.from);
}

/** What may be a start or an aim, likeliest start first; fields only where nothing else is named. */
function leantIn(tagged: Tagged, model: Model, named: readonly Entity[]): Leant[] {
  const isNamed = named.length > 0 || tagged.entities.some(({ kind }) => kind === 'background');
  const ends = isNamed ? tagged.entities.filter(isEnd) : [];
  const fields = tagged.entities.filter(({ kind, role }) => kind === 'family' && role !== undefined);
  return (ends.length > 0 ? ends : fields)
    .map((entity) => ({
      entity,
      lean: entity.kind === 'background' ? CERTAIN : leaning(tagged, entity, model),
    }))
    .sort((a, b) => b.lean - a.lean);
}

/** Where somebody wants to go. "A sysadmin who wants to go cloud" goes where the field is. */
function aimOf(
  all: readonly Entity[],
  from: Entity | undefined,
  named: readonly Entity[],
): Entity | undefined {
  const isAim = ({ kind, role }: Entity) => role !== undefined && (kind === 'role' || named.length === 0);
  const aims = all.filter((entity) => entity !== from && isAim(entity));
  const fields = all.filter((entity) => entity !== from && entity.role !== undefined);
  const others = aims.length > 0 || from === undefined ? aims : fields;
  return others.at(others.length > 1 && from === undefined ? -1 : 0);
}

function joinedIn({ words }: Tagged, named: readonly Entity[]): boolean {
  return named.some(
    ({ to }) => JOINING.has(words[to]?.plain ?? '') && named.some((next) => next.from === to + 1),
  );
}

function likeliest(leant: readonly Leant[]): Ends['likelyEnds'] {
  const [from, goal] = [...new Set(leant.flatMap(({ entity: { role } }) => role ?? []))];
  return from === undefined || goal === undefined ? undefined : { from, goal };
}

/** The role that a field stands for, where somebody wants into it: "from retail to data". */
function fieldOf({ entities, words }: Tagged, from: Entity): string | undefined {
  const field = entities.find(
    (entity) =>
      entity.kind === 'family' &&
      entity !== from &&
      entity.role === undefined &&
      !isNarrowed(words[entity.from - 1]),
  );
  return field?.family === undefined ? undefined : FIELD_ROLES[field.family];
}

/** "Instructional design": another field than that of its last word. */
function isNarrowed(before: Word | undefined): boolean {
  return before !== undefined && !STOP_WORDS.has(before.plain) && !JOINING.has(before.plain);
}
