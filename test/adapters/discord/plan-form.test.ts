import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Talk } from '../../commands/talk.ts';
import { talk } from '../../commands/talk.ts';
import { command, submit } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';

let chat: Talk;
beforeAll(async () => {
  chat = await talk();
});

let discord: Open;
beforeEach(async () => {
  discord = await openDiscord(chat.bot);
});
afterEach(() => discord.stop());

/** The guide whose skills a plan asks about. */
function guide() {
  const own = chat.knowledge.of('guide').get('ml-engineer');
  if (own === undefined) throw new Error('ML engineers have no guide.');
  return own;
}

interface Box {
  readonly label: string;
  readonly value: string;
}

/** What is in the callback that opened a form. */
interface Opened {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly component: { readonly custom_id: string; readonly options?: readonly Box[] };
  }[];
}

interface Plan {
  readonly text: string;
  readonly opener: Deed;
}

async function planBy(deed: Deed): Promise<Plan> {
  const exchange = discord.peer.interact(deed);
  const message = await exchange.answered;
  expect(exchange.faults).toEqual([]);
  const button = controlsOf(message, true).find(({ label }) => label === 'I have some of these');
  return { text: textsOf(message).join('\n'), opener: button?.deed ?? {} };
}

async function opened(opener: Deed): Promise<Opened> {
  const exchange = discord.peer.interact(opener);
  const first = await exchange.first;
  expect(exchange.faults).toEqual([]);
  expect(first.type).toBe(9);
  return first.data as unknown as Opened;
}

/** The first boxes of every group ticked, as many of each as `each`. */
function ticked({ custom_id: id, components }: Opened, each: number): { deed: Deed; boxes: readonly Box[] } {
  const groups = components.map(({ component }) => ({
    id: component.custom_id,
    boxes: (component.options ?? []).slice(0, each),
  }));
  const filled = groups.map((group) => [group.id, group.boxes.map(({ value }) => value)] as const);
  return { deed: submit(id, Object.fromEntries(filled)), boxes: groups.flatMap(({ boxes }) => boxes) };
}

describe('the form of /plan', () => {
  test('has a box for each skill of the guide, in groups of at most ten, none twice', async () => {
    const { opener } = await planBy(command('plan', { to: 'ml-engineer' }));
    const { title, components } = await opened(opener);
    expect(title).toBe('Plan: ML Engineer');
    const groups = components.map(({ component }) => component.options ?? []);
    expect(groups.length).toBeLessThanOrEqual(5);
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(10);
    const values = groups.flat().map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(groups.flat().map(({ label }) => label)).toEqual(
      guide().skills.map(({ name, when }) => (when === 'first' ? `${name} (essential)` : name)),
    );
  });

  test('what is ticked in several groups is had in the plan, and hours and start are kept', async () => {
    const { opener } = await planBy(
      command('plan', { to: 'ml-engineer', from: 'data-engineer', 'hours-per-week': 10 }),
    );
    const form = await opened(opener);
    const asked = form.components.flatMap(({ component }) => component.options ?? []).length;
    const { deed, boxes } = ticked(form, 2);
    expect(boxes.length).toBeGreaterThan(2);
    const plan = await planBy(deed);
    const { skills, waysIn } = guide();
    const brought = skills.length - asked;
    expect(brought).toBeGreaterThan(0);
    expect(plan.text).toContain('Plan: ML Engineer');
    expect(plan.text).toContain(`You have (${brought + boxes.length} of ${skills.length})`);
    expect(plan.text).toContain(
      `You bring: ${waysIn.find(({ from }) => from === 'data-engineer')?.brings[0]}`,
    );
    expect(plan.text).toContain('at 10 h a week');
    const again = (await opened(plan.opener)).components.flatMap(({ component }) => component.options ?? []);
    for (const box of boxes) expect(again.map(({ label }) => label)).not.toContain(box.label);
  });

  test('ticked twice in a row, the first ones are still had', async () => {
    const first = await planBy(command('plan', { to: 'ml-engineer' }));
    const one = ticked(await opened(first.opener), 1);
    const second = await planBy(one.deed);
    const two = ticked(await opened(second.opener), 1);
    const third = await planBy(two.deed);
    expect(third.text).toContain(
      `You have (${one.boxes.length + two.boxes.length} of ${guide().skills.length})`,
    );
  });

  test('that was opened before a restart is sent off after it', async () => {
    const { opener } = await planBy(command('plan', { to: 'devops-engineer' }));
    const { deed, boxes } = ticked(await opened(opener), 1);
    await discord.stop();
    discord = await openDiscord(chat.bot);
    expect((await planBy(deed)).text).toContain(`You have (${boxes.length} of`);
  });

  test('left empty it is the plan that it was', async () => {
    const plan = await planBy(command('plan', { to: 'devops-engineer' }));
    const { deed } = ticked(await opened(plan.opener), 0);
    expect((await planBy(deed)).text).toBe(plan.text);
  });
});
