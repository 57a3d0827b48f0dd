import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import type { Reply } from '../../src/reply.ts';
import { askButton, bold, code, link } from '../../src/reply.ts';

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
  /** Asks a line such as `/good name:"ml engineer" section:all`; see `takeApart` for places that separate options. */
  ask(line: string): Promise<Shown>;
  /** Presses the button, or picks the menu entry, with this label under the latest answer. A place without buttons has none. */
  press?(label: string): Promise<Shown>;
  /** Lets the bot hear its own words and another bot's; gives how many answers that got. A place where it cannot has none. */
  hearItself?(): Promise<number>;
  stop(): Promise<void>;
}

/** Opens a place for a bot. The place must lose patience well before `SLOW` milliseconds. */
export type Open = (bot: Bot) => Promise<Driver>;

/** How long the slow command takes. Open the place with a patience of at most a third of it. */
export const SLOW = 450;

/** Facts of the good answer, in its order. */
const FACTS = [
  'Pay of machine learning',
  'It ranges from $110K to $250K.',
  'Mid · 2–5 years',
  '$155K–$200K',
  'DecipherU',
  'base + equity, open end $400K+',
  'Skills',
  'Python',
  'SQL & pipelines',
  'Months',
  '10',
  'Gap',
  'modelling',
  'Level',
  'Junior',
  'Staff',
  'After the table',
  'not what is advertised',
];
const SOURCES = ['DecipherU', '26 Apr 2026', 'Career guide', 'not financial advice'];

/** Everything that has ever pinged somebody, hidden a link or broken a layout, in the words of the data. */
export const HOSTILE = [
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '<!channel> <!here> <@U012AB3CD> <#C012AB3CD|general> <https://example.com|safe>',
  '[click](https://example.com) [a]: b <t:1618953630:R> <:wave:123456789012345678> :wave:',
  '**bold** __under__ _quiet_ *star* ~~gone~~ ||hidden|| `code` ```block``` \\* snake_case_word',
  '# heading',
  '-# small',
  '> quoted',
  '>>> all quoted',
  '- item',
  '1. item',
  'a & b &amp; c &lt;d&gt; <script>alert(1)</script>',
];

const options = {
  name: { kind: 'words', description: 'What about', required: true },
  section: { kind: 'choice', description: 'Which part', choices: ['overview', 'skills', 'all'] },
} as const;

const shared = { summary: 'A question of the contract', options: {}, shareable: true } as const;

const commands = [
  defineCommand({
    ...shared,
    name: 'good',
    options,
    examples: ['good machine learning'],
    answer: ({ name }) => goodAnswer(name),
  }),
  defineCommand({
    ...shared,
    name: 'slow',
    examples: ['slow'],
    answer: async () => {
      await sleep(SLOW);
      return { title: 'It took a while', lead: ['Here it is.'] };
    },
  }),
  defineCommand({
    ...shared,
    name: 'broken',
    examples: ['broken'],
    answer: () => Promise.reject(new Error('the cause, which nobody but the log may see')),
  }),
  defineCommand({ ...shared, name: 'hostile', examples: ['hostile'], answer: hostileAnswer }),
  defineCommand({ ...shared, name: 'largest', examples: ['largest'], answer: largestAnswer }),
  defineCommand({ ...shared, name: 'help', examples: ['help'], answer: () => ({ title: 'Help', lead: [] }) }),
];

type Good = Pick<Reply, 'title' | 'lead' | 'body' | 'sources'>;

function goodAnswer(name: string): Good {
  return {
    title: `Pay of ${name}`,
    lead: ['It ranges from ', code('$110K'), ' to ', code('$250K'), '.'],
    body: [
      {
        kind: 'text',
        title: 'Mid · 2–5 years',
        text: [
          code('$155K–$200K'),
          ' ',
          link('DecipherU', 'https://example.com/pay'),
          ' base + equity, open end $400K+',
        ],
      },
      { kind: 'list', title: 'Skills', items: [[bold('Python')], ['SQL & pipelines']] },
      {
        kind: 'fields',
        fields: [
          { name: 'Months', value: ['10'] },
          { name: 'Gap', value: ['modelling'] },
        ],
      },
      {
        kind: 'table',
        columns: ['Level', 'Years'],
        rows: [
          ['Junior', '0–2'],
          ['Staff', '8+'],
        ],
      },
      { kind: 'text', text: ['After the table'] },
      { kind: 'note', text: ['Pay is what people report, not what is advertised.'] },
      { kind: 'actions', actions: [askButton('Only skills', 'good', { name, section: 'skills' })] },
    ],
    sources: [
      { name: 'DecipherU', reviewed: '2026-04-26', url: 'https://example.com/d' },
      { name: 'Career guide', disclaimer: 'not financial advice' },
    ],
  };
}

function hostileAnswer(): Good {
  const text = HOSTILE.map((line) => ({ kind: 'text', text: [line] }) as const);
  return {
    title: '**Title** @everyone <!channel>',
    lead: ['[lead](https://example.com) @here <!here>'],
    body: [
      ...text,
      { kind: 'list', title: '**List** <@123456789012345678>', items: HOSTILE.map((line) => [line]) },
      { kind: 'fields', fields: HOSTILE.map((line) => ({ name: 'A _field_ @here', value: [bold(line)] })) },
      {
        kind: 'table',
        columns: ['@everyone', '```'],
        rows: [['<!channel>', '``` [x](https://example.com)']],
      },
      { kind: 'note', text: ['**note** <!everyone>'] },
    ],
    sources: [{ name: '**Source** @everyone <!channel>' }],
  };
}

const ITEMS = 900;

function largestAnswer(): Good {
  return {
    title: 'Everything there is',
    lead: ['All of it.'],
    body: [
      {
        kind: 'list',
        title: 'All',
        items: Array.from({ length: ITEMS }, (_, at) => [`No. ${at} is & stays <$${at}K`]),
      },
      {
        kind: 'actions',
        actions: Array.from({ length: 60 }, (_, at) => askButton(`Button ${at}`, 'good', { name: `b${at}` })),
      },
    ],
    sources: Array.from({ length: 120 }, (_, at) => ({
      name: `Source number ${at} with a rather long name`,
    })),
  };
}

/** A bot with the commands of this contract and no knowledge. */
export function contractBot(): Bot {
  return createBot({
    commands,
    knowledge: () => ({}) as KnowledgeBase,
    clock: () => Date.UTC(2026, 10, 21),
    log: silentLog,
    fallback: 'good',
  });
}

/** A line of this contract in the parts that a place with separate options sends. */
export function takeApart(line: string): { command: string; values: Record<string, string> } {
  const [command = '', ...rest] = line.replace(/^\//, '').split(' ');
  const named = rest.join(' ').matchAll(/([a-z]+):(?:"([^"]*)"|(\S+))/g);
  return {
    command,
    values: Object.fromEntries(Array.from(named, ([, name, quoted, word]) => [name, quoted ?? word])),
  };
}

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
      expect(text.split('It ranges from').length, 'said once').toBe(2);
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

    test('hostile text stays text', async () => {
      const text = squeezed((await allPages(driver, await driver.ask('/hostile'))).join('\n'));
      for (const line of HOSTILE) expect(text.split(squeezed(line)).length, line).toBe(4);
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
  let from = 0;
  for (const fact of facts) {
    const at = text.indexOf(fact, from);
    expect(
      at,
      `"${fact}" after "${text.slice(Math.max(0, from - 30), from)}" in:\n${text}`,
    ).toBeGreaterThanOrEqual(0);
    from = at + fact.length;
  }
}

/** Places wrap lines where they like. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
