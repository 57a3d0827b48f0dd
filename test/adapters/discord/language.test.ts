import { expect, test } from 'vitest';
import { encode } from '../../../adapters/discord/state.ts';
import { command, press } from './deeds.ts';
import { useSession } from './session.ts';

const session = useSession();
const german = { locale: 'de' };

test('whoever reads Discord in German is answered in German', async () => {
  const { text, labels } = await session.outcome({ ...command('rolle'), ...german });
  expect(text).toContain('/rolle kenne ich nicht');
  expect(labels).toEqual(['/role', 'Hilfe']);
});

test('what a place adds to an answer is in its language: pages and showing it to others', async () => {
  const { text, labels } = await session.outcome({ ...command('long'), ...german });
  expect(text).toMatch(/Seite 1 von \d/);
  expect(labels).toEqual([expect.stringMatching(/^2 von \d ›$/), 'Im Kanal zeigen']);
});

test('pressing a button of an English answer is answered in the language of who presses', async () => {
  const next = encode('ask', { command: 'long', values: {}, page: 2 });
  expect((await session.outcome({ ...press(next), locale: 'pt-BR' })).text).toContain('Página 2 de');
  expect((await session.outcome({ ...press(next), locale: 'en-GB' })).text).toContain('Page 2 of');
  expect((await session.outcome({ ...press(next), locale: 'es-419' })).text).toContain('Página 2 de');
});

test('a button of an earlier version is answered in German too', async () => {
  const { text, labels } = await session.outcome({ ...press('0a|role||'), ...german });
  expect(text).toContain('Dieser Button stammt von einer früheren Version von mir');
  expect(labels).toEqual(['Hilfe']);
});

test('an answer that took its time is in German as well', async () => {
  const { text, labels } = await session.outcome({ ...command('wait'), ...german });
  expect(text).toContain('Waited');
  expect(labels).toEqual(['Im Kanal zeigen']);
});

test('members of all languages who ask at once are each answered in their own', async () => {
  const members = ['de', 'es-419', 'pt-BR', 'en-US'].flatMap((locale) =>
    ['wait', 'long', 'rolle'].map((name) => ({ ...command(name), locale })),
  );
  const outcomes = await Promise.all(members.map((deed) => session.outcome(deed)));
  const said = outcomes.map(({ text, labels }) => [text, ...labels].join('\n'));
  const words = {
    de: ['Im Kanal zeigen', 'Seite 1 von', 'kenne ich nicht'],
    es: ['Mostrar en el canal', 'Página 1 de', 'No conozco'],
    pt: ['Mostrar no canal', 'Página 1 de', 'Não conheço'],
    en: ['Show to channel', 'Page 1 of', "I don't know"],
  };
  for (const [at, expected] of Object.values(words).flat().entries()) expect(said[at]).toContain(expected);
});
