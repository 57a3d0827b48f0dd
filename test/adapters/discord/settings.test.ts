import { expect, test } from 'vitest';
import { settings } from '../../../adapters/discord/settings.ts';

const check = (name: string, value: string) =>
  settings.variables.find((each) => each.name === name)?.check?.(value);

test.each([
  ['123456789012345678', 'an application id'],
  ['a'.repeat(64), 'the public key'],
  ['Bot abc.def.ghi', '"Bot " before it'],
  ['two words', 'more than one word'],
  ['"abc"', 'in quotes'],
  ['https://discord.com', 'an address'],
])('%s is no token, and the sentence says where to find it', (value, what) => {
  const said = check('DISCORD_TOKEN', value);
  expect(said).toContain(what);
  expect(said).toContain('https://discord.com/developers/applications');
  expect(said?.replaceAll(/https:\S+/g, '')).not.toContain(value);
});

test.each([`${'M'.repeat(26)}.GabcDE.${'x'.repeat(38)}`, 'test-token'])('%s may be one', (value) => {
  expect(check('DISCORD_TOKEN', value)).toBeUndefined();
});

test('the address of the API is one', () => {
  expect(check('DISCORD_API_URL', 'http://127.0.0.1:8080/api')).toBeUndefined();
  expect(check('DISCORD_API_URL', 'discord')).toContain('https://discord.com/api');
});

test.each([['DISCORD_PUBLIC_KEY', 'a1'.repeat(32), 'a1'.repeat(31), '"General Information"']])(
  '%s may be %s, but not %s',
  (name, good, bad, what) => {
    expect(check(name, good)).toBeUndefined();
    expect(check(name, bad)).toContain(what);
  },
);
