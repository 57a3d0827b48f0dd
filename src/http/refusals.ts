import type { Log } from '../log.ts';

/** Tells of requests that were refused: the first at once, all others by their number, once a minute. */
export interface Refusals {
  /** Notes one; `status` is what it was answered with. */
  note(status: number): void;
  /** Tells what has not been told yet. */
  close(): void;
}

const MINUTE = 60_000;

/** `path` is the address that the requests were for. */
export function createRefusals(path: string, log: Log): Refusals {
  const refused = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const total = refused.values().reduce((sum, count) => sum + count, 0);
    const byStatus = Object.fromEntries(refused);
    refused.clear();
    timer = total === 0 ? undefined : setTimeout(tell, MINUTE).unref();
    if (total > 0) log.warn({ path, refused: total, byStatus }, 'more requests were refused');
  };
  return {
    note: (status) => {
      if (timer !== undefined) return void refused.set(status, (refused.get(status) ?? 0) + 1);
      timer = setTimeout(tell, MINUTE).unref();
      log.warn({ path, status }, 'a request was refused; how many more are is told once a minute');
    },
    close: () => {
      clearTimeout(timer);
      tell();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
