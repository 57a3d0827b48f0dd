import { describe, expect, test } from 'vitest';
import { arrange } from '../../src/fit/arrange.ts';
import { ranked } from '../../src/reply.ts';
import type { SpokenAction } from '../../src/spoken.ts';
import { buttons, SHELL } from './small-place.ts';

const known = {
  ...SHELL,
  match: { kind: 'exact', id: 'x', title: 'ML Engineer', codes: [], choices: [] },
} as const;

const menu = (label: string, count: number): SpokenAction => ({
  kind: 'choose',
  label,
  choices: Array.from({ length: count }, (_, at) => ({
    label: `${label} ${at}`,
    ask: { command: label, values: { at: String(at) } },
  })),
});

/** What stands where: `*` marks what is primary, a menu has its choices in brackets, with their groups. */
function seen(
  actions: readonly SpokenAction[],
  reply: Parameters<typeof arrange>[1] = known,
  most = 25,
): string[] {
  const { buttons: pressed, menus } = arrange(actions, reply, most);
  return [
    ...pressed.map(({ label, rank }) => (rank === 'primary' ? `*${label}` : label)),
    ...menus.map(({ label, choices }) => {
      const inside = choices.map(
        (choice) => (choice.group === undefined ? '' : `${choice.group}/`) + choice.label,
      );
      return `${label} (${inside.join(', ')})`;
    }),
  ];
}

describe('what to do next', () => {
  test('is two buttons and one menu with everything else', () => {
    expect(seen(buttons(6))).toEqual(['*B0', '*B1', 'More about ML Engineer (B2, B3, B4, B5)']);
    expect(seen(buttons(6), SHELL).at(-1)).toBe('More (B2, B3, B4, B5)');
  });

  test('is up to four buttons where there are no more', () => {
    expect(seen(buttons(4))).toEqual(['*B0', '*B1', 'B2', 'B3']);
  });

  test('begins with what the command calls primary, three at the most', () => {
    const [a, b, c, d, e, f] = buttons(6);
    const declared = [a, ...ranked('primary', ...[b, c, d, e].flatMap((each) => each ?? [])), f];
    expect(seen(declared.flatMap((each) => (each as SpokenAction | undefined) ?? []))).toEqual([
      '*B1',
      '*B2',
      '*B3',
      'More about ML Engineer (B0, B4, B5)',
    ]);
  });

  test('is no button by default where the command says so', () => {
    const [a, ...rest] = buttons(5);
    expect(seen([...(a === undefined ? [] : [{ ...a, rank: 'more' as const }]), ...rest])).toEqual([
      '*B1',
      '*B2',
      'More about ML Engineer (B0, B3, B4)',
    ]);
  });

  test('of a question of ours is its answers, as equals', () => {
    expect(seen(buttons(5), { ...SHELL, tone: 'question' })).toEqual(['B0', 'B1', 'B2', 'B3', 'B4']);
  });

  test('has what is about the answer itself in a menu of its own, last', () => {
    const [why, report, ...rest] = buttons(8);
    const quiet = [why, report].flatMap((each) =>
      each === undefined ? [] : [{ ...each, rank: 'quiet' as const }],
    );
    expect(seen([...quiet, ...rest]).slice(2)).toEqual([
      'More about ML Engineer (B4, B5, B6, B7)',
      'About this answer (B0, B1)',
    ]);
  });
});

describe('menus of an answer', () => {
  test('stay where there is one and nothing else for a menu', () => {
    expect(seen([menu('Level', 3)])).toEqual(['Level (Level 0, Level 1, Level 2)']);
  });

  test('go into the one menu, under their names', () => {
    expect(seen([menu('Level', 2), ...buttons(5)]).at(-1)).toBe(
      'More about ML Engineer (B2, B3, B4, Level/Level 0, Level/Level 1)',
    );
    expect(seen([menu('A', 1), menu('B', 1)])).toEqual(['More about ML Engineer (A/A 0, B/B 0)']);
  });

  test('stay where the one menu has no room for all of it, so that nothing is lost', () => {
    const shown = seen([menu('Far', 3), menu('Near', 1), ...buttons(6)], known, 5);
    expect(shown.slice(2)).toEqual([
      'Far (Far 0, Far 1, Far 2)',
      'More about ML Engineer (B2, B3, B4, B5, Near/Near 0)',
    ]);
  });

  test('keep a form a form', () => {
    const [first, ...rest] = buttons(5);
    const form =
      first?.kind === 'ask' ? { ...first, kind: 'form' as const, rank: 'more' as const } : undefined;
    const { menus } = arrange([...(form === undefined ? [] : [form]), ...rest], known, 25);
    expect(menus[0]?.choices.map(({ form: opens }) => opens)).toEqual([true, undefined, undefined]);
  });
});
