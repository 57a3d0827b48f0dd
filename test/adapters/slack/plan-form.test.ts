import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Talk } from '../../commands/talk.ts';
import { talk } from '../../commands/talk.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import { blockFaults } from './judge.ts';
import type { Exchange } from './peer.ts';
import type { OpenedView } from './views.ts';

let chat: Talk;
beforeAll(async () => {
  chat = await talk();
});

let house: House;
beforeEach(async () => {
  house = await openHouse(chat.bot);
});
afterEach(() => house.stop());

/** The guide whose skills a plan asks about. */
function guide() {
  const own = chat.knowledge.of('guide').get('ml-engineer');
  if (own === undefined) throw new Error('ML engineers have no guide.');
  return own;
}

interface Box {
  readonly text: { readonly text: string };
  readonly value: string;
}

interface Seen extends OpenedView {
  readonly title: { readonly text: string };
  readonly blocks: readonly {
    readonly block_id: string;
    readonly element: { readonly options?: readonly Box[] };
  }[];
}

interface Plan {
  readonly text: string;
  readonly opener: object;
}

async function planBy(exchange: Exchange): Promise<Plan> {
  const { body, texts, faults } = await outcome(exchange);
  expect(faults).toEqual([]);
  return { text: texts.join('\n'), opener: actionFor(body, 'I have some of these') };
}

async function opened(opener: object): Promise<Seen> {
  const views = () => house.peer.calls.filter(({ method }) => method === 'views.open');
  const before = views().length;
  await house.peer.act(opener).acked;
  while (views().length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  const shown = JSON.parse(views().at(-1)?.body.view ?? '{}') as Seen;
  expect(blockFaults(shown.blocks as never)).toEqual([]);
  expect(shown.private_metadata.length).toBeLessThanOrEqual(3000);
  return shown;
}

const boxesOf = ({ blocks }: Seen): readonly Box[] => blocks.flatMap(({ element }) => element.options ?? []);

/** The first boxes of every group ticked, as many of each as `each`. */
function sendOff(form: Seen, each: number): { exchange: Exchange; boxes: readonly Box[] } {
  const groups = form.blocks.map(({ block_id: id, element }) => ({
    id,
    boxes: (element.options ?? []).slice(0, each),
  }));
  const filled = groups.map(({ id, boxes }) => [id, boxes.map(({ value }) => value)] as const);
  return {
    exchange: house.peer.submit(form, Object.fromEntries(filled)),
    boxes: groups.flatMap(({ boxes }) => boxes),
  };
}

describe('the form of /plan', () => {
  test('has a box for every skill of the guide, in groups of at most ten', async () => {
    const { opener } = await planBy(house.peer.command('/plan ml-engineer'));
    const form = await opened(opener);
    expect(form.title.text.length).toBeLessThanOrEqual(24);
    for (const { element } of form.blocks) expect(element.options?.length).toBeLessThanOrEqual(10);
    expect(new Set(boxesOf(form).map(({ value }) => value)).size).toBe(boxesOf(form).length);
    expect(boxesOf(form).map(({ text }) => text.text)).toEqual(
      guide().skills.map(({ name, when }) => (when === 'first' ? `${name} (essential)` : name)),
    );
  });

  test('what is ticked in several groups is had in the plan, and hours and start are kept', async () => {
    const { opener } = await planBy(
      house.peer.command('/plan ml-engineer from:data-engineer hours-per-week:10'),
    );
    const form = await opened(opener);
    const { exchange, boxes } = sendOff(form, 2);
    expect(boxes.length).toBeGreaterThan(2);
    const plan = await planBy(exchange);
    const { skills, waysIn } = guide();
    const brought = skills.length - boxesOf(form).length;
    expect(brought).toBeGreaterThan(0);
    expect(plan.text).toContain('Plan: ML Engineer');
    expect(plan.text).toContain(`You have (${brought + boxes.length} of ${skills.length})`);
    expect(plan.text).toContain(
      `You bring: ${waysIn.find(({ from }) => from === 'data-engineer')?.brings[0]}`,
    );
    expect(plan.text).toContain('at 10 h a week');
    const again = boxesOf(await opened(plan.opener)).map(({ text }) => text.text);
    for (const box of boxes) expect(again).not.toContain(box.text.text);
  });

  test('ticked twice in a row, the first ones are still had', async () => {
    const first = await planBy(house.peer.command('/plan ml-engineer'));
    const one = sendOff(await opened(first.opener), 1);
    const second = await planBy(one.exchange);
    const two = sendOff(await opened(second.opener), 1);
    const third = await planBy(two.exchange);
    expect(third.text).toContain(
      `You have (${one.boxes.length + two.boxes.length} of ${guide().skills.length})`,
    );
  });

  test('left empty it is the plan that it was', async () => {
    const plan = await planBy(house.peer.command('/plan devops-engineer'));
    const { exchange } = sendOff(await opened(plan.opener), 0);
    expect((await planBy(exchange)).text).toBe(plan.text);
  });
});
