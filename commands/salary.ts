import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Role } from '../knowledge/schema.ts';
import type { CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import type { Action, Draft, Grounds, ReplyNode, Text } from '../src/reply.ts';
import { askButton, code, picture } from '../src/reply.ts';
import { askOf, settleRole, suggestRoles } from './name.ts';
import { next, pick } from './show/actions.ts';
import { blockPieces } from './show/blocks.ts';
import { payChart } from './show/charts.ts';
import { credits, PAY_DISCLAIMER } from './show/credits.ts';
import { payGrounds, pieceGrounds } from './show/grounds.ts';
import { basisName, levelName } from './show/levels.ts';
import { span } from './show/money.ts';
import type { Scale } from './show/pay.ts';
import { payPieces, payScales, typicalBands } from './show/pay.ts';
import { mappingPieces, spreadPieces } from './show/pay-detail.ts';
import type { Piece } from './show/piece.ts';
import { nodesOf, sourcesOf } from './show/piece.ts';
import { tabs } from './show/tabs.ts';
import { count, sentence } from './show/words.ts';
import { roleTitle, sourceName } from './show/names.ts';

const VIEWS = ['bands', 'picture', 'spread', 'why', 'factors', 'all'] as const;
type View = (typeof VIEWS)[number];

const RANKS = ['entry', 'mid', 'senior', 'staff', 'lead'] as const;
type Rank = (typeof RANKS)[number];

/** What a role pays by every source, side by side on one scale and never blended. */
export const salary = defineCommand({
  name: 'salary',
  summary: 'What a role pays, by every source, level by level',
  options: {
    role: {
      kind: 'role',
      description: 'The role, as you would say it',
      required: true,
      suggest: suggestRoles,
    },
    view: {
      kind: 'choice',
      description:
        'The figures, a picture of them, their spread, why they differ, what moves pay, or all of it',
      choices: VIEWS,
    },
    level: { kind: 'choice', description: 'Only the figures of one level', choices: RANKS },
  },
  examples: ['salary ml-engineer', 'salary ml engineer why', 'salary data scientist'],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const ask = askOf('salary', values);
    const named = settleRole(values.role, ask, 'role', context);
    if (named.kind === 'unclear') return named.reply;
    const draft = answerView(named.entry, values.view ?? 'bands', values.level, context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('salary', { ...values, role: named.entry.id }),
    };
  },
});

function answerView(whole: Role, view: View, level: Rank | undefined, context: CommandContext): Draft {
  const there = whole.pay.filter((band) => band.level === level);
  const isThere = there.length > 0;
  const role = isThere ? { ...whole, pay: there } : whole;
  const at = level === undefined ? '' : `${levelName(level).toLowerCase()} level`;
  const scales = payScales(role.pay);
  const pieces = piecesOf(role, view, scales, context.knowledge);
  if (pieces.length === 0) return nothing(role, view, context);
  return {
    title: `${role.title} · ${TITLES[view]}${isThere ? ` at ${at}` : ''}${scales.length === 1 ? ` (${scales[0]?.label})` : ''}`,
    lead: [
      ...(level === undefined || isThere ? [] : [`No source gives pay at ${at}; this is what there is. `]),
      ...leadOf(view, scales, context.knowledge),
    ],
    body: [
      ...nodesOf(isOneFigure(role, view) ? [] : pieces, context.knowledge),
      ...next(nextActions(whole, view, isThere ? level : undefined, context.knowledge)),
    ],
    sources: credits(sourcesOf(pieces), context, PAY_DISCLAIMER),
    grounds: groundsOf(role, view, pieces),
  };
}

/** Every figure by itself, or what sources say besides. */
function groundsOf(role: Role, view: View, pieces: readonly Piece[]): Grounds {
  if (view === 'factors') return { facts: pieceGrounds(pieces), steps: [] };
  return {
    facts: payGrounds(role.pay),
    steps: [
      [
        'The first line goes from the lowest to the highest end that any source gives for one level (mid where there is one), parts of the market such as top firms left out. Nothing is averaged.',
      ],
      ['Figures of another region, currency or stretch of time stand on a scale of their own.'],
    ],
  };
}

const TITLES: Readonly<Record<View, string>> = {
  bands: 'pay',
  picture: 'pay',
  spread: 'how far pay spreads',
  why: 'why pay figures differ',
  factors: 'what moves pay',
  all: 'pay, all of it',
};

function piecesOf(role: Role, view: View, scales: readonly Scale[], knowledge: KnowledgeBase): Piece[] {
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
      return blockPieces(role.payFactors, 'What moves pay');
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
    return scales.length === 1 ? pieces : [{ sources: [], node: label, named: true }, ...pieces];
  });
}

/** The same figures to look at. */
function picturePiece(role: Role, scale: Scale, knowledge: KnowledgeBase): Piece {
  const sources = scale.bands.map(({ source }) => source);
  return { sources, node: picture(payChart(role, scale, knowledge)), named: true };
}

/** One figure needs no list: the first sentence says it all. */
function isOneFigure({ pay }: Role, view: View): boolean {
  return view === 'bands' && pay.length === 1;
}

