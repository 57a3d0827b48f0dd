import { citeAll, type KnowledgeBase, type PayBand } from '../../knowledge/index.ts';
import { bold, code, type Text } from '../../src/reply.ts';
import { groupBySaid, joined, phrase, type Said, say } from '../../src/message/say.ts';
import { levelName, sourceName } from './names.ts';
import { marketName } from './pay.ts';
import type { Section } from './section.ts';
import { yearsOf } from './format.ts';
import { money } from '../../src/message/figures.ts';

/** How each source puts a level: its own name and years for it, and what it adds; what its figures mean, if asked. */
export function mappingSections(
  bands: readonly PayBand[],
  knowledge: KnowledgeBase,
  { meaning }: { readonly meaning: boolean } = { meaning: true },
): Section[] {
  return bySource(bands, knowledge, (own, source) => {
    const means = meaning ? knowledge.sources.get(source)?.payMeans : undefined;
    return [...(means === undefined ? [] : [[means]]), ...mappingLines(own)];
  });
}

/** How far the figures of each source spread: the percentiles it gives, level by level. */
export function spreadSections(bands: readonly PayBand[], knowledge: KnowledgeBase): Section[] {
  return bySource(bands, knowledge, (own) => own.flatMap((band) => spreadLine(band, own)));
}

function bySource(
  bands: readonly PayBand[],
  knowledge: KnowledgeBase,
  lines: (own: readonly PayBand[], source: string) => Text[],
): Section[] {
  const groups = Map.groupBy(bands, (band) => band.source);
  return Array.from(groups).flatMap(([source, own]): Section[] => {
    const items = lines(own, source);
    const title = sourceName(source, knowledge);
    if (items.length === 0) return [];
    return [{ evidence: citeAll(own), node: { kind: 'list', title, items }, named: true }];
  });
}

/** A line for all levels of which a source says the same. */
function mappingLines(bands: readonly PayBand[]): Text[] {
  return groupBySaid(bands, mappingWords).flatMap(([words, group]): Text[] => {
    if (words === '') return [];
    const levels = group.map(({ level, scope }) => {
      const name = levelName(level);
      return scope === undefined ? name : phrase`${name}, ${scope}`;
    });
    return [[bold(joined(levels, ' · ')), phrase`: ${words}`]];
  });
}

function mappingWords({ scope, title, years, note }: PayBand): Said {
  // What a source says of a part of the market stands under its own level, where the years are already given.
  const shown = scope === undefined && years !== undefined ? [yearsOf(years)] : [];
  const name = joined([...(title === undefined ? [] : [title]), ...shown], ', ');
  const parts = [name, note ?? ''].filter((part) => part !== '');
  return joined(parts, '. ');
}

function spreadLine(band: PayBand, own: readonly PayBand[]): Text[] {
  const { level, title, currency, p10, p25, median, p75, p90 } = band;
  if ([p10, p25, p75, p90].every((each) => each === undefined)) return [];
  const several = own.filter((other) => other.level === level).length > 1;
  const figures = [
    ['p10', p10],
    ['p25', p25],
    [say('median'), median],
    ['p75', p75],
    ['p90', p90],
  ] as const;
  const shown = figures.flatMap(([name, amount]): Text =>
    amount === undefined ? [] : [phrase` · ${name} `, code(money(amount, currency))],
  );
  const whose = several && title !== undefined ? [title] : [];
  const where = own.some((other) => marketKey(other) !== marketKey(band)) ? [marketName(band)] : [];
  return [[bold(joined([levelName(level), ...whose, ...where], ', ')), ...shown]];
}

function marketKey({ region, workplace }: PayBand): string {
  return `${region} ${workplace ?? ''}`;
}
