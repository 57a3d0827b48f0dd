/** Who asks. `id` is stable within a community and never shown. */
export interface Asker {
  readonly id: string;
  /** BCP 47, such as `en` or `pt-BR`. */
  readonly locale: string;
  /** True when the platform says that this person may manage the community. */
  readonly manages: boolean;
}

/** Where a question is asked; null outside a community (a direct message, a terminal). */
export interface Place {
  readonly community: string | null;
  readonly channel: string | null;
}

/** A question as it arrived: command and raw words, not yet checked. */
export interface Invocation {
  /** Without the slash; empty when the person typed words only. */
  readonly command: string;
  /** The rest of the line as typed, where the platform passes one line. */
  readonly text?: string;
  /** Raw values by option name, where the platform separates them; these win over `text`. */
  readonly values?: Readonly<Record<string, string>>;
  readonly page?: number;
  readonly asker: Asker;
  readonly place: Place;
}
