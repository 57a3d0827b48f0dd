import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { connect } from '../../../adapters/terminal/index.ts';
import { createBot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import { emptyKnowledge } from '../../empty-knowledge.ts';
import { survey } from '../form-command.ts';

/** What a chat in the language of `locale` says to these lines. */
async function said(locale: string | undefined, ...lines: string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const bot = createBot({
    commands: [survey],
    knowledge: emptyKnowledge,
    clock: () => 0,
    log: silentLog,
    fallback: 'survey',
  });
  const streams = { input, output } as unknown as Parameters<typeof connect>[1];
  const { ended } = connect({ bot, variables: {}, log: silentLog }, streams, locale);
  input.end(`${lines.join('\n')}\n`);
  await ended;
  output.end();
  return text(output);
}

test('a terminal speaks the language that it is opened in', async () => {
  expect(await said('de_DE.UTF-8', '/rolle x')).toContain('/rolle kenne ich nicht');
  expect(await said('es', '/rolle x')).toContain('No conozco /rolle');
  expect(await said(undefined, '/rolle x')).toContain("I don't know /rolle");
});

test('a form is filled in in that language', async () => {
  const words = await said('pt-BR', '/survey ann', '1', 'x'.repeat(201), 'nota', '9');
  expect(words).toContain('uma linha que começa com / sai do formulário');
  expect(words).toContain('São 201 caracteres; cabem no máximo 200.');
  expect(words).toContain('Skills — com números, por exemplo: 1 3');
  expect(words).toContain('Não há 9: digite números de 1 a 3, ou uma linha vazia.');
});
