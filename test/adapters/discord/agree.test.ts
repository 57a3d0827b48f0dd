import { expect, onTestFinished, test } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { command } from './deeds.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import { USER } from './peer.ts';

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

/** What an exchange came to. */
async function told(exchange: Exchange) {
  const answer = await exchange.answered;
  expect(exchange.faults).toEqual([]);
  return { answer, text: textsOf(answer).join('\n') };
}

test('a schedule that posts more than once a day is made by the press on its button, and only by that', async () => {
  const prompts = await openPrompts();
  const open = await openDiscord(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await open.stop();
  });
  const { peer } = open;
  prompts.service.start([open.adapter]);
  const says = (name: string, values = {}) => told(peer.interact({ ...command(name, values), ...MANAGER }));
  const all = {
    track: 'ml-engineer',
    when: 'cron * 9 * * 1',
    zone: 'America/Argentina/ComodRivadavia',
    start: '2027-01-04',
    end: '2028-06-30',
    quiet: '2027-W52, 2028-W01',
    thread: 'yes',
    phase: 'math',
    language: 'pt-BR',
  };
  const { answer, text } = await says('prompts add', all);
  expect(text).toContain('up to 60 posts in a week');
  expect((await says('prompts list')).text).toContain('No prompts yet');
  const [yes] = controlsOf(answer, true);
  expect(yes?.label).toBe('Yes, up to 60 posts a week');
  expect((await told(peer.interact({ ...yes?.deed, ...MANAGER }))).text).toContain('is on');
  expect((await says('prompts list')).text).toContain('One schedule here.');
});
