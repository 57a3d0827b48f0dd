import type { Finding } from '../finding.ts';
import type { Content } from '../merge.ts';
import { FACT_LISTS } from '../merge.ts';
import { type Entry, findingAt } from '../pack/entry.ts';
import { nearest } from '../pack/nearest.ts';
import type { FieldPath } from '../pack/spot.ts';
import type { PackContents } from '../pack/read.ts';
import type { Prompt } from '../prompt-schema.ts';
import type { Course, FactLine, Role, RoleFacts, Transition } from '../schema.ts';

type Kind = 'role' | 'course' | 'source';

/** One entry naming another. */
interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly path: FieldPath;
}

/** References to entries that are in no pack, and facts that stand in the file of another source. */
export function checkReferences(contents: PackContents, content: Content): Finding[] {
  const known = knownIds(contents, content);
  // A line that cannot be read may be the very role that others name: say first what is wrong with the line.
  const unread = contents.findings.some(({ file }) => file.endsWith('roles.jsonl'));
  const dangling = <T>(entries: readonly Entry<T>[], references: (value: T) => Iterable<Reference>) =>
    entries.flatMap(({ value, origin }) =>
      [...references(value)]
        .filter(({ kind, id }) => !known[kind].has(id) && !(kind === 'role' && unread))
        .map(({ kind, id, path }) => findingAt(origin, path, absent(kind, id, known[kind]))),
    );
  return [
    ...dangling([...contents.roles, ...contents.occupations], inRole),
    ...dangling(contents.facts, inFactLine),
    ...dangling(contents.transitions, inTransition),
    ...dangling(contents.courses, inCourse),
    ...dangling(contents.prompts, inPrompt),
    ...contents.prompts.flatMap((entry) => trackless(entry, known.role, content)),
    ...contents.facts.flatMap(misfiled),
  ];
}

/** What there is: an entry that is there but has a mistake of its own is not reported a second time as missing. */
function knownIds({ named }: PackContents, content: Content): Record<Kind, ReadonlySet<string>> {
  const ids = (entries: readonly { readonly id: string }[], kind: Kind) =>
    new Set([...entries.map(({ id }) => id), ...named[kind]]);
  return {
    role: ids(content.roles, 'role'),
    course: ids(content.courses, 'course'),
    source: ids(content.sources, 'source'),
  };
}

function absent(kind: Kind, id: string, known: ReadonlySet<string>): string {
  const meant = nearest(id, known);
  const file = `${kind}s/${id}.yaml`;
  return meant === undefined
    ? `there is no ${kind} "${id}": add ${file}`
    : `there is no ${kind} "${id}": did you mean "${meant}"? If not, add ${file}`;
}

function* inRole(role: Role): Generator<Reference> {
  for (const [i, id] of role.summary.sources.entries())
    yield { kind: 'source', id, path: ['summary', 'sources', i] };
  for (const list of FACT_LISTS)
    for (const [i, { source }] of role[list].entries())
      yield { kind: 'source', id: source, path: [list, i, 'source'] };
  yield* inFacts(role);
}

function* inFactLine(line: FactLine): Generator<Reference> {
  yield { kind: 'source', id: line.source, path: ['source'] };
  if (line.role !== undefined) yield { kind: 'role', id: line.role, path: ['role'] };
  yield* inFacts(line);
}

function* inFacts({ related, roadmap }: RoleFacts): Generator<Reference> {
  for (const [i, { role }] of related.entries())
    yield { kind: 'role', id: role, path: ['related', i, 'role'] };
  for (const [i, { phases }] of roadmap.entries())
    for (const [j, { items }] of phases.entries())
      for (const [k, { course }] of items.entries())
        if (course !== undefined)
          yield { kind: 'course', id: course, path: ['roadmap', i, 'phases', j, 'items', k, 'course'] };
}

function* inTransition({ from, to, documented }: Transition): Generator<Reference> {
  yield { kind: 'role', id: from, path: ['from'] };
  yield { kind: 'role', id: to, path: ['to'] };
  for (const [i, { source }] of documented.entries())
    yield { kind: 'source', id: source, path: ['documented', i, 'source'] };
}

function* inCourse({ facts }: Course): Generator<Reference> {
  for (const [i, { source, roles }] of facts.entries()) {
    yield { kind: 'source', id: source, path: ['facts', i, 'source'] };
    for (const [j, { role }] of roles.entries())
      yield { kind: 'role', id: role, path: ['facts', i, 'roles', j, 'role'] };
  }
}

function* inPrompt({ sources, read }: Prompt): Generator<Reference> {
  for (const [i, id] of sources.entries()) yield { kind: 'source', id, path: ['sources', i] };
  if (read.course !== undefined) yield { kind: 'course', id: read.course, path: ['read', 'course'] };
}

/** A prompt in a folder that is named after neither a role nor a skill: nobody would ever get it. */
function trackless(
  { value: { track }, origin }: Entry<Prompt>,
  roles: ReadonlySet<string>,
  { skills }: Content,
): Finding[] {
  if (roles.has(track) || skills.some(({ id }) => id === track)) return [];
  const meant = nearest(track, roles);
  const hint = meant === undefined ? '' : `: did you mean "${meant}"?`;
  return [findingAt(origin, [], `"${track}" is no role and no skill with a file${hint}`)];
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
