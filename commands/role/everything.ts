import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { quiet } from '../../src/reply.ts';
import { blockPieces } from '../show/blocks.ts';
import { mappingPieces, payPieces, payScales } from '../show/pay.ts';
import type { Piece } from '../show/piece.ts';
import { nodesOf, sourceName, sourcesOf } from '../show/piece.ts';
import { sourceLines } from '../show/source.ts';
import { join } from '../show/words.ts';
import { sections } from './sections.ts';

/** All that is known about a role: every section under a heading that names its sources, then the sources themselves. */
export function everything(
  role: Role,
  knowledge: KnowledgeBase,
  now: number,
): { readonly nodes: readonly ReplyNode[]; readonly sources: readonly string[] } {
  const chapters = chaptersOf(role, knowledge).filter(({ pieces }) => pieces.length > 0);
  const used = [
    ...new Set([...role.summary.sources, ...chapters.flatMap(({ pieces }) => sourcesOf(pieces))]),
  ];
  const nodes = chapters.flatMap(({ label, pieces }): ReplyNode[] => [
    { kind: 'divider' },
    {
      kind: 'text',
      title: label.toUpperCase(),
      text: [
        quiet(
          sourcesOf(pieces)
            .map((id) => sourceName(knowledge, id))
            .join(' · '),
        ),
      ],
    },
    ...nodesOf(pieces, knowledge),
  ]);
  return { nodes: [namesOf(role), ...nodes, ...aboutSources(used, knowledge, now)], sources: used };
}

interface Chapter {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

function chaptersOf(role: Role, knowledge: KnowledgeBase): Chapter[] {
  const scales = payScales(role.pay);
  return [
    ...scales.map((scale) => ({ label: `Pay (${scale.label})`, pieces: payPieces(scale, knowledge) })),
    { label: 'Pay, level by level', pieces: mappingPieces(role.pay, knowledge) },
    { label: 'What moves pay', pieces: blockPieces(role.payFactors, 'What moves pay') },
    ...Object.values(sections).map(({ label, pieces }) => ({ label, pieces: pieces(role, knowledge) })),
  ];
}

function namesOf({ family, aliases, codes }: Role): ReplyNode {
  const lines: [string, readonly string[]][] = [
    ['Family', [family]],
    ['Also called', aliases],
    ['O*NET', codes.onet],
    ['ESCO', codes.esco],
  ];
  const fields = lines.flatMap(([name, words]) =>
    words.length > 0 ? [{ name, value: [words.join(', ')] }] : [],
  );
  return { kind: 'fields', fields };
}

function aboutSources(ids: readonly string[], knowledge: KnowledgeBase, now: number): ReplyNode[] {
  const known = ids.flatMap((id) => knowledge.sources.get(id) ?? []);
  return [
    { kind: 'divider' },
    ...known.map((source): ReplyNode => ({
      kind: 'text',
      title: `Source: ${source.name}`,
      text: join(sourceLines(source, now), '\n'),
    })),
  ];
}
