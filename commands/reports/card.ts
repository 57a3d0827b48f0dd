import type { CommandContext } from '../../src/command.ts';
import { say, sayText } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import {
  type Action,
  askButton,
  bold,
  code,
  type Draft,
  type Inline,
  link,
  moment,
  type Text,
} from '../../src/reply.ts';
import type { Report } from '../../src/community/reports.ts';
import { nextActions } from '../views/actions.ts';
import { questionIn } from '../why/index.ts';

/** A report as it is posted and looked at: its words, with what can be done about it. */
export function reportCard(report: Report, context: CommandContext): Draft {
  return {
    title: say('Reported: /{about}', { about: report.about }),
    lead: [report.what],
    body: [
      ...listOf(mistakeItems({ right: report.right, source: report.source })),
      { kind: 'note', text: footnote(report) },
      ...nextActions([...verdictButtons(report), ...answerButton(report.about, context)]),
    ],
  };
}

function listOf(items: readonly Text[]) {
  return items.length === 0 ? [] : [{ kind: 'list', items } as const];
}

/** Each part of a report in a line of its own. What is no address is shown as words. */
export function mistakeItems({
  what,
  right,
  source,
}: {
  readonly [Part in 'what' | 'right' | 'source']?: string | undefined;
}): Text[] {
  return [
    ...(what === undefined ? [] : [[bold(say('Wrong:')), ` ${what}`]]),
    ...(right === undefined ? [] : [[bold(say('Right:')), ` ${right}`]]),
    ...(source === undefined ? [] : [[bold(say('Source:')), ' ', sourceLink(source)]]),
  ];
}

/** A link says where it leads, whatever was written about it. */
function sourceLink(source: string): Inline {
  const isPage = URL.canParse(source) && /^https?:$/.test(new URL(source).protocol);
  return isPage ? link(new URL(source).hostname, source) : source;
}

function footnote({ id, madeAt, state, reason }: Report): Text {
  const made = { id: code(id), sent: moment(madeAt, 'UTC') };
  switch (state) {
    case 'open':
      return sayText('Report {id}, sent {sent}, waits for a decision.', made);
    case 'accepted':
      return sayText('Report {id}, sent {sent}, was accepted.', made);
    case 'dismissed':
      return reason === null
        ? sayText('Report {id}, sent {sent}, was dismissed.', made)
        : sayText('Report {id}, sent {sent}, was dismissed: {reason}', { ...made, reason });
  }
}

/** What a manager can still decide; a form, since a reason may be given. */
export function verdictButtons({ id, state }: Report): Action[] {
  const dismiss: Action = {
    kind: 'form',
    label: say('Dismiss'),
    ask: { command: 'reports dismiss', values: { id } },
  };
  return [
    ...(state === 'accepted' ? [] : [askButton(say('Accept'), 'reports accept', { id })]),
    ...(state === 'dismissed' ? [] : [dismiss]),
  ];
}

/** Asks the question again; nothing where what stands there is none. */
export function answerButton(about: string, context: CommandContext): Action[] {
  try {
    const question = questionIn(about, context);
    if (question?.command.cacheable !== true && question?.command.restsOnFacts !== true) return [];
    return [{ kind: 'ask', label: say('See the answer'), ask: question.ask }];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** A report in a line: what is wrong with which answer. */
export function reportLine({ id, about, what }: Report): Text {
  return [code(id), ' ', bold(`/${about}`), ` · ${what}`];
}
