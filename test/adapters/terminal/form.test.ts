import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../adapters/terminal/index.ts';
import type { Streams } from '../../../adapters/terminal/screen.ts';
import type { Adapter } from '../../../src/adapter.ts';
import type { Bot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import { openPrompts } from '../../prompts/world.ts';
import { survey } from '../form-command.ts';
import { smallBot } from '../slack/commands.ts';

/** Somebody pipes lines in; what comes out. */
function typed(...lines: readonly string[]): Promise<string> {
  return typedTo(smallBot([survey]), () => undefined, ...lines);
}

/** The same to another bot; `start` is told of the terminal before anything is typed. */
async function typedTo(
  bot: Bot,
  start: (terminal: Adapter) => void,
  ...lines: readonly string[]
): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = '';
  output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const streams = { input, output } as unknown as Streams;
  const terminal = connect({ bot, variables: {}, log: silentLog }, streams);
  start(terminal);
  input.end(`${lines.join('\n')}\n`);
  await terminal.ended;
  await new Promise((resolve) => setImmediate(resolve));
  return said;
}

test('a form is asked line by line, then answered', async () => {
  const said = await typed('/survey ann', '1', 'hello', '1, 3');
  expect(said).toContain('What can they do? (a line that starts with / leaves the form)\nA note');
  expect(said).toContain('[about ann] — an empty line keeps it');
  expect(said).toContain('☐ 1 Skill 1\n☐ 2 Skill 2\n☐ 3 Skill 3');
  expect(said).toContain('Survey of ann\nCan s1,s3, says hello.');
});

test('an empty line keeps what stands there', async () => {
  expect(await typed('/survey ann', '1', '', '')).toContain('Can nothing, says about ann.');
});

test('what cannot be taken is asked again, with a sentence', async () => {
  const said = await typed('/survey ann', '1', 'x'.repeat(201), 'x'.repeat(200), '4', '2');
  expect(said).toContain('That is 201 characters; at most 200 fit.');
  expect(said).toContain('There is no 4: give numbers from 1 to 3, or an empty line.');
  expect(said).toContain(`Can s2, says ${'x'.repeat(200)}.`);
});

test('a command leaves the form', async () => {
  const said = await typed('/survey ann', '1', '/help', '1');
  expect(said).toContain('What you can ask me');
  expect(said).not.toContain('Can nothing, says 1.');
});

test('a form that cannot be made is an answer instead', async () => {
  expect(await typed('/survey unclear', '1')).toContain('Say who it is about.');
});

test('/prompts add asks for what is missing line by line, and makes the schedule', async () => {
  const prompts = await openPrompts();
  onTestFinished(() => prompts.close());
  const said = await typedTo(
    prompts.bot,
    (terminal) => prompts.service.start([terminal]),
    '/prompts add',
    'ML Engineer',
    'los lunes a las 9',
    'São Paulo',
    '1',
    '',
    '/prompts',
  );
  expect(said).toContain('A weekly prompt (a line that starts with / leaves the form)\nWhich role or topic');
  expect(said).toContain('ML Engineer, Mondays is on');
  expect(said).toContain('every Monday at 09:00 America/Sao_Paulo');
  expect(said).toContain('One schedule here.');
});
