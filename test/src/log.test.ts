import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';

/** What one line of the log looks like, without its time. */
function written(details: object, isRead: boolean): string {
  let line = '';
  const write = (text: string) => void (line = text);
  createLog({ level: 'info', secrets: ['xoxb-secret'], isRead, write }).warn(details, 'it failed');
  return line;
}

test('a terminal shows lines to read, and everything else gets JSON', () => {
  const details = { place: 'here', tries: 3, reason: 'no\n  at home' };
  expect(written(details, true)).toMatch(
    /^\d\d:\d\d:\d\d warn {2}it failed {2}place: here {2}tries: 3 {2}reason: no\n {2}at home\n$/,
  );
  expect(JSON.parse(written(details, false))).toMatchObject({ level: 40, msg: 'it failed', ...details });
});

test.each([true, false])('no secret is in it, and nothing that a terminal obeys: read %s', (isRead) => {
  const line = written({ reason: 'sent xoxb-secret \u001B[31m and \u0007' }, isRead);
  expect(line).toContain('sent [secret]');
  expect(line.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
