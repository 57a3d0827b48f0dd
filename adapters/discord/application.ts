import type { REST } from 'discord.js';
import { Routes } from 'discord.js';
import { SetupProblem } from '../../src/adapter.ts';
import { keyOf, wordsAt } from './json.ts';
import { explain } from './problems.ts';
import { PORTAL } from './settings.ts';

/** The application's id: as Discord says it, or as the first part of the token holds it. */
export async function applicationOf(rest: REST, token: string): Promise<string> {
  const inToken = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  try {
    const id = keyOf(await rest.get(Routes.currentApplication()), 'id');
    return typeof id === 'string' ? id : inToken;
  } catch (error) {
    if (explain(error) !== undefined || !/^\d{15,22}$/.test(inToken)) throw error;
    return inToken;
  }
}

/** The application that the token belongs to, which must be the one that the key belongs to. */
export async function verifiedApplication(rest: REST, publicKey: string): Promise<string | undefined> {
  const application = await rest.get(Routes.currentApplication()).catch((error: unknown) => {
    throw explain(error) ?? error;
  });
  const own = wordsAt(application, 'verify_key');
  if (own !== undefined && own.toLowerCase() !== publicKey.toLowerCase())
    throw new SetupProblem(
      `DISCORD_PUBLIC_KEY is not that of the application of DISCORD_TOKEN: copy it from ${PORTAL} → your application → "General Information".`,
    );
  return wordsAt(application, 'id');
}
