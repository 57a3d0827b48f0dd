import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import type { Form } from '../../src/form.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import { LENGTHS, readWords } from '../../src/community/proposals.ts';
import type { Action, Draft, ReplyNode } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { quote } from '../input/resolve.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { taken } from './propose.ts';
import { proposalLine, proposalNodes } from './proposed.ts';
import { REASONS, reasonSaid } from './reasons.ts';
import { writtenTitle } from './tracks.ts';
import { communityOf } from './where.ts';

/** Reasons that a button can give; any other is typed. */
const WHICH = {
  id: { kind: 'words', description: 'Which one, such as 3f9a1c; its button knows', required: true },
} as const;

/** What members proposed, one after the other, to be decided on. */
export const listProposals = defineCommand({
  name: 'prompts proposals',
  summary: 'What members proposed: accept it, or decline it with a reason',
  options: { id: { kind: 'words', description: 'Which one; the oldest that waits if you leave it out' } },
  examples: ['prompts proposals'],
  shareable: false,
  managersOnly: true,
  answer: async ({ id }, context) => {
    const all = await context.community.proposals.of(communityOf(context.place));
    const waiting = all.filter(({ state }) => state === 'open');
    const shown = id === undefined ? waiting[0] : all.find((one) => one.id === idOf(id));
    if (id !== undefined && shown === undefined) return unknown(id);
    if (shown === undefined) return nobody(all, context);
    return overview(shown, waiting, all, context);
  },
});

/** Takes a proposal into the community's own prompts. */
export const acceptProposal = defineCommand({
  name: 'prompts accept',
  summary: 'Accept a proposal: it is posted before the other prompts of its road',
  options: WHICH,
  examples: ['prompts accept 3f9a1c'],
  shareable: false,
  managersOnly: true,
  changes: true,
  answer: async ({ id }, context) => {
    const community = communityOf(context.place);
    const made = await context.community.proposals.decide(community, idOf(id), { state: 'accepted' });
    return made === null ? unknown(id) : taken(made, context);
  },
});

/** Declines a proposal, or takes a prompt of the community's own out again. */
export const declineProposal = defineCommand({
  name: 'prompts decline',
  summary: 'Decline a proposal with a reason, which its author sees; takes out an accepted one',
  options: { ...WHICH, reason: { kind: 'words', description: 'Why, in a sentence that its author sees' } },
  examples: ['prompts decline 3f9a1c reason:"We had that one in May."'],
  shareable: false,
  managersOnly: true,
  changes: true,
  form: reasonForm,
  answer: async ({ id, reason }, { place, community: { proposals } }) => {
    const community = communityOf(place);
    const one = (await proposals.of(community)).find((made) => made.id === idOf(id));
    if (one === undefined) return unknown(id);
    if (reason === undefined) return whyNot(one);
    const words = readWords('reason', reason);
    const made = await proposals.decide(community, one.id, { state: 'declined', reason: words });
    if (made === null) throw new Problem(say('Somebody was faster: it is decided already.'));
    return {
      title: say('Declined: {title}', { title: made.title }),
      lead: [say('Whoever proposed it reads in /study: "{reason}"', { reason: reasonSaid(words) })],
      body: nextActions([askButton(say('Proposals'), 'prompts proposals', {})]),
    };
  },
});

/** The reason as a form. It must not wait for a store, so it does not know which proposal it is about. */
function reasonForm({ reason }: Readonly<Record<string, string>>): Form {
  const field = {
    kind: 'text',
    name: 'reason',
    label: say('Why, in a sentence'),
    hint: say('Whoever proposed it reads this in /study'),
    placeholder: say('We have that one already.'),
    multiline: true,
    required: true,
    max: LENGTHS.reason,
    ...(reason === undefined ? {} : { value: reason }),
  } as const;
  return { title: say('Decline a proposal'), fields: [field] };
}

/** A button that asks for the reason in a form. */
function decline(label: Said, id: string): Action {
  return { kind: 'form', label, ask: { command: 'prompts decline', values: { id } } };
}

const WAITING = message('{n, plural, one {One proposal waits} other {{Words} proposals wait}} here.');

function overview(
  shown: Proposal,
  waiting: readonly Proposal[],
  all: readonly Proposal[],
  { knowledge }: CommandContext,
): Draft {
  const decide =
    shown.state === 'open'
      ? [askButton(say('Accept'), 'prompts accept', { id: shown.id }), decline(say('Decline'), shown.id)]
      : [decline(say('Take it out'), shown.id)];
  const others = all.filter(({ id }) => id !== shown.id);
  const choices = others.map(({ id, title }) => ({
    label: title,
    ask: { command: 'prompts proposals', values: { id } },
  }));
  return {
    title: shown.title,
    lead: [
      joined(
        [
          say('For {role}.', { role: writtenTitle(shown.track, knowledge) }),
          say(WAITING, amount(waiting.length)),
        ],
        ' ',
      ),
    ],
    body: [
      ...proposalNodes(shown),
      ...nextActions(decide),
      ...listed(others, knowledge),
      ...nextActions(asButtonsOrMenu(say('Another one'), choices)),
    ],
  };
}

function listed(others: readonly Proposal[], knowledge: CommandContext['knowledge']): ReplyNode[] {
  if (others.length === 0) return [];
  const items = others.map((one) => proposalLine(one, knowledge));
  return [{ kind: 'list', title: say('The others'), items }];
}

function nobody(accepted: readonly Proposal[], { knowledge }: CommandContext): Draft {
  const lead = say('Nobody waits for a decision. Any member can propose a prompt with /prompts propose.');
  const choices = accepted.map(({ id, title }) => ({
    label: title,
    ask: { command: 'prompts proposals', values: { id } },
  }));
  return {
    tone: accepted.length === 0 ? 'miss' : 'answer',
    title: say('No proposals'),
    lead: [lead],
    body: [...listed(accepted, knowledge), ...nextActions(asButtonsOrMenu(say('Look at one'), choices))],
  };
}

function whyNot({ id, title }: Proposal): Draft {
  const choices = REASONS.map((reason) => ({
    label: reason,
    ask: { command: 'prompts decline', values: { id, reason: reason.key } },
  }));
  return {
    tone: 'question',
    title: say('Why not: {title}?', { title }),
    lead: [
      say('Whoever proposed it sees the reason. Pick one, or type your own: /prompts decline {id} reason:…', {
        id,
      }),
    ],
    body: nextActions([
      ...asButtonsOrMenu(say('Pick a reason'), choices),
      decline(say('Another reason'), id),
    ]),
  };
}

function unknown(id: string): Draft {
  return {
    tone: 'miss',
    title: say('I have no proposal "{id}"', { id: quote(id) }),
    lead: [say('It was declined, withdrawn or never made.')],
    body: nextActions([askButton(say('Proposals'), 'prompts proposals', {})]),
  };
}

function idOf(typed: string): string {
  return typed.trim().toLowerCase();
}
