/** A member of a community. */
export interface Member {
  readonly community: string;
  readonly id: string;
}

/**
 * The condition for rows of a member (`$1` the community, `$2` the id). Outside of a community, in a direct message, a
 * person is the same in every community of the place: `chat:` stands for all of them. Who was forgotten is nobody.
 */
export function ofMember(member: Member): string {
  return `${inCommunity(member)} AND member = $2 AND member <> ''`;
}

/** The same of rows that belong to no member. */
export function inCommunity({ community }: Member): string {
  return community.endsWith(':') ? "community LIKE $1 || '%'" : 'community = $1';
}
