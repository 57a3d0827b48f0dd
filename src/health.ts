/** How a place is doing, as `health` and the start-up lines show it. */
export interface Health {
  readonly live: boolean;
  /** Whether another process does what this one would do in its stead. */
  readonly standsBy?: boolean;
  /** One sentence, without secrets. */
  readonly detail: string;
}
