import {
  cite,
  citeAll,
  type KnowledgeBase,
  type Level,
  type PayBand,
  type Role,
} from '../../knowledge/index.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, code, type ReplyNode, type Text } from '../../src/reply.ts';
import { levelName, medianName, sourceName } from '../views/names.ts';
import { join, payRange, yearsOf, payFigure } from '../views/format.ts';
import { always, type Part } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';
import { datedSource, marketName, occupationOf, payScales } from '../views/pay.ts';

type Ladder = Role['ladder'][number];
type Rung = Ladder['rungs'][number];

/** Each source's ladder from the lowest rung up, a part a rung, with the pay that sources give for that level. */
export function rungSections(role: Role, knowledge: KnowledgeBase): Section[] {
  const beside = payBeside(role);
  return role.ladder.flatMap((ladder) => {
    const { source, rungs } = ladder;
    const name = sourceName(source, knowledge);
    return rungs.map((rung, at) => {
      const isFirst = rungs.findIndex(({ level }) => level === rung.level) === at;
      const bands = isFirst ? beside(source, rung.level) : [];
      const node = rungNode(rung, name, payText(bands, source, knowledge));
      return { evidence: [cite(ladder, ['rungs', at]), ...citeAll(bands)], node, named: true };
    });
  });
}

/** How many skills a rung names on one screen. */
const FEW = 2;

/**
 * The ladder with most rungs on one screen: each rung by what is new at it, with the first figure of pay. Where there is
 * little room pay gives way first, since it has an answer of its own, then what is new from the top down.
 */
export function shortRungs(role: Role, knowledge: KnowledgeBase): Part {
  const ladder = longestLadder(role);
  if (ladder === undefined) return always([]);
  const beside = payBeside(role);
  const paid = ladder.rungs.map((rung, at) => {
    const isFirst = ladder.rungs.findIndex(({ level }) => level === rung.level) === at;
    return isFirst ? beside(ladder.source, rung.level).slice(0, 1) : [];
  });
  const rows = (withPay: boolean, told: number, skills: number): Section[] => {
    const items = ladder.rungs.map((rung, at): Text => {
      const pay = withPay ? payText(paid[at] ?? [], ladder.source, knowledge) : undefined;
      const news = at < told ? changed(rung, ladder.rungs[at - 1], skills) : [];
      return [...rungName(rung), ...(pay === undefined ? [] : [' · ', ...pay]), ...news];
    });
    const evidence = [cite(ladder), ...(withPay ? citeAll(paid.flat()) : [])];
    return [{ evidence, node: { kind: 'list', items }, named: true }];
  };
  const all = ladder.rungs.length;
  const fewer = Array.from({ length: all + 1 }, (_, less) => rows(false, all - less, 1));
  return { forms: [rows(true, all, FEW), rows(false, all, FEW), ...fewer], yields: 1 };
}

/** The ladder with most rungs. */
export function longestLadder({ ladder }: Role): Ladder | undefined {
  return ladder.toSorted((a, b) => b.rungs.length - a.rungs.length)[0];
}

function rungName({ title, level, years }: Rung): Text {
  return [
    bold(title),
    phrase` (${levelName(level)}${years === undefined ? '' : phrase`, ${yearsOf(years)}`})`,
  ];
}

/** What a rung asks for that the one below does not. */
function changed({ focus, skills = [] }: Rung, below: Rung | undefined, count: number): Text {
  if (focus !== undefined) return [`: ${focus}`];
  const more = skills.filter((skill) => !(below?.skills ?? []).includes(skill)).slice(0, count);
  return more.length === 0 ? [] : [`: ${more.join(' · ')}`];
}

