import type { KnowledgeBase } from '../../../knowledge/index.ts';
import type { Bot } from '../../../src/bot.ts';
import { createBot } from '../../../src/bot.ts';
import type { Command } from '../../../src/command.ts';
import { defineCommand } from '../../../src/command.ts';
import { silentLog } from '../../../src/log.ts';
import { askButton } from '../../../src/reply.ts';

const about = { kind: 'words', description: 'What about' } as const;
const plain = { summary: 'A question of these tests', examples: [], shareable: true } as const;

const role = defineCommand({
  ...plain,
  name: 'role',
  options: { about, section: { kind: 'choice', description: 'Which part', choices: ['skills', 'pay'] } },
  answer: ({ about: words, section }) => ({
    title: `Role ${words ?? ''}`,
    lead: [`You asked for ${section ?? 'everything'}.`],
    body: [
      {
        kind: 'actions',
        actions: [
          askButton('Pay', 'role', { about: words ?? '', section: 'pay' }),
          { kind: 'link', label: 'Read more', url: 'https://example.com' },
          {
            kind: 'choose',
            label: 'Which one?',
            choices: ['data', 'ml'].map((label) => ({
              label,
              ask: { command: 'role', values: { about: label } },
            })),
          },
        ],
      },
    ],
  }),
});

const long = defineCommand({
  ...plain,
  name: 'long',
  options: {},
  answer: () => ({
    title: 'Long',
    lead: ['A list.'],
    body: [{ kind: 'list', items: Array.from({ length: 500 }, (_, at) => [`This is item number ${at}`]) }],
  }),
});

const secret = defineCommand({
  ...plain,
  name: 'secret',
  options: {},
  shareable: false,
  answer: () => ({ title: 'Only for you', lead: ['Nobody else sees it.'] }),
});

const help = defineCommand({
  ...plain,
  name: 'help',
  options: {},
  shareable: false,
  answer: () => ({ title: 'What you can ask me', lead: ['Try /role.'] }),
});

const addPrompt = defineCommand({
  ...plain,
  name: 'prompts add',
  options: { about },
  answer: ({ about: words }) => ({ title: 'Added', lead: [words ?? 'nothing'] }),
});

const pause = defineCommand({
  ...plain,
  name: 'prompts pause',
  options: {},
  managersOnly: true,
  answer: () => ({ title: 'Paused', lead: ['Nothing is posted until you resume.'] }),
});

/** A bot with a few commands, and , and no knowledge. */
export function smallBot(more: readonly Command[] = []): Bot {
  return createBot({
    commands: [role, long, secret, help, addPrompt, pause, ...more],
    knowledge: () => ({}) as KnowledgeBase,
    clock: () => Date.UTC(2026, 10, 21),
    log: silentLog,
    fallback: 'role',
  });
}
