/** How one thing stands: `wrong` keeps somebody from something, `warning` may soon. */
type Finding = 'ok' | 'warning' | 'wrong';

/** One line of a check-up, for whoever runs the bot. Never a token or a password. */
export interface Diagnosis {
  readonly state: Finding;
  /** What was looked at, such as `store`. */
  readonly about: string;
  /** What was found, without a full stop. */
  readonly detail: string;
  /** What to press or type, a sentence. */
  readonly remedy?: string;
}

export const ok = (about: string, detail: string): Diagnosis => ({ state: 'ok', about, detail });

export const warning = (about: string, detail: string, remedy?: string): Diagnosis => ({
  state: 'warning',
  about,
  detail,
  ...(remedy === undefined ? {} : { remedy }),
});

export const wrong = (about: string, detail: string, remedy: string): Diagnosis => ({
  state: 'wrong',
  about,
  detail,
  remedy,
});

/** Seconds by which clocks may differ: a date of HTTP has whole ones, and a request that is signed is refused after 300. */
const SKEW = { fine: 10, most: 120 } as const;
const SET_THE_CLOCK = "Have the system's clock set by NTP: timedatectl set-ntp true";

/** How this machine's clock stands against that of a place, by the `Date` of its answer; `now` in epoch milliseconds. */
export function clockDiagnosis(about: string, date: string | null, now: number): Diagnosis {
  const there = Date.parse(date ?? '');
  if (Number.isNaN(there)) return warning(about, 'the place does not say what time it is');
  const seconds = Math.round((now - there) / 1000);
  const off = Math.abs(seconds);
  if (off <= SKEW.fine) return ok(about, 'the same as there, to some seconds');
  const detail = `this machine is ${off} seconds ${seconds > 0 ? 'ahead' : 'behind'}`;
  return off <= SKEW.most ? warning(about, detail, SET_THE_CLOCK) : wrong(about, detail, SET_THE_CLOCK);
}
