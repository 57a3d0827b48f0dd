import type { KnowledgeBase } from '../knowledge/index.ts';
import { managersOf, permitted, refusalOf, settle, settleKnown } from './admission.ts';
import type { AnswerCache } from './answer-cache.ts';
import { createAnswerCache, questionOf } from './answer-cache.ts';
import type { Command, CommandContext, Suggestion } from './command.ts';
import { needsRank } from './command.ts';
import { claimedCommunity } from './claimed.ts';
import type { CommunityMemory } from './community/community.ts';
import { countableIn } from './countable.ts';
import { offlineCommunity } from './community/offline.ts';
import type { SettingBook } from './community/setting-book.ts';
import type { Cooldown } from './cooldown.ts';
import { loggedFault, problemReply, repeatedReply, tooFastReply, unknownCommand } from './errors.ts';
import type { OpenForm } from './form.ts';
import type { Asker, Invocation, Place } from './invocation.ts';
import type { Language } from './message/language.ts';
import { languageOf } from './message/language.ts';
import type { Log } from './log.ts';
import { MAX_INPUT, type ReadValues, readValues } from './parse.ts';
import { Problem } from './problem.ts';
import type { Answered, Trace } from './provenance.ts';
import { restingOnNothing } from './provenance.ts';
import type { Ask, Draft, Reply } from './reply.ts';
import { speak } from './message/speak.ts';
import { speakForm, speakReply } from './spoken.ts';
import { readTyped, tellCut } from './typed.ts';

/** A half-typed value: which option of which command, and what stands there so far. */
export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly asker: Asker;
  readonly place: Place;
}

/** The one door. `answer` never throws and always gives a reply; so does `suggest`, an empty list at worst. */
export interface Bot {
  readonly commands: readonly Command[];
  answer(invocation: Invocation): Promise<Reply>;
  /** The same for a program, which is told what the answer rests on. Never throws. */
  answerWithProvenance(invocation: Invocation): Promise<Answered>;
  suggest(typing: Typing, limit: number): readonly Suggestion[];
  /** The form of a command, or the reply that says why there is none. Never throws. */
  form(invocation: Invocation): Promise<OpenForm | Reply>;
  /** The place's own id of the role or group whose people manage the community of a place beside its administrators. */
  managersOf(place: Place): Promise<string | undefined>;
}

/** Whether a form was opened, and not a reply given instead. */
export function isForm(opened: OpenForm | Reply): opened is OpenForm {
  return 'fields' in opened;
}

export interface BotParts {
  readonly commands: readonly Command[];
  /** The knowledge as it is now: a reload swaps it between two answers, never within one. */
  readonly knowledge: () => KnowledgeBase;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
  /** The command that a line without one is for. */
  readonly fallback: string;
  /** Nothing unless told: then everything is answered, and nothing remembered. */
  readonly community?: CommunityMemory;
  /** None unless told: then everybody may ask as fast as they can. */
  readonly cooldown?: Cooldown;
  /** None unless told: then answers rest on nothing that a program can see. */
  readonly trace?: Trace;
}

/** Builds the bot from its parts. All it keeps is answers that would be the same again. */
export function createBot(parts: BotParts): Bot {
  const byName = new Map(parts.commands.map((command) => [command.name, command]));
  const answers = createAnswerCache();
  const answerWithProvenance = async (given: Invocation): Promise<Answered> => {
    const { invocation, isCut } = readTyped(given);
    const answered = await answer(parts, byName, answers, invocation);
    return isCut ? { ...answered, reply: tellCut(answered.reply) } : answered;
  };
  return {
    commands: parts.commands,
    answer: async (invocation) => (await answerWithProvenance(invocation)).reply,
    answerWithProvenance,
    suggest: (typing, limit) => suggest(parts, byName, typing, limit),
    form: (given) => openForm(parts, byName, readTyped(given).invocation),
    managersOf: (place) => managersOf(place, settingsOf(parts)),
  };
}

type ByName = ReadonlyMap<string, Command>;

async function answer(
  parts: BotParts,
  byName: ByName,
  answers: AnswerCache,
  given: Invocation,
): Promise<Answered> {
  const wait = parts.cooldown?.take(given) ?? 0;
  if (wait > 0) return restingOnNothing(tooFastReply(wait));
  const name = given.command === '' ? parts.fallback : given.command.toLowerCase();
  const command = byName.get(name);
  if (command === undefined) return restingOnNothing(unknownCommand(name, given, parts.commands));
  const invocation = await settle(given, settingsOf(parts));
  const refusal = refusalOf(command, invocation, parts.commands);
  if (refusal !== undefined) return restingOnNothing(refusal);
  try {
    const context = contextFor(parts, command, invocation);
    const read = readPaged(command, invocation);
    const question = questionOf(command, read, context);
    const known = answers.get(question);
    const answered = known ?? (await answerAfresh(parts, command, invocation, { read, context }));
    // A sentence without a value is our fault: found here, where it can still be told.
    speakReply(answered.reply, languageOf(invocation.asker.locale));
    if (known === undefined) answers.set(question, answered);
    const allowed = permitted(answered.reply, invocation, parts.commands);
    if (invocation.settings.counts !== 'off') countReply(parts, command, invocation, allowed);
    return { ...answered, reply: allowed };
  } catch (error) {
    if (error instanceof Problem) return restingOnNothing(problemReply(error, command, invocation.asker));
    return { ...restingOnNothing(fault(parts, command.name, error)), failed: true };
  }
}

