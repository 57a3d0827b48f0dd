import type { Member } from '../store/member.ts';
import type { Forgotten, MemberData } from '../store/member-rows.ts';
import { dataOf, forgetMember } from '../store/member-rows.ts';
import type { OnStore } from './on-store.ts';

export type { Forgotten, MemberData };

/** Everything that is kept of a person, for that person. */
export interface MemberBook {
  of(member: Member): Promise<MemberData>;
  forget(member: Member): Promise<Forgotten>;
}

/** The book over a store. */
export function storedMembers(onStore: OnStore): MemberBook {
  return {
    of: (member) => onStore((store) => dataOf(store.database, member)),
    forget: (member) => onStore((store) => forgetMember(store.database, member)),
  };
}
