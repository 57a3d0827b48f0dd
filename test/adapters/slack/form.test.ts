import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { view } from '../../../adapters/slack/form.ts';
import { SlackPlace } from '../../../adapters/slack/place.ts';
import { buttonId, encodeAsk } from '../../../adapters/slack/state.ts';
import type { Form } from '../../../src/form.ts';
import { survey } from '../form-command.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import { blockFaults, textObjects } from './judge.ts';
import type { OpenedView } from './views.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse(smallBot([survey]));
});
afterEach(() => house.stop());

interface Seen extends OpenedView {
  readonly title: { readonly text: string };
  readonly blocks: readonly {
    readonly block_id: string;
    readonly label: { readonly text: string };
    readonly hint?: { readonly text: string };
    readonly element: {
      readonly initial_value?: string;
      readonly options?: readonly { readonly text: { readonly text: string } }[];
    };
  }[];
}

/** What Slack would refuse in a view: https://docs.slack.dev/reference/views/modal-views */
function faultsOf(shown: Seen): string[] {
  const titles = [
    shown.title.text,
    ...[shown.submit, shown.close].map((part) => (part as Seen['title']).text),
  ];
  return [
    ...blockFaults(shown.blocks as never),
    ...(titles.some((text) => text.length > 24 || text.trim() === '') ? ['a title over 24'] : []),
    ...(shown.private_metadata.length > 3000 ? ['metadata over 3000'] : []),
    ...(shown.blocks.length > 100 ? ['more than 100 blocks'] : []),
    ...(textObjects(shown).some(({ type }) => type === 'mrkdwn') ? ['markup'] : []),
  ];
}

/** The view that was opened last, held to Slack's rules. */
function opened(): Seen {
  const call = house.peer.calls.findLast(({ method }) => method === 'views.open');
  const shown = JSON.parse(call?.body.view ?? '{}') as Seen;
  expect(call?.body.trigger_id).toBeTruthy();
  expect(faultsOf(shown)).toEqual([]);
  return shown;
}

const fill = (who: string) => ({
  type: 'button',
  action_id: buttonId('form', 0),
  value: encodeAsk({ command: 'survey', values: { who } }),
});

async function open(who: string): Promise<Seen> {
  const before = house.peer.calls.length;
  const exchange = house.peer.act(fill(who));
  await exchange.acked;
  while (!house.peer.calls.slice(before).some(({ method }) => method === 'views.open'))
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(exchange.answers).toEqual([]);
  return opened();
}

describe('a form', () => {
  test('is opened by its button, filled in, and answered to whoever filled it in', async () => {
    const { body } = await outcome(house.peer.command('/survey ann'));
    expect(actionFor(body, 'Fill in')).toMatchObject({ action_id: 'r1:form:0' });
    const shown = await open('ann');
    expect(shown.title.text).toBe('What can they do?');
    expect(shown.blocks.map(({ label }) => label.text)).toEqual(['A note', 'Skills']);
    expect(shown.blocks[0]?.element.initial_value).toBe('about ann');
    const answer = await outcome(house.peer.submit(shown, { 'note#1': 'hello', 'skills#1': ['s1', 's3'] }));
    expect(answer.texts.slice(0, 2)).toEqual(['Survey of ann', 'Can s1,s3, says hello.']);
    expect(answer.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(answer.acknowledgedFirst).toBe(true);
    expect(answer.faults).toEqual([]);
  });

  test('is answered by a message of its own where its address is used up', async () => {
    const shown = await open('ann');
    house.peer.script('response', ...Array.from({ length: 3 }, () => ({ status: 404 })));
    await house.peer.submit(shown, { 'note#1': null }).acked;
    while (!house.peer.calls.some(({ method }) => method === 'chat.postEphemeral'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const call = house.peer.calls.find(({ method }) => method === 'chat.postEphemeral');
    expect(call?.body).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(call?.body.text).toContain('Survey of ann');
  });

  test('that Slack does not open in time is said', async () => {
    house.peer.script('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    const answer = await outcome(house.peer.act(fill('ann')));
    expect(answer.texts.join()).toContain('Press the button again.');
  });

  test.each([
    ['broken', 'Something went wrong on my side'],
    ['unclear', 'Say who it is about.'],
  ])('that cannot be made (%s) is an answer instead', async (who, sentence) => {
    expect((await outcome(house.peer.act(fill(who)))).texts.join()).toContain(sentence);
  });

  test('of an older version gets a friendly answer', async () => {
    const { responseUrl } = JSON.parse((await open('ann')).private_metadata) as { responseUrl: string };
    const private_metadata = JSON.stringify({ state: 'r0;;survey', channel: 'C1', responseUrl });
    expect((await outcome(house.peer.submit({ private_metadata }, {}))).texts.join()).toContain(
      'earlier version',
    );
  });
});

const draw = (form: Form): Seen => {
  const to = SlackPlace.of({ community: 'T1', channel: 'C'.repeat(20), thread: '1700000000.123456' });
  const ask = { command: 'survey', values: { who: 'w'.repeat(850) } };
  const shown = view({ ...form, ask }, 'en', to, `https://example.com/${'r'.repeat(200)}`) as unknown as Seen;
  expect(faultsOf(shown)).toEqual([]);
  return shown;
};

const checks = (length: number, size = 5): Form['fields'][number] => ({
  kind: 'checks',
  name: 'have',
  label: 'Which',
  options: Array.from({ length }, (_, at) => ({ label: `${at}`.padEnd(size, 'x'), value: `v${at}` })),
});

describe('a form at its limits', () => {
  test.each([
    [10, [10]],
    [11, [10, 1]],
    [50, [10, 10, 10, 10, 10]],
  ])('%i boxes are %j', (length, groups) => {
    const { blocks } = draw({ title: 'T', fields: [checks(length)] });
    expect(blocks.map(({ element }) => element.options?.length)).toEqual(groups);
  });

  test('1001 boxes: what does not fit is counted', () => {
    const { blocks } = draw({ title: 'T', fields: [checks(1001)] });
    expect(blocks.at(-1)?.hint?.text).toBe('1 more do not fit: type them');
  });

  test.each([75, 76])('a box of %i characters', (size) => {
    const [first] = draw({ title: 'T', fields: [checks(1, size)] }).blocks;
    expect(first?.element.options?.[0]?.text.text).toHaveLength(75);
  });

  test.each([
    [24, undefined],
    [25, 't'.repeat(25)],
  ])('a title of %i characters is told in full', (size, hint) => {
    const shown = draw({ title: 't'.repeat(size), fields: [checks(1)] });
    expect(shown.title.text).toHaveLength(24);
    expect(shown.blocks[0]?.hint?.text).toBe(hint);
  });

  test.each([3000, 3001])('at most %i characters can be typed', (max) => {
    const field = { kind: 'text', name: 'a', label: 'A', max, value: 'v'.repeat(max) } as const;
    const [first] = draw({ title: 'T', fields: [field] }).blocks;
    expect(first?.element.initial_value).toHaveLength(3000);
  });
});
