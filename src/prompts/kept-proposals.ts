import type { Clock } from '../schedule/clock.ts';
import type { OnStore } from './kept-desk.ts';
import type { ProposalBook } from './proposals.ts';

/** The book of proposals over a store. */
export function keptProposals(onStore: OnStore, clock: Clock): ProposalBook {
  return {
    propose: (member, prompt, isDecided) =>
      onStore((store) => store.proposals.add(member, prompt, isDecided, clock.now())),
    of: (community) => onStore((store) => store.proposals.list(community)),
    by: (member) => onStore((store) => store.proposals.by(member)),
    decide: (community, id, decision) =>
      onStore((store) => store.proposals.decide(community, id, decision, clock.now())),
  };
}
