import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { blockPieces } from '../show/blocks.ts';
import { credits } from '../show/credits.ts';
import { pieceGrounds } from '../show/grounds.ts';
import { sourceName } from '../show/names.ts';
import type { Piece } from '../show/piece.ts';
import { nodesOf, sourcesOf } from '../show/piece.ts';
import { roadmapMonths, roadmapPieces } from '../show/roadmap.ts';
import { costText, hoursText, periodNote, type Sums, sumUp } from '../show/sums.ts';
import { stepToll } from '../show/toll.ts';
import { count, enumerate, sentence } from '../show/words.ts';
import { weeksField } from './weeks.ts';

type Road = Role['roadmap'][number];

/** Each source's road as it gives it, then what it takes, added up over what is stated. */
export function documentedRoads(role: Role, perWeek: number | undefined, context: CommandContext): Draft {
  const { knowledge } = context;
  const roads = role.roadmap.map((road) => ({ road, sums: sumsOf(road, knowledge) }));
  const pieces = [
    ...roadmapPieces(role, knowledge),
    ...roads.flatMap(({ road, sums }) => sumPieces(road, sums, perWeek, context)),
    ...blockPieces(role.nextSteps, 'Next steps'),
  ];
  return {
    title: `${role.title} · roadmap`,
    lead: [`${sentence(enumerate(roads.map(({ road, sums }) => roadWords(road, sums, knowledge))))}.`],
    body: nodesOf(pieces, knowledge),
    sources: credits(sourcesOf(pieces), context),
    grounds: {
      facts: pieceGrounds([...roadmapPieces(role, knowledge), ...blockPieces(role.nextSteps, 'Next steps')]),
      steps: roads.flatMap(({ road, sums }) => sumSteps(road, sums, knowledge)),
    },
  };
}

function sumsOf({ source, phases }: Road, knowledge: KnowledgeBase): Sums {
  const steps = phases.flatMap(({ items }) => items);
  return sumUp(steps.map((step) => stepToll(step, source, knowledge)));
}

/** "three phases over 20 months, 140 h stated (Defense careers)" */
function roadWords(road: Road, sums: Sums, knowledge: KnowledgeBase): string {
  const months = roadmapMonths(road);
  const time = months === undefined ? 'no months documented' : `${months} months added up`;
  const hours = sums.timed === 0 ? '' : `, ${sums.hours.low} h stated`;
  return `${count(road.phases.length, 'phase')}, ${time}${hours} (${sourceName(road.source, knowledge)})`;
}

function sumPieces(
  road: Road,
  sums: Sums,
  perWeek: number | undefined,
  { knowledge }: CommandContext,
): Piece[] {
  const note = periodNote(sums);
  const fields = [
    { name: 'Months (added up)', value: [monthsText(road)] },
    { name: 'Hours (added up)', value: [hoursText(sums)] },
    ...weeksField(sums, perWeek),
    { name: 'Cost (added up)', value: costText(sums) },
  ];
  const title = `Taken together · ${sourceName(road.source, knowledge)}`;
  return [
    {
      sources: [road.source],
      node: {
        kind: 'text',
        title,
        text: [`${count(sums.steps, 'step')} in ${count(road.phases.length, 'phase')}.`],
      },
      named: true,
    },
    { sources: [road.source], node: { kind: 'fields', fields }, named: true },
    ...(note === undefined
      ? []
      : [{ sources: [], node: { kind: 'note', text: [note] }, named: true } as const]),
  ];
}

/** "20 months: 8 + 6 + 6"; what is not given is counted. */
function monthsText({ phases }: Road): string {
  const given = phases.flatMap(({ months }) => months ?? []);
  if (given.length === 0) return 'no phase gives its months';
  const silent = phases.length - given.length;
  const sum = given.reduce((all, each) => all + each, 0);
  const rest = silent === 0 ? '' : `; ${count(silent, 'phase gives none', 'phases give none')}`;
  return `${sum} months${given.length === 1 ? '' : `: ${given.join(' + ')}`}${rest}`;
}

function sumSteps(road: Road, sums: Sums, knowledge: KnowledgeBase): Text[] {
  const name = sourceName(road.source, knowledge);
  return [
    [`${name}: ${monthsText(road)}; hours: ${hoursText(sums)}.`],
    [`${name}, cost: `, ...costText(sums), '.'],
  ];
}