function leadOf(view: View, scales: readonly Scale[], knowledge: KnowledgeBase): Text {
  const [scale] = scales;
  if (view === 'factors' || scale === undefined) return ['What the sources say makes the difference.'];
  if (view === 'spread')
    return ['Of a hundred figures, ten are below p10, half below the median, ten above p90.'];
  if (view === 'why')
    return [
      'Sources count different things, draw levels differently and are of different dates. Each figure stands as its source gives it; none is blended.',
    ];
  return scales.length > 1
    ? [`${sentence(count(scales.length, 'market'))}, each on its own scale.`]
    : rangeText(scale, knowledge);
}

/** "Four sources; at mid level they range from $110K to $250K. Three more give medians." */
function rangeText(scale: Scale, knowledge: KnowledgeBase): Text {
  const { level, bands } = typicalBands(scale);
  const range = span(bands);
  const [first] = bands;
  if (first === undefined || range === undefined) return medianText(scale);
  const ids = new Set(scale.bands.flatMap(({ source, low }) => (low === undefined ? [] : [source])));
  const at = level === 'all' ? 'for the whole role' : `at ${levelName(level).toLowerCase()} level`;
  const more = new Set(scale.bands.map(({ source }) => source)).size - ids.size;
  const rest = more === 0 ? '' : ` ${sentence(count(more, 'more gives medians', 'more give medians'))}.`;
  if (ids.size > 1)
    return [
      `${sentence(count(ids.size, 'source'))}; ${at} they range from `,
      code(range.from),
      ' to ',
      code(range.to),
      `.${rest}`,
    ];
  const name = sourceName(first.source, knowledge);
  return [code(`${range.from}–${range.to}`), ` ${at} (${name}); ${basisName(first.basis)}.${rest}`];
}

/** Where no source gives a range: from the lowest median to the highest, of the whole role if there is one. */
function medianText({ bands }: Scale): Text {
  const whole = bands.filter((band) => band.level === 'all');
  const medians = (whole.length > 0 ? whole : bands).flatMap(({ median, currency }) =>
    median === undefined ? [] : [{ low: median, high: median, currency }],
  );
  const range = span(medians.map((each) => ({ ...each, open: undefined })));
  const ids = new Set(bands.map(({ source }) => source));
  if (range === undefined) return [`${sentence(count(ids.size, 'source'))}.`];
  const head = `${sentence(count(ids.size, 'source'))}, no ranges; `;
  return medians.length === 1
    ? [head, 'the median is ', code(range.from), '.']
    : [head, 'medians go from ', code(range.from), ' to ', code(range.to), '.'];
}

function nothing(role: Role, view: View, { knowledge }: CommandContext): Draft {
  const paid = role.related.filter((related) => (knowledge.roles.get(related.role)?.pay.length ?? 0) > 0);
  const choices = [...new Set(paid.map((related) => related.role))].map((id) => ({
    label: `Pay: ${roleTitle(id, knowledge)}`,
    ask: { command: 'salary', values: { role: id } },
  }));
  const what = view === 'factors' ? 'what moves pay' : 'pay';
  return {
    tone: 'miss',
    title: `${role.title} · ${TITLES[view]}`,
    lead: [`No source I have gives ${what} for ${role.title}.`],
    body: next([...pick('Related', choices), ...tabs(role, knowledge, 'salary')]),
  };
}

function nextActions(role: Role, shown: View, level: Rank | undefined, knowledge: KnowledgeBase): Action[] {
  const views: [View, string][] = [
    ['bands', 'Figures'],
    ['picture', 'Picture'],
    ['spread', 'Percentiles'],
    ['why', 'Why these differ'],
    ['factors', 'What moves pay'],
  ];
  const has: Readonly<Record<View, boolean>> = {
    bands: role.pay.length > 0,
    picture: role.pay.length > 1,
    spread: role.pay.some(({ p10, p25, p75, p90 }) => [p10, p25, p75, p90].some(Boolean)),
    why: role.pay.length > 0,
    factors: role.payFactors.length > 0,
    all: true,
  };
  const levels = RANKS.filter((each) => each !== level && role.pay.some((band) => band.level === each));
  const byLevel = levels.map((each) => ({
    label: levelName(each),
    ask: askOf('salary', { role: role.id, view: shown === 'picture' ? shown : undefined, level: each }),
  }));
  const figures = level === undefined ? [] : [askButton('All levels', 'salary', { role: role.id })];
  const offered = views.filter(([view]) => view !== shown && shown !== 'all' && has[view]);
  return [
    ...(byLevel.length === 0 ? [] : [{ kind: 'choose' as const, label: 'Only one level', choices: byLevel }]),
    ...figures,
    ...offered.map(([view, label]) => {
      const ofLevel = level !== undefined && (view === 'picture' || view === 'bands') ? { level } : {};
      return askButton(label, 'salary', { role: role.id, view, ...ofLevel });
    }),
    ...tabs(role, knowledge, 'salary'),
  ];
}