/** "From Associate to Principal in five rungs (UK Government DDaT); two more sources draw one." */
export function ladderLead(role: Role, knowledge: KnowledgeBase): Said {
  const ladder = longestLadder(role);
  const [first, ...others] = ladder?.rungs ?? [];
  const values = {
    first: first?.title ?? '',
    top: others.at(-1)?.title ?? '',
    source: sourceName(ladder?.source ?? '', knowledge),
    ...amount(others.length + 1),
    more: role.ladder.length - 1,
  };
  if (others.length === 0) return say('One rung: {first} ({source}).', values);
  return say(
    'From {first} to {top} in {words} rungs ({source}){more, plural, =0 {} one {; one more source draws a ladder} other {; # more sources draw ladders}}.',
    values,
  );
}

/** "Three sources: four levels up to ML Architect / Head of AI (Career path), …" */
export function ladderSummary({ ladder }: Role, knowledge: KnowledgeBase): Said {
  const ladders = ladder.map(({ source, rungs }) => {
    const values = { top: rungs.at(-1)?.title ?? '', source: sourceName(source, knowledge) };
    return rungs.length === 1
      ? `${values.top} (${values.source})`
      : say('{words} rungs up to {top} ({source})', { ...amount(rungs.length), ...values });
  });
  return say('{n, plural, one {One source} other {{Words} sources}}: {ladders}.', {
    ...amount(ladder.length),
    ladders: enumerate(ladders),
  });
}

/**
 * The figures that stand beside a rung: those of the ladder's own source, and, in the first ladder that has the level,
 * those of every source that draws no ladder with it. So each figure stands once. Of parts of the market and of other
 * scales (another country, by the hour) Pay tells.
 */
export function payBeside(role: Role): (source: string, level: Level) => readonly PayBand[] {
  const [scale] = payScales(role.pay);
  const bands = (scale?.bands ?? []).filter(({ scope }) => scope === undefined);
  const draws = (source: string, level: Level) =>
    role.ladder.some((each) => each.source === source && each.rungs.some((rung) => rung.level === level));
  return (source, level) => {
    const first = role.ladder.find(({ rungs }) => rungs.some((rung) => rung.level === level))?.source;
    return bands.filter(
      (band) =>
        band.level === level && (band.source === source || (source === first && !draws(band.source, level))),
    );
  };
}

function payText(bands: readonly PayBand[], own: string, knowledge: KnowledgeBase): Text | undefined {
  if (bands.length === 0) return undefined;
  const ownFirst = bands.toSorted((a, b) => Number(b.source === own) - Number(a.source === own));
  const said = ownFirst.map((band): Text => {
    const source = band.source === own ? [] : [datedSource(band, knowledge)];
    const of = joined([...source, marketName(band), ...occupationOf(band)], ', ');
    return [...figureText(band), phrase` (${of})`];
  });
  return join(said, ' · ');
}

/** The range, or the median where there is none. */
function figureText(band: PayBand): Text {
  const range = payRange(band);
  if (range !== undefined) return [code(range)];
  const figure = band.median === undefined ? '' : payFigure(band.median, band.currency);
  return [phrase`${medianName(band.basis)} `, code(figure)];
}

function rungNode(rung: Rung, source: string, pay: Text | undefined): ReplyNode {
  const { level, title, years, summary, focus, skills, duties, advance } = rung;
  const name = joined(
    [levelName(level), years === undefined ? title : phrase`${title}, ${yearsOf(years)}`, source],
    ' · ',
  );
  const items: Text[] = [
    ...(pay === undefined ? [] : [[bold(say('Pay')), ': ', ...pay]]),
    ...(summary === undefined ? [] : [[summary]]),
    ...labelled(say('Focus'), focus),
    ...labelled(say('Duties'), duties?.join('; ')),
    ...labelled(say('Skills'), skills?.join(' · ')),
    ...labelled(say('To advance'), advance),
  ];
  if (items.length === 0)
    return { kind: 'text', title: name, text: [say('Named, and nothing more said of it.')] };
  return { kind: 'list', title: name, items };
}

function labelled(label: Said, words: string | undefined): Text[] {
  return words === undefined ? [] : [[bold(label), `: ${words}`]];
}