async function openForm(parts: BotParts, byName: ByName, given: Invocation): Promise<OpenForm | Reply> {
  const command = byName.get(given.command.toLowerCase());
  const wait = parts.cooldown?.take(given) ?? 0;
  if (wait > 0) return tooFastReply(wait);
  if (command?.form === undefined) return unknownCommand(given.command, given, parts.commands);
  const invocation = await settle(given, settingsOf(parts));
  const refusal = refusalOf(command, invocation, parts.commands);
  if (refusal !== undefined) return refusal;
  try {
    const { values = readValues(command, invocation).raw } = invocation;
    const form = await command.form(values, contextFor(parts, command, invocation));
    speakForm(form, languageOf(invocation.asker.locale));
    return { ...form, ask: { command: command.name, values } };
  } catch (error) {
    if (error instanceof Problem) return problemReply(error, command, invocation.asker);
    return fault(parts, command.name, error);
  }
}

/** What was asked; a page that was turned to wins over one that was typed. */
function readPaged(command: Command, invocation: Invocation): ReadValues {
  const read = readValues(command, invocation);
  const page = invocation.page ?? read.page;
  return page === undefined ? read : { ...read, page };
}

async function answerAfresh(
  parts: BotParts,
  command: Command,
  invocation: Invocation,
  { read: { values, raw, page }, context }: { readonly read: ReadValues; readonly context: CommandContext },
): Promise<Answered> {
  const community = await claimedCommunity(command, invocation, parts.community ?? offlineCommunity);
  if (community === undefined) return restingOnNothing(repeatedReply(command));
  const draft = await command.answer(values, { ...context, community });
  const ask = draft.ask ?? { command: command.name, values: raw };
  const reply = finish(command, draft, { ...ask, ...(page === undefined ? {} : { page }) });
  const { trace } = parts;
  if (trace === undefined) return restingOnNothing(reply);
  // No more of the draft and the context is kept with the answer: neither who asked, nor where.
  const { evidence, sourceIds = [] } = draft;
  const { knowledge } = context;
  const rests = evidence === undefined ? { sourceIds } : { evidence, sourceIds };
  return { reply, provenance: () => trace(rests, knowledge) };
}

/** Counts what was asked, if that is counted. An answer never fails by it. */
function countReply(parts: BotParts, command: Command, invocation: Invocation, reply: Reply): void {
  if (parts.community === undefined) return;
  try {
    const world = { knowledge: parts.knowledge(), commands: parts.commands };
    const found = countableIn(reply, { invocation, command }, world);
    if (found !== null) parts.community.counts.count(found.community, found.kind, found.name, invocation.id);
  } catch (error) {
    fault(parts, command.name, error);
  }
}

function settingsOf({ community = offlineCommunity }: BotParts): SettingBook {
  return community.settings;
}

/** Our fault, not the asker's: one reference number for both the log and the reply. */
function fault(parts: BotParts, command: string, error: unknown): Reply {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return loggedFault(parts.log, { command, reason }, 'a command failed');
}

function finish(command: Command, draft: Draft, ask: Ask): Reply {
  const { tone = 'answer', title, lead, body = [], sources = [], match = null } = draft;
  const shareable = command.shareable && tone === 'answer';
  const reply = { tone, title, lead, body, sources, match, ask, shareable };
  const { language, file } = draft;
  return {
    ...reply,
    ...(language === undefined ? {} : { language }),
    ...(file === undefined ? {} : { file }),
  };
}

function contextFor(
  parts: BotParts,
  command: Command,
  from: Pick<Invocation, 'asker' | 'place' | 'message'>,
): CommandContext {
  return {
    knowledge: parts.knowledge(),
    // Not every place knows the rank of who asks unless the command said that it needs it; so it is the same in all.
    asker: needsRank(command) ? from.asker : { ...from.asker, manages: false },
    place: from.place,
    ...(from.message === undefined ? {} : { message: from.message }),
    now: parts.clock(),
    commands: parts.commands,
    community: parts.community ?? offlineCommunity,
  };
}

function suggest(parts: BotParts, byName: ByName, given: Typing, limit: number): readonly Suggestion[] {
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
