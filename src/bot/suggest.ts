import { refusalOf, settleKnown } from '../admission.ts';
import type { Suggestion } from '../command.ts';
import type { Typing } from '../invocation.ts';
import type { Language } from '../message/language.ts';
import { languageOf } from '../message/language.ts';
import { speak } from '../message/speak.ts';
import { MAX_INPUT } from '../parse.ts';
import type { BotParts, CommandsByName } from './parts.ts';
import { contextFor, fault, settingsOf } from './parts.ts';

/** What a half-typed value can be completed with; nothing where its command would get no answer. */
export function suggest(
  parts: BotParts,
  byName: CommandsByName,
  given: Typing,
  limit: number,
): readonly Suggestion[] {
  const command = byName.get(given.command);
  const option = command?.options[given.option];
  if (command === undefined || option === undefined) return [];
  const typing = settleKnown(given, settingsOf(parts));
  if (refusalOf(command, typing, parts.commands) !== undefined) return [];
  const typed = typing.typed.slice(0, MAX_INPUT);
  if (option.kind === 'choice') return suggestChoices(option.choices, typed, limit);
  if (option.kind === 'number' || option.suggest === undefined) return [];
  try {
    const suggestions = option.suggest(typed, contextFor(parts, command, typing));
    return distinct(suggestions, languageOf(typing.asker.locale)).slice(0, limit);
  } catch (error) {
    fault(parts, typing.command, error);
    return [];
  }
}

/** No name twice, since nobody could tell them apart, and no value twice, which places refuse. */
function distinct(suggestions: readonly Suggestion[], language: Language): readonly Suggestion[] {
  const names = new Set<string>();
  const values = new Set<string>();
  return suggestions.filter(({ label, value }) => {
    const name = speak(label, language).trim().toLowerCase();
    const isNew = !names.has(name) && !values.has(value);
    names.add(name);
    values.add(value);
    return isNew;
  });
}

function suggestChoices(choices: readonly string[], typed: string, limit: number): Suggestion[] {
  const wanted = typed.toLowerCase();
  return choices
    .filter((choice) => choice.startsWith(wanted))
    .slice(0, limit)
    .map((choice) => ({ label: choice, value: choice }));
}
