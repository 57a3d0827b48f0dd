/** Counts requests in windows of time, and says how long somebody who asks too often has to wait. */
export class Window {
  readonly #most: number;
  readonly #ms: number;
  readonly #seen = new Map<string, number[]>();

  /** At most `most` requests in `ms` milliseconds, for each key by itself. */
  constructor(most: number, ms: number) {
    this.#most = most;
    this.#ms = ms;
  }

  /** Milliseconds to wait; 0 when the request is let through, and then counted. */
  wait(key = ''): number {
    const recent = this.#recent(key);
    const [first] = recent;
    if (first !== undefined && recent.length >= this.#most) return first + this.#ms - Date.now();
    recent.push(Date.now());
    return 0;
  }

  /** Requests that would be let through now. */
  remaining(key = ''): number {
    return this.#most - this.#recent(key).length;
  }

  get most(): number {
    return this.#most;
  }

  get ms(): number {
    return this.#ms;
  }

  #recent(key: string): number[] {
    const recent = (this.#seen.get(key) ?? []).filter((at) => at > Date.now() - this.#ms);
    this.#seen.set(key, recent);
    return recent;
  }
}
