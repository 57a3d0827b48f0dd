/** An entry as a match names it. `codes` are O*NET-SOC and ESCO codes. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly codes: readonly string[];
}

/**
 * What a typed name was taken for. `exact`: it is a title, alias or id. `close`: one entry is clearly
 * nearer than every other. `ambiguous`: several are about as near, so ask which. `none`: nothing is near;
 * `choices` are then the nearest all the same, best first.
 */
export type Match =
  | (Named & { readonly kind: 'exact' | 'close'; readonly choices: readonly Named[] })
  | { readonly kind: 'ambiguous' | 'none'; readonly choices: readonly Named[] };
