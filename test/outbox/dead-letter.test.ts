import { describe, expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { chooseEngine } from '../../src/outbox/choose-engine.ts';
import { RateLimiter } from '../../src/outbox/rate-limiter.ts';
import type { Settings } from '../../src/outbox/settings.ts';
import { claimOf } from '../store/examples.ts';
import { ENGINES, useEngines } from './engines.ts';
import { FAST, until } from './world.ts';
import { speak, speakData } from '../../src/message/speak.ts';

useEngines();

describe.concurrent.each(ENGINES)('%s', (_, world) => {
  test('a delivery that breaks off every time, past its deadline: given up, written down, told', async (context) => {
    const w = await world(context);
    const settings: Settings = { ...FAST, lookMs: 0, spareTries: 1, deliveryHoldMs: 1_000 };
    const steps = [{ step: 'post' as const, notBefore: 0, deadline: w.clock.now() - 1 }];
    const deliveries = [{ target: 'chat:1', place: 'chat', readyAt: 0, steps }];
    await w.keep({ id: 'broken' });
    await w.store.ledger.claim({ ...claimOf('broken'), deliveries });
    const engine = await chooseEngine(w.address);
    const stop = AbortSignal.timeout(15_000);
    const rateLimiter = new RateLimiter(w.clock, stop);
    let tries = 0;
    await engine.start({
      store: w.store,
      posters: [w.place.poster()],
      log: silentLog,
      context: {
        worker: 'w',
        clock: w.clock,
        rateLimiter,
        settings,
        log: silentLog,
        insist: (write) => write(),
      },
      deliver: async () => {
        tries += 1;
        throw new Error('A fault of ours.');
      },
    });
    context.onTestFinished(() => engine.stop());
    const open = async () => {
      await engine.pump();
      return w.store.deliveries.openCount();
    };
    await until(open, (count) => count === 0);
    expect(tries).toBe(2);
    const [post] = (await w.store.why('broken@2026-01-05T09:00'))?.steps ?? [];
    expect(speakData(post, 'en')).toMatchObject({ state: 'failed', reason: 'Given up after 2 tries.' });
    const [notice] = await w.store.notices.take(w.clock.now(), w.clock.now() + 1);
    expect(speak(notice?.sentence ?? '', 'en')).toBe(
      'broken, due 2026-01-05T09:00: nothing more is tried in 1. Given up after 2 tries.',
    );
  });
});
