import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { coloursFor } from '../../../adapters/terminal/colours.ts';
import { render } from '../../../adapters/terminal/render.ts';
import type { Reply } from '../../../src/reply.ts';
import { askButton, code, ranked } from '../../../src/reply.ts';

const button = (label: string) => askButton(label, 'role', { role: label });

const REPLY: Reply = {
  tone: 'answer',
  title: 'Pay',
  lead: ['Mid ', code('$155K')],
  body: [
    {
      kind: 'actions',
      actions: [
        ...['Skills', 'Ladder', 'Roadmap', 'Plan', 'Courses'].map(button),
        ...ranked('primary', button('By source')),
        ...ranked('quiet', button('Why')),
        {
          kind: 'choose',
          label: 'One level',
          choices: [{ label: 'Mid', ask: { command: 'x', values: {} } }],
        },
        { kind: 'link', label: 'Open it', url: 'https://example.com' },
      ],
    },
  ],
  sources: [{ name: 'DecipherU' }],
  match: { kind: 'exact', id: 'ml', title: 'ML Engineer', codes: [], choices: [] },
  ask: null,
  shareable: true,
};

test('what can be typed stands in the order of all places, each menu under its name', () => {
  const { text, buttons } = render(REPLY, 'en');
  expect(text.split('\n').slice(-5)).toEqual([
    'Open it: https://example.com',
    '',
    '[1] By source',
    'More about ML Engineer: [2] Skills  [3] Ladder  [4] Roadmap  [5] Plan  [6] Courses  [7] Mid',
    'About this answer: [8] Why',
  ]);
  expect(buttons.map(({ label }) => label)).toEqual(
    'By source,Skills,Ladder,Roadmap,Plan,Courses,Mid,Why'.split(','),
  );
});

test.each([
  ['answer', 32],
  ['question', 33],
  ['miss', 35],
  ['problem', 31],
] as const)('the first line of an %s says by its colour how it went', (tone, colour) => {
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    getColorDepth: () => 8,
    hasColors: () => true,
  });
  const colours = coloursFor(terminal as unknown as NodeJS.WriteStream);
  const { text } = render({ ...REPLY, tone }, 'en', colours);
  expect(text).toMatch(new RegExp(`^\u001b\\[1m\u001b\\[${colour}mPay`));
  // A figure, a source, a key.
  expect(text).toContain('\u001b[36m$155K\u001b[39m');
  expect(text).toContain('\u001b[2mSource: DecipherU');
  expect(text).toContain('\u001b[33m[1]\u001b[39m ');
});
