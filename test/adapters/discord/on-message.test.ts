import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from '../contract-bot.ts';
import { talk } from '../../commands/talk.ts';
import { onMessage } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';

const NAME = 'What roles are in this?';

let discord: Open;
beforeAll(async () => {
  discord = await openDiscord((await talk()).bot);
});
afterAll(() => discord.stop());

async function told(deed: Deed) {
  const exchange = discord.peer.interact(deed);
  const message = await exchange.answered;
  expect(exchange.faults).toEqual([]);
  return { exchange, text: textsOf(message).join('\n'), controls: controlsOf(message, true) };
}

describe('the menu of a message', () => {
  test('has one entry more, everywhere and in four languages, and no intent is needed for it', async () => {
    while (discord.peer.registered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(discord.peer.faults).toEqual([]);
    expect(discord.peer.registered).toContainEqual(
      expect.objectContaining({
        type: 3,
        name: NAME,
        name_localizations: {
          'es-ES': '¿Qué roles nombra?',
          'es-419': '¿Qué roles nombra?',
          de: 'Welche Rollen stehen hier?',
          'pt-BR': 'Que cargos ela cita?',
        },
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      }),
    );
    expect(discord.peer.identified).toEqual([expect.objectContaining({ intents: 0 })]);
  });

  test('tells privately what the message names; a button shows its answer in its stead', async () => {
    const { exchange, text, controls } = await told(
      onMessage(NAME, 'We need a **data engineer** who knows `SQL`.'),
    );
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('Named in this message');
    expect(text).toContain('Data Engineer');
    expect(controls.map(({ label }) => label)).toEqual(['Data Engineer', 'SQL']);
    const [first] = controls;
    const next = await told(first?.deed ?? {});
    expect(next.text).toContain('Data Engineer');
    expect(next.text).toContain('First skills');
  });

  test('speaks the language of who asks, and works where only they brought the app', async () => {
    const guest = { authorizing_integration_owners: { '1': '900000000000000004' }, locale: 'de', context: 2 };
    const { exchange, text } = await told(onMessage(NAME, 'Der Scrum Master fehlt.', guest));
    expect(text).toContain('Was diese Nachricht nennt');
    expect(exchange.isPrivate).toBe(true);
  });

  test('says so where nothing is named, and where there are no words', async () => {
    expect((await told(onMessage(NAME, 'Lunch?'))).text).toContain('It names no role');
    expect((await told(onMessage(NAME, ''))).text).toContain('There are no words in it');
  });

  test('leaves hostile text alone: none of it is repeated', async () => {
    const { text } = await told(onMessage(NAME, `${HOSTILE.join('\n')}\nml engineer @everyone`));
    expect(text).toContain('ML Engineer');
    expect(text).not.toMatch(/everyone|script|example\.com/);
  });

  test('an entry of an older version is answered with a way out', async () => {
    expect((await told(onMessage('Roles in here', 'ml engineer'))).text).toContain('/help');
  });
});
