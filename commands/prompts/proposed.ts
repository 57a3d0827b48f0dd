import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/message.ts';
import { phrase, say } from '../../src/message/say.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import type { ReplyNode, Text } from '../../src/reply.ts';
import { bold, link, quiet } from '../../src/reply.ts';
import { writtenTitle } from './tracks.ts';
import type { Topic } from '../../src/prompts/topic.ts';
import { reasonSaid } from './reasons.ts';

/** A community's own prompts as topics: what was accepted, oldest first. */
export function ownTopics(proposals: readonly Proposal[]): Topic[] {
  const accepted = proposals.filter(({ state }) => state === 'accepted');
  return accepted.map(({ id, track, title, build, discuss, link: url }, at) => ({
    key: `own/${id}`,
    track,
    title,
    order: at + 1,
    skills: [title],
    why: say('This community put it on its own road.'),
    ...(url === undefined ? {} : { read: { title: hostOf(url), url } }),
    ...(build === undefined ? {} : { build: { text: build } }),
    ...(discuss === undefined ? {} : { discuss }),
    sources: [],
  }));
}

/** All that a proposal says, in words that are shown as they stand. */
export function proposalNodes({ build, discuss, link: url }: Proposal): ReplyNode[] {
  const items: Text[] = [
    ...(url === undefined ? [] : [[bold(say('Read')), ' ', link(hostOf(url), url)]]),
    ...(build === undefined ? [] : [[bold(say('Build')), ` ${build}`]]),
    ...(discuss === undefined ? [] : [[bold(say('Discuss')), ` ${discuss}`]]),
  ];
  return [{ kind: 'list', items }];
}

/** A proposal in a line, with what became of it. */
export function proposalLine(proposal: Proposal, knowledge: KnowledgeBase): Text {
  const { id, title, track } = proposal;
  return [bold(title), phrase` · ${writtenTitle(track, knowledge)} · ${outcome(proposal)} `, quiet(id)];
}

/** What became of a proposal, with the reason where it was declined. */
function outcome({ state, reason }: Proposal): Said {
  if (state === 'open') return say('waits for a decision');
  return state === 'accepted'
    ? say('accepted')
    : say('declined: {reason}', { reason: reasonSaid(reason ?? '') });
}

/** A link says where it leads, whatever was written about it. */
function hostOf(url: string): string {
  return new URL(url).hostname;
}
