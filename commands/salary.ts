import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Role } from '../knowledge/schema.ts';
import type { CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import type { Action, Draft, ReplyNode, Text } from '../src/reply.ts';
import { askButton, code } from '../src/reply.ts';
import { askOf, settleRole, suggestRoles } from './name.ts';
import { next, pick } from './show/actions.ts';
import { blockPieces } from './show/blocks.ts';
import { credits, PAY_DISCLAIMER } from './show/credits.ts';
import { basisName, levelName } from './show/levels.ts';
import { span } from './show/money.ts';
import type { Scale } from './show/pay.ts';
import { mappingPieces, payPieces, payScales, typicalBands } from './show/pay.ts';
import type { Piece } from './show/piece.ts';
import { nodesOf, sourcesOf } from './show/piece.ts';
import { count, sentence } from './show/words.ts';
import { roleTitle, sourceName } from './show/names.ts';

const VIEWS = ['bands', 'why', 'factors', 'all'] as const;
type View = (typeof VIEWS)[number];

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
      description: 'The figures, why they differ, what moves pay, or all of it',
      choices: VIEWS,
    },
  },
  examples: ['salary ml-engineer', 'salary ml engineer why', 'salary data scientist'],
  shareable: true,
  answer: (values, context) => {
    const ask = askOf('salary', values);
    const named = settleRole(values.role, ask, 'role', context);
    if (named.kind === 'unclear') return named.reply;
    const draft = answerView(named.entry, values.view ?? 'bands', context);
    return { ...draft, body: [...(draft.body ?? []), ...named.guess], match: named.match };
  },
});

function answerView(role: Role, view: View, context: CommandContext): Draft {
  const scales = payScales(role.pay);
  const pieces = piecesOf(role, view, scales, context.knowledge);
  if (pieces.length === 0) return nothing(role, view, context);
  return {
    title: `${role.title} · ${TITLES[view]}${scales.length === 1 ? ` (${scales[0]?.label})` : ''}`,
    lead: leadOf(view, scales, context.knowledge),
    body: [
      ...nodesOf(isOneFigure(role, view) ? [] : pieces, context.knowledge),
      ...next(nextActions(role, view)),
    ],
    sources: credits(sourcesOf(pieces), context, PAY_DISCLAIMER),
  };
}

const TITLES: Readonly<Record<View, string>> = {
  bands: 'pay',
  why: 'why pay figures differ',
  factors: 'what moves pay',
  all: 'pay, all of it',
};

function piecesOf(role: Role, view: View, scales: readonly Scale[], knowledge: KnowledgeBase): Piece[] {
  switch (view) {
    case 'bands':
      return bandPieces(scales, knowledge);
    case 'why':
      return mappingPieces(role.pay, knowledge);
    case 'factors':
      return blockPieces(role.payFactors, 'What moves pay');
    case 'all':
      return (['bands', 'why', 'factors'] as const).flatMap((each) =>
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

/** One figure needs no list: the first sentence says it all. */
function isOneFigure({ pay }: Role, view: View): boolean {
  return view === 'bands' && pay.length === 1;
}

function leadOf(view: View, scales: readonly Scale[], knowledge: KnowledgeBase): Text {
  const [scale] = scales;
  if (view === 'factors' || scale === undefined) return ['What the sources say makes the difference.'];
  if (view === 'why')
    return [
      'Sources count different things, draw levels differently and are of different dates. Each figure stands as its source gives it; none is blended.',
    ];
  return scales.length > 1
    ? [`${sentence(count(scales.length, 'market'))}, each on its own scale.`]
    : rangeText(scale, knowledge);
}

/** "Four sources; at mid level they range from $110K to $250K." */
function rangeText(scale: Scale, knowledge: KnowledgeBase): Text {
  const { level, bands } = typicalBands(scale);
  const range = span(bands);
  const at = level === 'all' ? 'for the whole role' : `at ${levelName(level).toLowerCase()} level`;
  const ids = [...new Set(scale.bands.map((band) => band.source))];
  const [first] = bands;
  if (first === undefined || range === undefined)
    return [`${sentence(count(ids.length, 'source'))}, without a range.`];
  const figures: Text = [code(range.from), ' to ', code(range.to)];
  if (ids.length > 1)
    return [`${sentence(count(ids.length, 'source'))}; ${at} they range from `, ...figures, '.'];
  const name = sourceName(first.source, knowledge);
  return [code(`${range.from}–${range.to}`), ` ${at} (${name}); ${basisName(first.basis)}.`];
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
    body: next([...pick('Related', choices), askButton('Overview', 'role', { role: role.id })]),
  };
}

function nextActions(role: Role, shown: View): Action[] {
  const views: [View, string][] = [
    ['bands', 'Figures'],
    ['why', 'Why these differ'],
    ['factors', 'What moves pay'],
  ];
  const offered = views.filter(
    ([view]) => view !== shown && shown !== 'all' && (view !== 'factors' || role.payFactors.length > 0),
  );
  return [
    ...offered.map(([view, label]) => askButton(label, 'salary', { role: role.id, view })),
    askButton('Skills', 'role', { role: role.id, section: 'skills' }),
    askButton('Ways in', 'transition', { from: role.id }),
  ];
}
