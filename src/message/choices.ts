import type { Language } from './language.ts';
import { say } from './say.ts';
import { speak } from './speak.ts';

/** What the name of a choice stands under in the catalogue: apart from sentences, since "no" is no number there. */
export function choiceKey(choice: string): string {
  return `choice ${choice}`;
}

/** How a choice is named to a reader. What is asked with stays the English word, which is what anybody can type. */
export function choiceName(choice: string, language: Language): string {
  const key = choiceKey(choice);
  const words = speak(say(key), language);
  return words === key ? choice : words;
}
