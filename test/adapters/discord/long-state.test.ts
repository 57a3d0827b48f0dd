import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownSkillsValue } from '../../../commands/input/known-skills.ts';
import { skillListsOf } from '../../../knowledge/skill-lists.ts';
import type { Talk } from '../../commands/talk.ts';
import { talk } from '../../commands/talk.ts';
import { command, submit } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { controlsOf, textsOf } from './exchange.ts';

let bot: Talk;
let open: Open;
beforeEach(async () => {
  bot = await talk();
  open = await openDiscord(bot.bot);
});
afterEach(() => open.stop());

interface Opened {
  readonly custom_id: string;
  readonly components: readonly {
    readonly component: { readonly options: readonly { readonly label: string }[] };
  }[];
}

test('a plan whose question is longer than a button has letters keeps its form, which a restart does not lose', async () => {
  const { knowledge } = bot;
  // All that the longest guide there may be asks for, but the last: a form has to have something to ask.
  const skills = skillListsOf(knowledge).of('ml-engineer');
  expect(skills).toHaveLength(15);
  const have = knownSkillsValue(
    skills.slice(0, -1).map(({ id }) => id),
    'ml-engineer',
    knowledge,
  );
  const plan = {
    to: 'ml-engineer',
    from: 'application-support-engineer',
    have: have ?? '',
    'hours-per-week': 12,
    budget: 500,
  };
  const exchange = open.peer.interact(command('plan', plan));
  const answer = await exchange.answered;
  expect(exchange.faults).toEqual([]);
  expect(textsOf(answer).join()).not.toContain('more to choose from');
  const form = controlsOf(answer, true).find(({ label }) => label === 'I have some of these');
  expect(form?.deed.data).toMatchObject({ custom_id: expect.stringMatching(/^1z/) });
  await open.stop();
  open = await openDiscord(bot.bot);
  const opening = open.peer.interact(form?.deed ?? {});
  const { type, data } = await opening.first;
  expect(opening.faults).toEqual([]);
  expect(type).toBe(9);
  const { custom_id: id, components } = data as unknown as Opened;
  const boxes = components.flatMap(({ component }) => component.options);
  expect(boxes.map(({ label }) => label)).toEqual([skills.at(-1)?.name]);
  const filled = await open.peer.interact(submit(id, {})).answered;
  expect(textsOf(filled)).toEqual(textsOf(answer));
  expect(textsOf(filled).join('\n')).toContain('You have (14 of 15)');
});
