/** The secrets by which a place acts in communities that installed the bot for themselves, such as tokens. */
export interface Installations {
  /** That of a community, as schedules name it (`chat:C1`); null where it has none. Rejects while that cannot be said. */
  secretOf(community: string): Promise<string | null>;
  keep(community: string, secret: string): Promise<void>;
  /** Forgets that of a community that removed the bot at `at` (epoch milliseconds), unless it was installed again since. */
  remove(community: string, at: number): Promise<void>;
  /** Whether it had one and removed the bot; not of one that never had any. Rejects while that cannot be said. */
  isRemoved(community: string): Promise<boolean>;
  /** Encrypts with the first key whatever an older one was used for. */
  renew(): Promise<void>;
  /** The communities that have one, of one place. */
  of(place: string): Promise<readonly string[]>;
}
