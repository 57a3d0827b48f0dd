import { clipWords } from '../../src/fit/clip.ts';
import { choiceName } from '../../src/message/choices.ts';
import { inLocales } from './locales.ts';

/** What is offered and, under the same value, what it is called in the languages of those who read it. */
interface MenuChoice {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly value: string;
}

const LONGEST = 100;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export function menuChoice(choice: string): MenuChoice {
  const others = inLocales((language) => clipWords(choiceName(choice, language), LONGEST));
  return { name: choice, value: choice, ...(others === undefined ? {} : { name_localizations: others }) };
}
