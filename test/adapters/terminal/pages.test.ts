import { expect, onTestFinished, test } from 'vitest';
import { smallBot } from '../slack/commands.ts';
import type { Terminal } from './driver.ts';
import { openTerminal } from './driver.ts';

async function screen(rows: number): Promise<Terminal> {
  const opened = await openTerminal(smallBot(), 60, rows);
  onTestFinished(() => opened.stop());
  return opened;
}

/** What one line brings, without the blank line at its end. */
async function typed(chat: Terminal, line: string): Promise<string[]> {
  const { texts, faults } = await chat.ask(line);
  expect(faults).toEqual([]);
  return texts.join('\n').split('\n');
}

test('a long answer stops where the screen ends, and an empty line goes on until all is told', async () => {
  const chat = await screen(24);
  const told: string[] = [];
  for (let lines = await typed(chat, '/long'), turns = 0; turns < 60; turns += 1) {
    expect(lines.length).toBeLessThanOrEqual(23);
    const more = /^… (\d+) more lines: an empty line goes on$/.exec(lines.at(-1) ?? '');
    told.push(...(more === null ? lines : lines.slice(0, -1)));
    if (more === null) break;
    lines = await typed(chat, '');
  }
  const items = told.filter((line) => line.startsWith('• '));
  expect(items).toEqual(Array.from({ length: 500 }, (_, at) => `• This is item number ${at}`));
});

test('another question leaves the rest alone, and then an empty line brings nothing', async () => {
  const chat = await screen(24);
  await typed(chat, '/long');
  expect((await typed(chat, '/secret')).join('\n')).toContain('Nobody else sees it.');
  expect(await typed(chat, '')).toEqual(['']);
});
