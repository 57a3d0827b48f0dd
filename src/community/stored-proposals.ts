import type { Clock } from '../clock.ts';
import type { OnStore } from './on-store.ts';
import type { ProposalBook } from './proposals.ts';

/** The book of proposals over a store. */
export function storedProposals(onStore: OnStore, clock: Pick<Clock, 'now'>): ProposalBook {
  return {
    propose: (member, prompt, isDecided) =>
      onStore((store) => store.proposals.add(member, prompt, isDecided, clock.now())),
    of: (community) => onStore((store) => store.proposals.list(community)),
    by: (member) => onStore((store) => store.proposals.by(member)),
    decide: (community, id, decision) =>
      onStore((store) => store.proposals.decide(community, id, decision, clock.now())),
  };
}
