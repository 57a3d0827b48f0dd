import { setTimeout as sleep } from 'node:timers/promises';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import type { Reply } from '../../src/reply.ts';
import { askButton, bold, code, link } from '../../src/reply.ts';

/** How long the slow command takes. Open the place with a patience of at most a third of it. */
export const SLOW = 450;

/** Facts of the good answer, in its order. */
export const FACTS = [
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
/** Its sources, in their order. */
export const SOURCES = ['DecipherU', '26 Apr 2026', 'Career guide', 'not financial advice'];

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

const shared = {
  summary: 'A question of the contract',
  options: {},
  shareable: true,
  // Programs are asked for nothing else.
  cacheable: true,
} as const;

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
  defineCommand({
    ...shared,
    name: 'undrawable',
    examples: ['undrawable'],
    // No type would let this through: whatever a renderer falls over is the same to whoever asked.
    answer: () => ({
      title: 'x',
      lead: [],
      body: [{ kind: 'table', columns: ['x'], rows: [null as never] }],
    }),
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

/** How many items the largest answer lists. */
export const ITEMS = 900;

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
