import { citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { firstLevels, levelSections } from '../views/guide/roadmap.ts';
import { ladderLead, ladderSummary, rungSections, shortRungs } from './rungs.ts';
import { drawnRungs } from './picture.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, PAY_DISCLAIMER, restsOn, type Section } from '../views/section.ts';
import { roleTitle } from '../views/names.ts';
import { payScales, paySections, type Scale } from '../views/pay.ts';
import { tabs } from '../views/tabs.ts';
import { levelLines } from '../views/pay-lines.ts';

/** The way up within a role: each source's own levels, with years, pay, focus and how to advance. */
export const ladder = defineCommand({
  name: 'ladder',
  summary: 'The levels of a role: years, pay, focus and how to advance, by every source',
  options: {
    role: ROLE_OPTION,
    view: {
      kind: 'choice',
      description: 'On one screen, in full, or as a picture',
      choices: ['short', 'full', 'picture'],
    },
  },
  examples: ['ladder ml-engineer', 'ladder data engineer'],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const named = resolveRole(values.role, askOf('ladder', values), 'role', context);
    if (named.kind === 'unresolved') return named.reply;
    const { entry } = named;
    const draft =
      drawnLadder(entry, values.view, context) ?? answerOf(entry, values.view === 'full', context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('ladder', { role: entry.id, view: values.view }),
    };
  },
});

/** The rungs to look at; undefined where that was not asked for, or there is no ladder. */
function drawnLadder(role: Role, view: string | undefined, context: CommandContext): Draft | undefined {
  const { knowledge } = context;
  const own = guideOf(role, knowledge);
  const sections = view === 'picture' ? drawnRungs(role, own, knowledge) : [];
  if (sections.length === 0) return undefined;
  return {
    title: say('{role} · ladder', { role: role.title }),
    lead: [own === undefined ? ladderLead(role, knowledge) : (guideSummaries['ladder']?.(own) ?? '')],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([
        askButton(say('In words'), 'ladder', { role: role.id }),
        ...tabs(role, knowledge, 'ladder'),
      ]),
    ],
    ...restsOn(evidenceOf(sections), context),
  };
}

/** The button that shows the rungs to look at. */
function pictureButton({ id }: Role): Action {
  return askButton(say('Picture'), 'ladder', { role: id, view: 'picture' });
}

function answerOf(role: Role, isFull: boolean, context: CommandContext): Draft {
  const own = guideOf(role, context.knowledge);
  if (own !== undefined && !isFull) return guidedLadder(own, role, context);
  if (own !== undefined && role.ladder.length === 0) return fullLadder(own, role, context);
  return role.ladder.length > 0 ? answerLadders(role, isFull, context) : levelsOnly(role, isFull, context);
}

/** The rungs of a guide, by what changes; the ladders of firms and governments are a press away. */
function guidedLadder(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const whole = askButton(say('Every rung in full'), 'ladder', { role: role.id, view: 'full' });
  return onOneScreen([firstLevels(own)], (sections) => ({
    title: say('{role} · ladder', { role: role.title }),
    lead: [guideSummaries['ladder']?.(own) ?? ''],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([whole, pictureButton(role), ...tabs(role, knowledge, 'ladder')]),
    ],
    ...restsOn(evidenceOf(sections), context),
  }));
}

/** Every rung of a guide, where no other source draws a ladder. */
function fullLadder(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const sections = levelSections(own);
  return {
    title: say('{role} · ladder', { role: role.title }),
    lead: [guideSummaries['ladder']?.(own) ?? ''],
    body: [
      ...nodesOf(sections, context.knowledge),
      ...nextActions([pictureButton(role), ...tabs(role, context.knowledge, 'ladder')]),
    ],
    ...restsOn(evidenceOf(sections), context),
  };
}

function answerLadders(role: Role, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const own = guideOf(role, knowledge);
  const whole = askButton(say('Every rung in full'), 'ladder', { role: role.id, view: 'full' });
  const draftOf = (sections: readonly Section[]): Draft => ({
    title: say('{role} · ladder', { role: role.title }),
    lead: [isFull ? ladderSummary(role, knowledge) : ladderLead(role, knowledge)],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([...(isFull ? [] : [whole]), pictureButton(role), ...tabs(role, knowledge, 'ladder')]),
    ],
    ...restsOn(evidenceOf(sections), context, {
      disclaimer: role.pay.length > 0 ? PAY_DISCLAIMER : undefined,
      steps: [[say(METHOD)]],
    }),
  });
  if (!isFull) return onOneScreen([shortRungs(role, knowledge)], draftOf);
  return draftOf([...(own === undefined ? [] : levelSections(own)), ...rungSections(role, knowledge)]);
}

const METHOD = message(
  'Each ladder is its source’s own. Pay stands beside a level where a source gives it for the same level of the one scale (entry, mid, senior, staff, lead); the source of a ladder stands first.',
);

/** Where no source draws a ladder, the levels that pay figures know, and who has a ladder near by. */
function levelsOnly(role: Role, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const levelled = role.pay.filter(({ level }) => level !== 'all');
  const scales = payScales(levelled);
  const sections = isFull
    ? scales.flatMap((scale) => paySections(scale, knowledge))
    : scales.flatMap((scale) => levelLine(scale, knowledge));
  const near = [...new Set(role.related.map((each) => each.role))].filter(
    (id) => (knowledge.roles.get(id)?.ladder.length ?? 0) > 0 || knowledge.of('guide').get(id) !== undefined,
  );
  return {
    ...(sections.length > 0 ? {} : { tone: 'miss' }),
    title: say('{role} · ladder', { role: role.title }),
    lead: [noLadder(role, sections.length > 0, near.length > 0)],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([...laddersOf(near, knowledge), ...tabs(role, knowledge, 'ladder')]),
    ],
    ...restsOn(evidenceOf(sections), context, { disclaimer: PAY_DISCLAIMER }),
  };
}

/** The pay by level of one scale in a line, by the source that counts most levels. */
function levelLine(scale: Scale, knowledge: KnowledgeBase): Section[] {
  return levelLines(scale, knowledge).map(({ text, bands }) => ({
    evidence: citeAll(bands),
    node: { kind: 'text', text },
    named: true,
  }));
}

/** That there is none, and what there is instead. */
function noLadder({ title }: Role, hasPay: boolean, hasNear: boolean): Said {
  const none = say('No source I have draws a ladder for {role}.', { role: title });
  if (hasPay && hasNear)
    return phrase`${none} ${say('What there is: pay by level, and the ladders of related roles.')}`;
  if (hasPay) return phrase`${none} ${say('What there is: pay by level.')}`;
  if (hasNear) return phrase`${none} ${say('What there is: the ladders of related roles.')}`;
  return none;
}

function laddersOf(ids: readonly string[], knowledge: KnowledgeBase): Action[] {
  const choices = ids.map((id) => ({
    label: say('Ladder: {role}', { role: roleTitle(id, knowledge) }),
    ask: askOf('ladder', { role: id }),
  }));
  return asButtonsOrMenu(say('Ladders of related roles'), choices);
}
