import fc from 'fast-check';

/** Letters that text is known to trip over: line ends, invisible ones, marks, halves of letters. */
const TRICKY = [...Array.from(' \n\r\t\u0000\u200B\u202E\u0301\uFEFF', codeOf), 0xd800, 0xdfff];

const letter = fc.oneof(
  fc.integer({ min: 0, max: 0x10_ffff }),
  fc.integer({ min: 0, max: 0x2_ff }),
  fc.constantFrom(...TRICKY),
);

/**
 * Any text at all, halves of letters included. The library's own arbitrary for that (`unit: 'binary'`) takes almost three
 * seconds to be made, in every process that needs one.
 */
export function anyText(maxLength = 40): fc.Arbitrary<string> {
  return fc
    .array(letter, { maxLength, size: maxLength > 100 ? 'max' : '+1' })
    .map((codes) => String.fromCodePoint(...codes));
}

function codeOf(shown: string): number {
  return shown.codePointAt(0) ?? 0;
}
