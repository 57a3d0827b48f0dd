import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { preparing } from '../../commands/prompts/prepare.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { createBot } from '../../src/bot.ts';
import { silentLog } from '../../src/log.ts';
import { createPrompts } from '../../src/community/service.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { FAST } from '../outbox/world.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { chatPlace, speaker } from './world.ts';

const PAUSED =
  /Schedules are paused since 20\d\d-\d\d-\d\d \d\d:\d\d UTC.* catch up .*: *|The database cannot be reached/;

test(
  'PostgreSQL goes away: schedules say since when they are paused, questions are answered, and all is back by itself',
  { timeout: 60_000 },
  async () => {
    const server = await startPostgres();
    const known = await openKnowledge(BUILT_IN);
    const prepare = preparing(() => known);
    const address = { url: await server.database() };
    const service = createPrompts({ address, prepare, log: silentLog, settings: FAST });
    const parts = { commands, knowledge: () => known, clock: Date.now, log: silentLog, fallback: 'role' };
    const ann = speaker(createBot({ ...parts, community: service.community }));
    service.start([chatPlace()]);
    expect(await ann.say('/prompts add ml-engineer when:"mon 09:00"')).toContain('is on');
    await server.outage(async () => {
      expect(await ann.say('/prompts list')).toMatch(PAUSED);
      for (const line of ['/prompts proposals', '/study', '/prompts propose A thing track:sre'])
        expect(await ann.say(line)).toMatch(PAUSED);
      expect(await ann.say('/prompts preview ml-engineer')).toContain('Week 1 of ML Engineer');
      expect(await ann.say('/role ml-engineer')).toContain('ML Engineer');
    });
    await expect
      .poll(() => ann.say('/prompts list'), { timeout: 15_000, interval: 250 })
      .toContain('every Monday');
    await service.stop();
    await server.stop();
  },
);
