import { citeAll } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/linked.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { picture } from '../../src/reply.ts';
import { listPieces } from '../views/blocks.ts';
import { payChart } from '../views/charts.ts';
import { mappingPieces, spreadPieces } from '../views/pay-detail.ts';
import type { Scale } from '../views/pay.ts';
import { payPieces } from '../views/pay.ts';
import type { Piece } from '../views/section.ts';
import { rangeText } from './summary.ts';
import type { View } from './views.ts';

/** What a view shows of a role's pay; none where no source says anything of it. */
export function piecesOf(
  role: Role,
  view: View,
  scales: readonly Scale[],
  knowledge: KnowledgeBase,
): Piece[] {
  switch (view) {
    case 'bands':
      return bandPieces(scales, knowledge);
    case 'picture':
      return scales.map((scale) => picturePiece(role, scale, knowledge));
    case 'spread':
      return spreadPieces(role.pay, knowledge);
    case 'why':
      return mappingPieces(role.pay, knowledge);
    case 'factors':
      return listPieces('payFactors', role.payFactors);
    case 'all':
      return (['bands', 'spread', 'why', 'factors'] as const).flatMap((each) =>
        piecesOf(role, each, scales, knowledge),
      );
  }
}

/** The figures, under a heading for each scale where there are several. */
function bandPieces(scales: readonly Scale[], knowledge: KnowledgeBase): Piece[] {
  return scales.flatMap((scale) => {
    const pieces = payPieces(scale, knowledge);
    const label: ReplyNode = { kind: 'text', title: scale.label, text: rangeText(scale, knowledge) };
    return scales.length === 1 ? pieces : [{ evidence: [], node: label, named: true }, ...pieces];
  });
}

/** The same figures to look at. */
function picturePiece(role: Role, scale: Scale, knowledge: KnowledgeBase): Piece {
  return { evidence: citeAll(scale.bands), node: picture(payChart(role, scale, knowledge)), named: true };
}
