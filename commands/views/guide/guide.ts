import { partTitle } from './titles.ts';
import {
  type Citation,
  cite,
  citeAll,
  type FieldPath,
  type KnowledgeBase,
  type Role,
} from '../../../knowledge/index.ts';
import type { Guide, Said as Line } from '../../../knowledge/kinds/guide.ts';
import type { Said } from '../../../src/message/say.ts';
import { link, quiet, type ReplyNode, type Text } from '../../../src/reply.ts';
import { sourceName } from '../names.ts';
import type { Section } from '../section.ts';
import { translatedText } from '../translated-text.ts';

/** The guide of a role, with its texts in every language that they stand in. */
export interface RoleGuide {
  readonly guide: Guide;
  readonly knowledge: KnowledgeBase;
  /** One text of the guide, in the reader's language where it was translated. */
  readonly text: (pick: (guide: Guide) => string | undefined) => Said;
}

/** The guide written for a role; undefined where none has been. */
export function guideOf({ id }: Pick<Role, 'id'>, knowledge: KnowledgeBase): RoleGuide | undefined {
  const guides = knowledge.of('guide');
  const guide = guides.get(id);
  if (guide === undefined) return undefined;
  const text: RoleGuide['text'] = (pick) =>
    translatedText(guides, { id, entry: guide }, (entry) => pick(entry) ?? '');
  return { guide, knowledge, text };
}

/** A line of a guide; one that an outside source says names it, with the page where it was seen. */
export function lineText(line: Line, knowledge: KnowledgeBase): Text {
  if (typeof line === 'string') return [line];
  const name = sourceName(line.source, knowledge);
  const source = line.url === undefined ? quiet(`(${name})`) : link(name, line.url);
  return [`${line.text} `, source];
}

/** What lines that stand at `path` rest on: the guide, and what other sources state in some of them. */
export function lineEvidence(guide: Guide, path: FieldPath, lines: readonly Line[]): Citation[] {
  return [cite(guide, path), ...citeAll(lines.filter((line) => typeof line !== 'string'))];
}

/** The lines that stand at `path` as a part of an answer. */
export function lineSection(
  { guide, knowledge }: RoleGuide,
  path: FieldPath,
  lines: readonly Line[],
  title: Said = partTitle(path),
): Section {
  const items = lines.map((line) => lineText(line, knowledge));
  return { evidence: lineEvidence(guide, path, lines), node: { kind: 'list', title, items } };
}

/** A list of a guide's own lines at `path`, which may stand in other languages: `pick` gives them of each. */
export function ownSection(
  own: RoleGuide,
  path: FieldPath,
  pick: (guide: Guide) => readonly string[],
): Section {
  const items = pick(own.guide).map((_, at): Text => [own.text((guide) => pick(guide)[at])]);
  return nodeSection(own, path, { kind: 'list', title: partTitle(path), items });
}

/** A part of an answer that rests on what stands at `path` of the guide. */
export function nodeSection({ guide }: RoleGuide, path: FieldPath, node: ReplyNode): Section {
  return { evidence: [cite(guide, path)], node };
}
