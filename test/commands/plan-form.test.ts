import { beforeAll, expect, test } from 'vitest';
import { isForm } from '../../src/form.ts';
import { filledIn } from '../../src/form.ts';
import type { OpenForm } from '../../src/form.ts';
import { plain } from '../../src/plain.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import type { Talk } from './talk.ts';
import { actionsOf, talk } from './talk.ts';
import type { SpokenField } from '../../src/spoken.ts';
import { speakForm } from '../../src/spoken.ts';

let chat: Talk;
beforeAll(async () => {
  chat = await talk();
});

const from = {
  asker: { id: 'u', locale: 'en', manages: false },
  place: { community: null, channel: null },
};

const opening = (values: Record<string, string>) => chat.bot.form({ command: 'plan', values, ...from });

type Opened = ReturnType<typeof speakForm<OpenForm>>;
type Check = Extract<SpokenField, { kind: 'checks' }>['options'][number];

/** Presses the button under a plan. */
async function opened(reply: Reply): Promise<Opened> {
  const action = actionsOf(reply).find(({ label }) => label === 'I have some of these');
  const form = await opening({ ...(action?.kind === 'form' ? action.ask.values : {}) });
  if (!isForm(form)) throw new Error(plain(form, 'en'));
  return speakForm(form, 'en');
}

function boxesOf({ fields }: Pick<Opened, 'fields'>): readonly Check[] {
  return fields.flatMap((field) => (field.kind === 'checks' ? field.options : []));
}

const ticking = (form: Opened, boxes: readonly Check[]): Ask =>
  filledIn(form.ask, [{ name: 'have', value: boxes.map(({ value }) => value) }]);

test('a plan asks which of the missing skills somebody has, essential ones first', async () => {
  const form = await opened(await chat.ask('/plan ml-engineer from:data-engineer'));
  const essential = boxesOf(form).map(({ label }) => label.endsWith('(essential)'));
  expect(essential[0]).toBe(true);
  expect(essential).toEqual(essential.toSorted((a, b) => Number(b) - Number(a)));
});

test('what is ticked is had in the plan, and asked no more', async () => {
  const form = await opened(await chat.ask('/plan ml-engineer hours-per-week:10'));
  const all = boxesOf(form);
  const plan = await chat.press(ticking(form, all.slice(0, 12)));
  expect(plan.tone).toBe('answer');
  const again = await opened(plan);
  expect(boxesOf(again).map(({ value }) => value)).toEqual(all.slice(12).map(({ value }) => value));
  // Ticked the second time, those of the first time are still had.
  const third = await opened(await chat.press(ticking(again, boxesOf(again).slice(0, 1))));
  expect(boxesOf(third)).toHaveLength(all.length - 13);
  expect(third.ask.values['hours-per-week']).toBe('10');
});

test('with every box ticked nothing is missing', async () => {
  const form = await opened(await chat.ask('/plan ml-engineer'));
  const plan = await chat.press(ticking(form, boxesOf(form)));
  expect(plain(plan, 'en')).not.toContain('Missing, essential first');
  const closed = await opening({ ...plan.ask?.values });
  expect(isForm(closed) ? '' : plain(closed, 'en')).toContain(
    'You have every skill that is listed for it already.',
  );
});

test('without a role it says what to do', async () => {
  const closed = await opening({});
  expect(isForm(closed) ? '' : plain(closed, 'en')).toContain('Name the role you want first');
});

test('each box stands for one skill, whatever the role', async () => {
  for (const { id } of chat.knowledge.roles.all) {
    const form = await opening({ to: id });
    const values = isForm(form) ? boxesOf(speakForm(form, 'en')).map(({ value }) => value) : [];
    expect(`${id}: ${new Set(values).size}`).toBe(`${id}: ${values.length}`);
  }
});

test('two skills whose short forms would be the same are had one without the other', async () => {
  const form = await opened(await chat.ask('/plan grc-analyst'));
  const boxes = boxesOf(form);
  const [cloud] = named('Cloud security', boxes);
  expect(named('Python', boxes)).toHaveLength(1);
  const again = await opened(await chat.press(ticking(form, cloud === undefined ? [] : [cloud])));
  expect(boxesOf(again)).toHaveLength(boxes.length - 1);
  expect(named('Python', boxesOf(again))).toHaveLength(1);
});

function named(skill: string, boxes: readonly Check[]): Check[] {
  return boxes.filter(({ label }) => label.startsWith(skill));
}
