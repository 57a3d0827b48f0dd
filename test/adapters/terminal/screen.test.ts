import { describe, expect, onTestFinished, test } from 'vitest';
import { wrap } from '../../../adapters/terminal/wrap.ts';
import { contractBot } from '../contract-bot.ts';
import { openTerminal } from './driver.ts';

const CTRL_C = '\u0003';

async function terminal(columns?: number) {
  const opened = await openTerminal(contractBot(), columns);
  onTestFinished(() => opened.stop());
  return opened;
}

describe('words are whole at the edge of the screen', () => {
  test('in an answer', async () => {
    const [wide, narrow] = [await terminal(), await terminal(40)];
    const [whole] = (await wide.ask('/good name:"machine learning"')).texts;
    const shown = await narrow.ask('/good name:"machine learning"');
    expect(shown.faults).toEqual([]);
    const lines = shown.texts.join('\n').split('\n');
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines.join(' ').split(/\s+/)).toEqual((whole ?? '').split(/\s+/));
  });

  test('in what nobody asked for', async () => {
    const narrow = await terminal(20);
    await narrow.adapter.tell?.('me', ['Your schedule is paused until you look at it.'], 'en', '');
    expect(narrow.screen()).toContain('Your schedule is\npaused until you\nlook at it.');
  });

  test.each([
    ['one two three', 8, 'one two\nthree'],
    ['as wide as it', 13, 'as wide as it'],
    ['  kept   as it  is', 30, '  kept   as it  is'],
    ['漢字漢字 漢字漢字', 10, '漢字漢字\n漢字漢字'],
    ['👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 a', 5, '👩‍👩‍👧 👩‍👩‍👧\n👩‍👩‍👧 a'],
    ['e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301e\u0301\ne\u0301e\u0301e\u0301'],
    ['• one two three four five six', 24, '• one two three four\n  five six'],
    ['12. one two three four five six', 24, '12. one two three four\n    five six'],
    ['see https://example.com/a/long/address now', 20, 'see\nhttps://example.com/a/long/address\nnow'],
    ['a\n\nb c', 1, 'a\n\nb\nc'],
    ['\u001b[1mone two\u001b[22m three', 7, '\u001b[1mone two\u001b[22m\nthree'],
    ['$110 \u2013 1\u00a0000 kr', 8, '$110 \u2013\n1\u00a0000 kr'],
  ])('%j on %i columns', (text, columns, shown) => {
    expect(wrap(text, columns)).toBe(shown.normalize());
  });

  test('where there is no screen, lines stay as they are', () => {
    expect(wrap('one two three', undefined)).toBe('one two three');
  });
});

describe('Ctrl+C', () => {
  test('takes back what is typed, and leaves where nothing is', async () => {
    const chat = await terminal();
    let left = false;
    void chat.adapter.ended.then(() => (left = true));
    await chat.keys('/broken');
    await chat.keys(CTRL_C);
    expect(left).toBe(false);
    const { texts } = await chat.ask('/good name:"data"');
    expect(texts.join()).toContain('Pay of data');
    await chat.keys(CTRL_C);
    await chat.adapter.ended;
    expect(left).toBe(true);
  });

  test('takes back all of it, wherever the cursor is', async () => {
    const chat = await terminal();
    const home = '\u0001';
    await chat.keys(`/broken${home}`);
    await chat.keys(CTRL_C);
    expect((await chat.ask('/help')).texts.join()).toContain('Help');
  });
});
