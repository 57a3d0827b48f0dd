import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';
import { placeSaid } from './places.ts';

/** Words on which no source says anything, and the sentence that says so. */
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:remote|remotely|from home|wfh|hybrid)\b/i,
    message('No source I have says anything about whether the work can be done remotely.'),
  ],
  [
    /\b(?:too old|too late|at my age|my age|age limit|(?:at|i'm|im|am) [3-6]\d)\b/i,
    message('No source I have says anything about age.'),
  ],
  [
    /\b(?:stress\w*|burn ?out|overtime|work[ -]life)\b/i,
    message('No source I have says anything about stress or working hours.'),
  ],
  [
    /\b(?:travel\w*|commut\w*|on.?call|night shifts?|shifts)\b/i,
    message('No source I have says anything about travel or shifts.'),
  ],
  [
    /\b(?:part.?time|freelanc\w*|self.?employed|contract(?:or|ing)|internships?)\b/i,
    message('No source I have says anything about part-time work, freelancing or internships.'),
  ],
  [
    /\b(?:visa|sponsor\w*|relocat\w*)\b/i,
    message('No source I have says anything about visas or relocation.'),
  ],
];

const SCHOOL =
  /\b(?:degree|college|uni|university|diploma|phd|bachelors?|masters?|msc|bsc|school|dropout|self.?taught)\b/i;

/** What sources say of the education for a role, where a question is about that. */
export function educationSaid(
  question: string,
  { values }: Ask,
  { roles, sources }: KnowledgeBase,
): Said | undefined {
  const role = roles.get(values.role ?? '');
  if (role === undefined || !SCHOOL.test(question)) return undefined;
  const said = role.outlook.flatMap(({ source, education }) =>
    education === undefined ? [] : [`${education.printed} (${sources.get(source)?.name ?? source})`],
  );
  if (said.length === 0) return say('No source I have says which education people have when they begin.');
  return say('Typical education at entry: {said}.', { said: [...new Set(said)].join(', ') });
}

/** A sentence on what a question is about, where no source says anything about that; undefined otherwise. */
export function topicSaid(question: string): Said | undefined {
  const topic = TOPICS.find(([words]) => words.test(question))?.[1];
  return topic === undefined ? undefined : say(topic);
}

/** A sentence on the part of a question that no source answers: a place without figures, remote work, age. */
export function unsaid(
  question: string,
  { command, values }: Ask,
  knowledge: KnowledgeBase,
): Said | undefined {
  const topic = topicSaid(question);
  if (topic !== undefined && command !== 'course') return topic;
  const named = Object.values(values).flatMap((value) => knowledge.roles.get(value) ?? []);
  return placeSaid(question, { command }, named, knowledge);
}
