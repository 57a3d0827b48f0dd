import type { KnowledgeBase } from '../../knowledge/index.ts';
import { dateRange } from '../../src/message/dates.ts';
import { say } from '../../src/message/say.ts';
import { code, type Field, type Text } from '../../src/reply.ts';

/** Which knowledge answers, and when its sources were read. */
export function knowledgeField(knowledge: KnowledgeBase): Field {
  const days = knowledge
    .of('source')
    .all.map(({ retrieved }) => retrieved)
    .sort();
  const [first] = days;
  const last = days.at(-1);
  const age =
    first === undefined || last === undefined
      ? []
      : [' · ', say('its sources were read {days}', { days: dateRange(first, last) })];
  return { name: say('Knowledge'), value: [code(knowledge.version), ...age] };
}

/** The packs that are left out, by their names. */
export function packsOf({ leftOut = [] }: KnowledgeBase): Text[] {
  return leftOut.map((name): Text => [
    say('The pack {name} is left out because it has mistakes: the log names each file and line.', { name }),
  ]);
}
