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

/** What a line says, without its source. */
export function wordsOf(line: Line | undefined): string | undefined {
  return typeof line === 'string' ? line : line?.text;
}

/** The words of a line as a reader has them; one that an outside source says names it, with the page where it was seen. */
export function withSource(words: Said, line: Line, knowledge: KnowledgeBase): Text {
  if (typeof line === 'string') return [words];
  const name = sourceName(line.source, knowledge);
  return [words, ' ', line.url === undefined ? quiet(`(${name})`) : link(name, line.url)];
}

/** A line of a guide with its source, in the reader's language where it was translated: `pick` finds it in each. */
export function lineText(own: RoleGuide, pick: (guide: Guide) => Line | undefined): Text {
  const line = pick(own.guide);
  if (line === undefined) return [];
  return withSource(
    own.text((guide) => wordsOf(pick(guide))),
    line,
    own.knowledge,
  );
}

/** Each line of a list of the guide, as `text` gives one. */
export function linesOf(own: RoleGuide, pick: (guide: Guide) => readonly string[] | undefined): Said[] {
  return (pick(own.guide) ?? []).map((_, at) => own.text((guide) => pick(guide)?.[at]));
}

/** What lines that stand at `path` rest on: the guide, and what other sources state in some of them. */
export function lineEvidence(guide: Guide, path: FieldPath, lines: readonly Line[]): Citation[] {
  return [cite(guide, path), ...citeAll(lines.filter((line) => typeof line !== 'string'))];
}

/** The lines that stand at `path` as a part of an answer: `pick` finds them in the guide of each language. */
export function lineSection(
  own: RoleGuide,
  path: FieldPath,
  pick: (guide: Guide) => readonly Line[],
  title: Said = partTitle(path),
): Section {
  const lines = pick(own.guide);
  const items = lines.map((_, at) => lineText(own, (guide) => pick(guide)[at]));
  return { evidence: lineEvidence(own.guide, path, lines), node: { kind: 'list', title, items } };
}

/** A part of an answer that rests on what stands at `path` of the guide. */
export function nodeSection({ guide }: RoleGuide, path: FieldPath, node: ReplyNode): Section {
  return { evidence: [cite(guide, path)], node };
}
