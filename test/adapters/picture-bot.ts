import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import { askButton, picture } from '../../src/reply.ts';
import { MAP } from '../charts.ts';

const look = defineCommand({
  name: 'look',
  summary: 'Something to look at',
  options: {},
  examples: ['look'],
  shareable: true,
  answer: () => ({
    title: 'Look',
    lead: ['At this.'],
    body: [
      picture(MAP),
      { kind: 'actions', actions: [askButton('Words', 'words', {}), askButton('Again', 'look', {})] },
    ],
  }),
});

const words = defineCommand({
  name: 'words',
  summary: 'Nothing to look at',
  options: {},
  examples: ['words'],
  shareable: true,
  answer: () => ({
    title: 'Words',
    lead: ['Only.'],
    body: [{ kind: 'actions', actions: [askButton('Look', 'look', {})] }],
  }),
});

/** A bot that has something to look at. */
export function pictureBot(): Bot {
  return createBot({
    commands: [look, words],
    knowledge: () => ({}) as KnowledgeBase,
    clock: () => 0,
    log: silentLog,
    fallback: 'look',
  });
}
