import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translated } from './language.ts';

/** What one English sentence is in the other languages; all of them ICU messages with the same placeholders. */
export type Translations = Readonly<Record<Translated, string>>;

const FOLDER = join(import.meta.dirname, 'catalogue');
let catalogue: ReadonlyMap<string, Translations> | undefined;

/**
 * The sentence in a language; undefined where the catalogue has none, and then it is said in English. The catalogue is a
 * file for each part of the bot and is read when somebody first needs another language: English costs nothing.
 */
export function translationOf(english: string, language: Translated): string | undefined {
  catalogue ??= readCatalogue();
  return catalogue.get(english)?.[language];
}

/** Every file of the catalogue, joined. A sentence stands in one file only; a test holds it to that. */
function readCatalogue(): ReadonlyMap<string, Translations> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) => {
      const read: Record<string, Translations> = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
      return Object.entries(read);
    }),
  );
}
