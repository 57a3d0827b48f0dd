import { setTimeout as sleep } from 'node:timers/promises';
import type { KnowledgeBase } from '../../../knowledge/index.ts';
import type { Bot } from '../../../src/bot.ts';
import { createBot } from '../../../src/bot.ts';
import { defineCommand } from '../../../src/command.ts';
import { silentLog } from '../../../src/log.ts';
import { askButton } from '../../../src/reply.ts';

const role = defineCommand({
  name: 'role',
  summary: 'What a role is about',
  options: {
    section: { kind: 'choice', description: 'Which part of it', choices: ['overview', 'skills'] },
    role: {
      kind: 'role',
      description: 'The role',
      required: true,
      suggest: (typed) => {
        if (typed === 'boom') throw new Error('the suggestions are broken');
        return Array.from({ length: 40 }, (_, at) => ({
          label: `${typed} ${at} ${'x'.repeat(120)}`,
          value: `r${at}`,
        }));
      },
    },
    hours: { kind: 'number', description: 'Hours at most', min: 1, max: 100 },
  },
  examples: ['role ml-engineer'],
  shareable: true,
  needsRank: true,
  answer: ({ role: name, section = 'overview', hours }, { asker, place }) => ({
    title: `${name} · ${section}`,
    lead: [
      `hours ${hours ?? 'any'}, manages ${asker.manages}, ${asker.locale}, in ${place.community ?? 'private'}`,
    ],
    body: [
      {
        kind: 'actions',
        actions: [
          askButton('Skills', 'role', { role: name, section: 'skills' }),
          {
            kind: 'choose',
            label: 'Another role',
            choices: ['data', 'ml'].map((other) => ({
              label: other,
              ask: { command: 'role', values: { role: other } },
            })),
          },
        ],
      },
    ],
  }),
});

const plain = { summary: 'A command of these tests', options: {}, shareable: true } as const;

const long = defineCommand({
  ...plain,
  name: 'long',
  examples: ['long'],
  answer: () => ({
    title: 'Long',
    lead: ['All of it.'],
    body: [{ kind: 'list', items: Array.from({ length: 400 }, (_, at) => [`Item ${at} of many`]) }],
  }),
});

const wait = defineCommand({
  ...plain,
  name: 'wait',
  examples: ['wait'],
  answer: async () => {
    await sleep(300);
    return { title: 'Waited', lead: ['It took a while.'] };
  },
});

const secret = defineCommand({
  ...plain,
  name: 'prompts add',
  options: { text: { kind: 'words', description: 'What to post' } },
  examples: ['prompts add hello'],
  shareable: false,
  answer: ({ text }) => ({ title: 'Added', lead: [text ?? 'nothing'] }),
});

const list = defineCommand({
  ...plain,
  name: 'prompts list',
  examples: ['prompts list'],
  answer: () => ({ title: 'Prompts', lead: ['None yet.'] }),
});

const help = defineCommand({
  ...plain,
  name: 'help',
  examples: ['help'],
  answer: () => ({ title: 'Help', lead: ['/role'] }),
});

export const COMMANDS = [role, long, wait, secret, list, help];

/** A bot with a command of every shape and no knowledge. */
export function testBot(commands = COMMANDS): Bot {
  return createBot({
    commands,
    knowledge: () => ({}) as KnowledgeBase,
    clock: () => 0,
    log: silentLog,
    fallback: 'role',
  });
}
