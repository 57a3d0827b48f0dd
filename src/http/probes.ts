import type { Answered, Route } from './route.ts';

/** Whether this process is to be sent anything, in a word, and why; without anything that tells of its insides. */
export interface Readiness {
  readonly isReady: boolean;
  readonly word: 'ready' | 'standing by' | 'starting' | 'stopping' | 'unavailable';
  readonly reason: string;
}

/** Liveness and readiness, as orchestrators and load balancers ask for them. */
export function probes(readiness: () => Readiness): readonly Route[] {
  return [
    { methods: ['GET'], path: '/healthz', hear: () => text(200, 'ok') },
    {
      methods: ['GET'],
      path: '/readyz',
      hear: () => {
        const { isReady, word, reason } = readiness();
        return text(isReady ? 200 : 503, `${word}\n${reason}`);
      },
    },
  ];
}

function text(status: number, body: string): Answered {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: `${body}\n` };
}
