import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { Band, BandGroup } from '../../src/chart.ts';
import { say } from '../../src/language/say.ts';
import { picture } from '../../src/reply.ts';
import { figuresOf } from '../show/charts.ts';
import { basisName, levelName, medianName } from '../show/levels.ts';
import { sourceName } from '../show/names.ts';
import { payScales } from '../show/pay.ts';
import type { Piece } from '../show/piece.ts';
import type { Row } from './pay.ts';
import { isCompared } from './pay.ts';

/** "ML Engineer vs Data Scientist" */
export function versus(roles: readonly Role[]): string {
  return roles.map(({ title }) => title).join(` ${say('vs')} `);
}

/** The figures that can be compared to look at, a picture a scale. */
export function drawnPay(rows: readonly Row[], roles: readonly Role[], knowledge: KnowledgeBase): Piece[] {
  const compared = rows.filter(isCompared);
  return payScales(compared.map(({ band }) => band)).map((scale): Piece => {
    const there = compared.filter(({ band }) => scale.bands.includes(band));
    const chart = {
      kind: 'compare',
      title: say('Pay: {role}', { role: versus(roles) }),
      unit: scale.label,
      currency: scale.bands[0]?.currency ?? 'USD',
      groups: there.map((row) => groupOf(row, roles, knowledge)),
    } as const;
    return { sources: there.map(({ source }) => source), node: picture(chart), named: true };
  });
}

function groupOf(
  { source, level, band, cells }: Row,
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): BandGroup {
  const what = band.low === undefined ? medianName(band.basis) : basisName(band.basis);
  return {
    label: `${levelName(level)} · ${sourceName(source, knowledge)}, ${what}`,
    bands: cells.flatMap((bands, at) =>
      bands.map((each): Band => ({
        label: roles[at]?.title ?? '',
        ...(bands.length > 1 && each.title !== undefined ? { detail: each.title } : {}),
        ...figuresOf(each),
      })),
    ),
  };
}
