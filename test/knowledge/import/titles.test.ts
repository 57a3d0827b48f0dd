import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctTitles, expansions, slug } from '../../../knowledge/import/titles.ts';
import { id } from '../../../knowledge/kinds/fields.ts';

describe('a title with brackets', () => {
  it.each([
    ['Quality Engineer (QE)', '', ['Quality Engineer', 'QE']],
    ['Rig Tech (Rig Technician)', 'Rig Tech', ['Rig Tech', 'Rig Technician']],
    ['Rig Tech (Rig Technician)', 'n/a', []],
    ['Chief of the Boats (CB)', '', ['Chief of the Boats', 'CB']],
    ['Remote Vehicle (RV) Fixer', '', ['Remote Vehicle Fixer', 'RV Fixer']],
    ['Big Metal Remote Vehicle (RV) Fixer', '', ['Big Metal Remote Vehicle Fixer', 'Big Metal RV Fixer']],
    ['Singer (Loud)', '', []],
    ['Rider (Horse) (Mule)', '', []],
    ['Plain Title', '', []],
    ['', '', []],
  ])('"%s", short form "%s"', (title, short, meant) => {
    expect(expansions(title, short)).toEqual(meant);
  });

  it('never fails, and means two titles or none', () => {
    const words = fc.array(fc.constantFrom('RV', '(', ')', '(RV)', 'Remote', 'of', 'Vehicle', '-', ' '), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(words, (some) => {
        expect([0, 2]).toContain(expansions(some.join(' ')).length);
      }),
    );
  });
});

describe('an id made of a title', () => {
  it.each([
    ['Data Scientists', 'data-scientists'],
    ["Children's Café & Bar", 'childrens-cafe-bar'],
    ['x'.repeat(60), 'x'.repeat(40)],
    ['a'.repeat(20) + ' ' + 'b'.repeat(19), `${'a'.repeat(20)}-${'b'.repeat(19)}`],
    ['a'.repeat(20) + ' ' + 'b'.repeat(20), 'a'.repeat(20)],
  ])('%s', (title, expected) => expect(slug(title)).toBe(expected));

  it('is an id, with a code behind it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), (title) => {
        const made = slug(`t${title}`);
        expect(id.safeParse(`${made}-15-2051-00`).success).toBe(true);
        expect(made.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

it('titles are listed once, in the order of their letters, without the main one', () => {
  expect(distinctTitles(['Zoo Keeper', 'zoo keeper', 'Actor', 'Data scientist'], 'Data Scientist')).toEqual([
    'Actor',
    'Zoo Keeper',
  ]);
});
