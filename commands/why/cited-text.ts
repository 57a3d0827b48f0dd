import { enumerate } from '../../src/message/figures.ts';
import { citedIn } from '../../knowledge/load/evidence.ts';
import type { Course, FieldPath, KnowledgeBase, RoleFacts, Transition } from '../../knowledge/index.ts';
import type { KindName } from '../../knowledge/kinds/index.ts';
import { isRecord } from '../../knowledge/record.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Text } from '../../src/reply.ts';
import { partTitle } from '../views/guide/titles.ts';
import { costWords, hoursText } from '../views/courses.ts';
import { roleTitle } from '../views/names.ts';
import { translatedText } from '../views/translated-text.ts';
import { gapText, monthsOf } from '../views/transitions.ts';
import type { CitedFact } from './cited.ts';
import { roleFactTexts } from './fact-text.ts';

/** A fact that an answer rests on in words; of a kind that nobody told here how to say, its own texts. */
export function citedText(cited: CitedFact, knowledge: KnowledgeBase): Text {
  const { fact, items, ref } = cited;
  const [list = ''] = ref.path;
  if (ref.kind === 'role' && isRoleList(list)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reference says which list the fact stands in
    const tell = roleFactTexts[list] as (typeof roleFactTexts)['notes'];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return tell(fact as RoleFacts['notes'][number], items, knowledge);
  }
  if (ref.kind === 'course') return courseText(cited, knowledge);
  return ref.kind === 'transition' ? moveText(cited, knowledge) : ownText(cited, knowledge);
}

function isRoleList(list: PropertyKey): list is keyof typeof roleFactTexts {
  return list in roleFactTexts;
}

/** "Made With ML: free, 60 h, intermediate" */
function courseText({ fact, ref }: CitedFact, { courses }: KnowledgeBase): Text {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a course states no other facts
  const stated = fact as Course['facts'][number];
  const words = [costWords(stated), hoursText(stated), stated.level, stated.stage];
  const said = words.filter((each) => each !== undefined);
  return [
    bold(courses.get(ref.id)?.title ?? ref.id),
    ': ',
    said.length === 0 ? say('named, no cost or hours stated') : joined(said, ', '),
  ];
}

/** "Data Engineer → ML Engineer: about 10 months" */
function moveText({ fact, ref }: CitedFact, knowledge: KnowledgeBase): Text {
  const move = knowledge.of('transition').get(ref.id);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a move states no other facts
  const facts = fact as Transition['documented'][number];
  const roles = [move?.from ?? '', move?.to ?? ''].map((id) => roleTitle(id, knowledge));
  const gap = gapText(facts);
  return [
    bold(roles.join(' → ')),
    phrase`: ${monthsOf(facts) ?? say('named, no duration')}`,
    ...(gap.length === 0 ? [] : ['. ', ...gap]),
  ];
}

/** What stands in the part of an entry that is used, in every language that it is there in, under the part's name. */
function ownText(cited: CitedFact, knowledge: KnowledgeBase): Text {
  const { ref, part, items } = cited;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every kind has entries
  const entries = knowledge.of(ref.kind as KindName);
  const entry = entries.get(ref.id);
  if (entry === undefined) return [];
  const path = [...ref.path, ...part];
  if (isLeaning(path)) return [leaning(cited, knowledge)];
  const text: Said = translatedText<object>(entries, { id: ref.id, entry }, (each) => {
    const found = path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), each);
    const used = Array.isArray(found) && items.length > 0 ? items.map((at): unknown => found[at]) : found;
    return inARow(linesIn(used, knowledge));
  });
  const title = partTitle(path) || titleIn(entry);
  return title === '' ? [text] : [bold(title), phrase`: ${text}`];
}

function titleIn(entry: object): string {
  return 'title' in entry && typeof entry.title === 'string' ? entry.title : '';
}

/** The fields by which a reader knows a line of an entry again, the first that is there. */
const TELLING = ['text', 'answer', 'from', 'to', 'brings', 'name', 'title', 'topic'] as const;

/** The lines in a part of an entry; of an object what it is called or says. */
function linesIn(value: unknown, knowledge: KnowledgeBase): string[] {
  if (typeof value === 'string') return [nameOf(value, knowledge)];
  if (Array.isArray(value)) return value.flatMap((each) => linesIn(each, knowledge));
  if (!isRecord(value)) return [];
  const field = TELLING.find((name) => value[name] !== undefined);
  return field === undefined
    ? []
    : [...linesIn(value[field], knowledge), ...linesIn(value['more'], knowledge)];
}

/** Lines one behind the other: sentences as they are. */
function inARow(lines: readonly string[]): string {
  return lines.join(lines.every((line) => /[.?!]$/.test(line)) ? ' ' : '; ');
}

/** Whether a part names the sources that the judgement in an entry leans on. */
function isLeaning(path: FieldPath): boolean {
  return path.at(-1) === 'restsOn' || path.at(-1) === 'leansOn';
}

function leaning({ fact, sources: cited }: CitedFact, { sources }: KnowledgeBase): Said {
  const others = cited.filter((id) => !citedIn(fact).includes(id));
  const names = others.map((id) => sources.get(id)?.name ?? id);
  return say('The guide leans on {sources}.', { sources: enumerate(names) });
}

/** The title of a role or of a background by its id; other words as they stand. */
function nameOf(words: string, knowledge: KnowledgeBase): string {
  return knowledge.roles.get(words)?.title ?? knowledge.of('background').get(words)?.title ?? words;
}
