import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { isFresh, isSigned, readKey } from '../../../adapters/discord/signature.ts';

const pair = generateKeyPairSync('ed25519');
const digits = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const key = readKey(digits);

const NOW = 1_764_500_000;
const BODY = '{"type":1}';
const timestamp = String(NOW);
const signature = sign(null, Buffer.from(timestamp + BODY), pair.privateKey).toString('hex');
const last = signature.at(-1) === '0' ? '1' : '0';

test.each([
  ['as Discord sent it', BODY, timestamp, signature, true],
  ['in capitals', BODY, timestamp, signature.toUpperCase(), true],
  ['of another body', `${BODY} `, timestamp, signature, false],
  ['of another time', BODY, String(NOW + 1), signature, false],
  ['with one digit changed', BODY, timestamp, signature.slice(0, -1) + last, false],
  ['that is none', BODY, timestamp, '', false],
  ['with a letter after it', BODY, timestamp, `${signature}x`, false],
  ['with a letter before it', BODY, timestamp, `x${signature}`, false],
  ['with two digits more before it', BODY, timestamp, `00${signature}`, false],
  ['with two digits more after it', BODY, timestamp, `${signature}00`, false],
])('a signature %s', (_, body, at, given, expected) => {
  expect(isSigned(body, { signature: given, timestamp: at }, key)).toBe(expected);
});

test.each(['', 'key', digits.slice(2), `${digits}00`])('a key of %j is none', (given) => {
  expect(() => readKey(given)).toThrow('Invalid JWK');
});

test.each([
  ['now', timestamp, true],
  ['five minutes ago', String(NOW - 300), true],
  ['in five minutes', String(NOW + 300), true],
  ['a second longer ago', String(NOW - 301), false],
  ['a second later', String(NOW + 301), false],
  ['at a time with a space before it', ` ${timestamp}`, false],
  ['at a time with a space after it', `${timestamp} `, false],
  ['at a time of hexadecimal digits', `0x${NOW.toString(16)}`, false],
  ['at no time', '', false],
  ['at a time of thirteen digits', `000${timestamp}`, false],
])('signed %s', (_, at, expected) => {
  expect(isFresh({ signature, timestamp: at }, NOW * 1000)).toBe(expected);
});
