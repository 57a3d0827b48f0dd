import { citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Draft, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { item, lastYields, onOneScreen } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, PAY_DISCLAIMER, restsOn } from '../views/section.ts';
import { isHeadline } from '../views/comparable.ts';
import { quoted } from '../views/format.ts';
import { levelWord } from '../views/names.ts';
import { payScales, type Scale } from '../views/pay.ts';
import { relatedActions, viewActions } from './actions.ts';
import { leadOf } from './summary.ts';
import { payIn, payPlaceOf, placeName } from './place.ts';
import { sectionsOf } from './sections.ts';
import { type PayLevel, TITLES, type View } from './views.ts';
import { payLines } from '../views/pay-lines.ts';

/** What was asked of a role's pay. */
interface Asked {
  readonly role: Role;
  readonly view: View;
  readonly level: PayLevel | undefined;
  /** Where, as it was typed. */
  readonly place?: string | undefined;
}

/** One view of a role's pay, of one level where a source gives that level; of all of them otherwise. */
export function answerPay({ role: all, view, level, place: typed }: Asked, context: CommandContext): Draft {
  const { knowledge } = context;
  const { role: whole, place, unknown } = atPlace(all, typed);
  const there = whole.pay.filter((band) => band.level === level);
  const found = there.length > 0 ? level : undefined;
  const role = found === undefined ? whole : { ...whole, pay: there };
  const scales = payScales(role.pay);
  if (view === 'summary' && role.pay.length > 0) return summary(whole, { place, unknown }, scales, context);
  const sections = sectionsOf(role, view, scales, knowledge);
  if (sections.length === 0) return nothing({ role: whole, view, level: found }, knowledge);
  return {
    title: titleOf(role, view, found, scales),
    lead: [...unknown, ...(found === level ? [] : missingLevel(level)), ...leadOf(view, scales, knowledge)],
    body: [
      ...nodesOf(isOneFigure(role, view) ? [] : sections, knowledge),
      ...nextActions(viewActions(whole, { view, level: found, place }, knowledge)),
    ],
    ...restsOn(evidenceOf(sections), context, {
      disclaimer: PAY_DISCLAIMER,
      steps: view === 'factors' ? [] : steps(),
    }),
  };
}

/** The role with the pay of a place alone, where there is any; else all there is unasked, and a sentence that says so. */
function atPlace(role: Role, typed: string | undefined) {
  if (typed === undefined) return { role, place: undefined, unknown: [] };
  const place = payPlaceOf(typed);
  const pay = place === undefined ? [] : payIn(role, place);
  if (place !== undefined && pay.length > 0) return { role: { ...role, pay }, place, unknown: [] };
  const name = place === undefined ? quoted(typed) : placeName(place);
  const words = say('No source I have gives pay for {role} in {place}; this is what there is.', {
    role: role.title,
    place: name,
  });
  return { role, place: undefined, unknown: [phrase`${words} `] };
}

/** What a role pays on one screen: the first line answers, the others and every figure are one press away. */
function summary(
  role: Role,
  { place, unknown }: Pick<ReturnType<typeof atPlace>, 'place' | 'unknown'>,
  scales: readonly Scale[],
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const [lines = [], ...others] = scales.map((scale) => payLines(role, scale, knowledge));
  const [first, ...rest] = lines;
  const elsewhere = scales
    .slice(1)
    .flatMap(({ label }, at) =>
      (others[at] ?? [])
        .slice(0, 1)
        .map(({ text, bands }) => ({ text: [bold(label), ' · ', ...text], bands })),
    );
  const parts = lastYields([...rest, ...elsewhere].map(({ text, bands }) => item(text, citeAll(bands))));
  const actions = viewActions(role, { view: 'summary', level: undefined, place }, knowledge);
  return onOneScreen(parts, (sections) => ({
    title: titleOf(role, 'summary', undefined, scales.slice(0, 1)),
    lead: [
      ...unknown,
      ...(first?.text ?? [say('No source counts what {role} pays by itself.', { role: role.title })]),
    ],
    body: [...nodesOf(sections, knowledge), ...nextActions(actions)],
    ...restsOn([...citeAll(first?.bands ?? []), ...evidenceOf(sections)], context, {
      disclaimer: PAY_DISCLAIMER,
      steps: steps(),
    }),
  }));
}

/** "ML Engineer · pay at senior level (US, a year)" */
function titleOf(role: Role, view: View, level: PayLevel | undefined, scales: readonly Scale[]): Said {
  const said = atLevel(say(TITLES[view]), level);
  const [scale, ...others] = scales;
  const on = scale === undefined || others.length > 0 || view === 'factors' ? '' : phrase` (${scale.label})`;
  return phrase`${role.title} · ${said}${on}`;
}

function atLevel(what: Said, level: PayLevel | undefined): Said {
  return level === undefined ? what : say('{what} at {level} level', { what, level: levelWord(level) });
}

function missingLevel(level: PayLevel | undefined): Text {
  if (level === undefined) return [];
  const words = say('No source gives pay at {level} level; this is what there is.', {
    level: levelWord(level),
  });
  return [phrase`${words} `];
}

/** One figure needs no list: the first sentence says it all. */
function isOneFigure({ pay }: Role, view: View): boolean {
  return view === 'bands' && pay.length === 1 && pay.every(isHeadline);
}

/** How the figures are put together. */
function steps(): Text[] {
  return [
    [
      say(
        'The first line goes from the lowest to the highest end that any source gives for one level (mid where there is one), parts of the market such as top firms left out. Nothing is averaged.',
      ),
    ],
    [say('Figures of another region, currency or stretch of time stand on a scale of their own.')],
  ];
}

function nothing({ role, view, level }: Asked, knowledge: KnowledgeBase): Draft {
  const hasPay = role.pay.length > 0;
  return {
    tone: 'miss',
    title: titleOf(role, view, level, []),
    lead: [say(MISSING[hasPay || view === 'factors' ? view : 'all'], { role: atLevel(role.title, level) })],
    body: nextActions(
      hasPay
        ? viewActions(role, { view, level, place: undefined }, knowledge)
        : relatedActions(role, knowledge),
    ),
  };
}

/** What no source gives, by what was asked for. */
const MISSING: Readonly<Record<View, string>> = {
  summary: message('No source I have gives pay for {role}.'),
  bands: message('No source I have gives pay for {role}.'),
  picture: message('No source I have gives pay for {role}.'),
  spread: message('No source I have gives percentiles of the pay for {role}.'),
  why: message('No source I have says more of its pay figures for {role}.'),
  factors: message('No source I have gives what moves pay for {role}.'),
  all: message('No source I have gives pay for {role}.'),
};
