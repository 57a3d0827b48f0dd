import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { contractBot, FACTS, HOSTILE, ITEMS, SOURCES } from './contract-bot.ts';

export { HOSTILE } from './contract-bot.ts';

/** What became of one question, as a person in that place sees it. */
export interface Shown {
  /** All words shown, top to bottom, sources last, with the place's own markup and escaping read back as a reader sees it. */
  readonly texts: readonly string[];
  /** The words on buttons and in menus, in order. */
  readonly labels: readonly string[];
  /** True when the place was told in time: an acknowledgement came before the answer, or the answer needs none. */
  readonly acknowledgedFirst: boolean;
  /** How many answers the question got; always one. */
  readonly answers: number;
  /** What the place would refuse or ping: one line per breach of its limits. Always empty. */
  readonly faults: readonly string[];
}

/** Drives one place the way a person does. Everything in it is real but the far end of the wire. */
export interface Driver {
  /** Asks a line such as `/good name:"ml engineer" section:all`; see `takeApart` of contract-bot.ts for places that separate options. */
  ask(line: string): Promise<Shown>;
  /** Presses the button, or picks the menu entry, with this label under the latest answer. A place without buttons has none. */
  press?(label: string): Promise<Shown>;
  /** Lets the bot hear its own words and another bot's; gives how many answers that got. A place where it cannot has none. */
  hearItself?(): Promise<number>;
  stop(): Promise<void>;
}

/** Opens a place for a bot. The place must lose patience well before `SLOW` milliseconds of contract-bot.ts. */
export type Open = (bot: Bot) => Promise<Driver>;

/** What every place must do, whatever it looks like there. Call it once in the tests of a place. */
export function contract(name: string, open: Open): void {
  describe(`${name} keeps the contract of every place`, () => {
    let driver: Driver;
    beforeEach(async () => {
      driver = await open(contractBot());
    });
    afterEach(() => driver.stop());

    test('a good question gets its facts once, in order, with the sources at the foot', async () => {
      const shown = accepted(await driver.ask('/good name:"machine learning"'));
      const text = shown.texts.join('\n');
      expectInOrder(text, [...FACTS, ...SOURCES]);
      expect(text.split('It ranges from')).toHaveLength(2);
    });

    test('what can be asked next is offered, and pressing it asks that', async ({ skip }) => {
      const first = accepted(await driver.ask('/good name:"data"'));
      expect(first.labels).toContain('Only skills');
      if (driver.press === undefined) return skip('no buttons here');
      const next = accepted(await driver.press('Only skills'));
      expect(next.texts.join('\n')).toContain('Pay of data');
    });

    test('an unknown command is answered with a way out', async () => {
      const text = accepted(await driver.ask('/nonsense name:"x"')).texts.join('\n');
      expect(text).toContain('/nonsense');
      expect(text).toContain('/help');
    });

    test('a wrong option is answered with the right ones', async () => {
      const text = accepted(await driver.ask('/good name:"x" section:"@everyone"')).texts.join('\n');
      expect(text).toContain('"@everyone" is no section');
      expect(text).toContain('overview, skills, all');
    });

    test('a slow command is acknowledged first, then answered', async () => {
      const shown = accepted(await driver.ask('/slow'));
      expect(shown.acknowledgedFirst).toBe(true);
      expect(shown.texts.join('\n')).toContain('It took a while');
    });

    test('a failing command still answers, and keeps the cause to itself', async () => {
      const text = accepted(await driver.ask('/broken')).texts.join('\n');
      expect(text).toMatch(/[0-9a-f]{8}/);
      expect(text).not.toContain('the cause');
    });

    test('an answer that cannot be drawn is told as our fault, with its number', async () => {
      expect(accepted(await driver.ask('/undrawable')).texts.join('\n')).toMatch(/\b[0-9a-f]{8}\b/);
    });

    test('hostile text stays text', async () => {
      const text = squeezed((await allPages(driver, await driver.ask('/hostile'))).join('\n'));
      const told = HOSTILE.map((line) => `${text.split(squeezed(line)).length - 1} times ${line}`);
      expect(told).toEqual(HOSTILE.map((line) => `3 times ${line}`));
      expectInOrder(text, ['**Title** @everyone <!channel>', '[lead](https://example.com) @here <!here>']);
      expectInOrder(text, ['<!channel>', '``` [x](https://example.com)', '**note**', '**Source** @everyone']);
    });

    test('the largest reply is accepted, and every part of it can be reached', async () => {
      const text = (await allPages(driver, await driver.ask('/largest'))).join('\n');
      const seen = Array.from(text.matchAll(/No\. (\d+) is & stays <\$(\d+)K/g), ([, a, b]) => [
        Number(a),
        Number(b),
      ]);
      expect(seen).toEqual(Array.from({ length: ITEMS }, (_, at) => [at, at]));
    });

    test('it answers neither itself nor other bots', async ({ skip }) => {
      if (driver.hearItself === undefined) return skip('it cannot hear itself here');
      expect(await driver.hearItself()).toBe(0);
    });
  });
}

function accepted(shown: Shown): Shown {
  expect(shown.faults).toEqual([]);
  expect(shown.answers).toBe(1);
  return shown;
}

/** The texts of all pages, by pressing on until there is no more. */
async function allPages(driver: Driver, first: Shown): Promise<string[]> {
  const texts = [...accepted(first).texts];
  for (let page = first; ;) {
    const on = page.labels.find((label) => label.endsWith('›'));
    if (on === undefined || driver.press === undefined) return texts;
    page = accepted(await driver.press(on));
    texts.push(...page.texts);
  }
}

function expectInOrder(text: string, facts: readonly string[]): void {
  expect(missing(text, facts)).toBe('nothing');
}

/** The first fact that does not come after those before it. */
function missing(text: string, facts: readonly string[]): string {
  let from = 0;
  for (const fact of facts) {
    const at = text.indexOf(fact, from);
    if (at < 0) return `"${fact}" after "${text.slice(Math.max(0, from - 30), from)}" in:\n${text}`;
    from = at + fact.length;
  }
  return 'nothing';
}

/** Places wrap lines where they like. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
