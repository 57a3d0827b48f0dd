import { describe, expect, it } from 'vitest';
import { index } from './pack.ts';

const NOT_WORDS =
  'asdfgh|qwertyuiop|zxcvbn|xyzzy|hjkl|fhqwhgads|aaaaaaa|1234567|!!!|???|asdf asdf|q|zq xv|🤖🤖🤖|пиво|你好';
const MARKS = '[|(|*|\\|^$|.*|)(|<script>alert(1)</script>|../../etc/passwd|%00|"; DROP TABLE roles; --';
const WORDS =
  'lorem ipsum|foo bar|banana|purple monkey dishwasher|potato|chair|mountain|pizza|coffee|tomorrow|green|elephant|guitar|happy birthday|good morning|where is the bathroom|umbrella|kitten|river|baker street';
const TRADES =
  'plumber|nurse|chef|lawyer|truck driver|teacher|waiter|carpenter|dentist|surgeon|barber|farmer|pilot|firefighter|police officer|cashier|librarian|musician|journalist|psychologist|midwife|judge|bartender|welder|roofer|tour guide|receptionist|photographer|civil engineer|sales engineer|mining engineer|chemical engineer|political scientist|soil scientist|hotel manager|real estate agent|fashion designer|dental technician';

describe.each([
  ['no words', NOT_WORDS],
  ['signs', MARKS],
  ['words that name no role', WORDS],
  ['trades that the pack does not hold', TRADES],
])('%s', (_, list) => {
  it.each(list.split('|'))('%s is not taken for a role', (typed) => {
    const { match, entry, choices } = index.find(typed);
    expect(match.kind).toBe('none');
    expect(entry).toBeUndefined();
    expect(choices.length, 'the nearest are offered all the same').toBeGreaterThan(0);
  });
});
