import { citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { picture, type ReplyNode } from '../../src/reply.ts';
import { listSections } from '../views/blocks.ts';
import { payChart } from '../views/charts.ts';
import { guideOf } from '../views/guide/guide.ts';
import { payMoves } from '../views/guide/work.ts';
import { mappingSections, spreadSections } from '../views/pay-detail.ts';
import { measuresOf, paySections, type Scale } from '../views/pay.ts';
import type { Section } from '../views/section.ts';
import { rangeText } from './summary.ts';
import type { View } from './views.ts';

/** What a view shows of a role's pay; none where no source says anything of it. */
export function sectionsOf(
  role: Role,
  view: View,
  scales: readonly Scale[],
  knowledge: KnowledgeBase,
): Section[] {
  switch (view) {
    case 'summary':
    case 'bands':
      return bandSections(scales, knowledge);
    case 'picture':
      return worthDrawing(scales.flatMap(measuresOf)).map((scale) => pictureSection(role, scale, knowledge));
    case 'spread':
      return spreadSections(role.pay, knowledge);
    case 'why':
      return mappingSections(role.pay, knowledge);
    case 'factors':
      return factorSections(role, knowledge);
    case 'all':
      return (['bands', 'spread', 'why', 'factors'] as const).flatMap((each) =>
        sectionsOf(role, each, scales, knowledge),
      );
  }
}

/** What makes a difference to pay: by the role's guide, and by other sources. */
function factorSections(role: Role, knowledge: KnowledgeBase): Section[] {
  const own = guideOf(role, knowledge);
  return [...(own === undefined ? [] : [payMoves(own)]), ...listSections('payFactors', role.payFactors)];
}

/** The figures, under a heading for each scale where there are several. */
function bandSections(scales: readonly Scale[], knowledge: KnowledgeBase): Section[] {
  return scales.flatMap((scale) => {
    const sections = paySections(scale, knowledge);
    const label: ReplyNode = { kind: 'text', title: scale.label, text: rangeText(scale, knowledge) };
    return scales.length === 1 ? sections : [{ evidence: [], node: label, named: true }, ...sections];
  });
}

/** A figure by itself is no picture, where another scale is one. */
function worthDrawing(scales: readonly Scale[]): readonly Scale[] {
  const several = scales.filter(({ bands }) => bands.length > 1);
  return several.length > 0 ? several : scales;
}

/** The same figures to look at. */
function pictureSection(role: Role, scale: Scale, knowledge: KnowledgeBase): Section {
  return { evidence: citeAll(scale.bands), node: picture(payChart(role, scale, knowledge)), named: true };
}
