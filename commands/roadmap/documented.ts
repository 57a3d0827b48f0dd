import { cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount, enumerate, numeral, sentence } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { listSections } from '../views/blocks.ts';
import { sourceName } from '../views/names.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import { roadmapMonths, roadmapSections } from '../views/roadmap.ts';
import { addUp, costText, periodNote, totalHoursText, type Totals } from '../views/totals.ts';
import { stepEffort } from '../views/effort.ts';
import { inMonths } from '../views/format.ts';
import { weeksField } from './weeks.ts';

type Road = Role['roadmap'][number];

/** Each source's road as it gives it, then what it takes, added up over what is stated. */
export function documentedRoads(role: Role, perWeek: number | undefined, context: CommandContext): Draft {
  const { knowledge } = context;
  const roads = role.roadmap.map((road) => ({ road, totals: sumsOf(road, knowledge) }));
  const sections = [
    ...roadmapSections(role, knowledge),
    ...roads.flatMap(({ road, totals }) => totalSections(road, totals, perWeek, context)),
    ...listSections('nextSteps', role.nextSteps),
  ];
  return {
    title: say('{role} · roadmap', { role: role.title }),
    lead: [
      phrase`${sentence(enumerate(roads.map(({ road, totals }) => roadWords(road, totals, knowledge))))}.`,
    ],
    body: nodesOf(sections, knowledge),
    ...restsOn(evidenceOf(sections), context, {
      steps: roads.flatMap(({ road, totals }) => sumSteps(road, totals, knowledge)),
    }),
  };
}

function sumsOf({ source, phases }: Road, knowledge: KnowledgeBase): Totals {
  const steps = phases.flatMap(({ items }) => items);
  return addUp(steps.map((step) => stepEffort(step, source, knowledge)));
}

/** "three phases over 20 months, 140 h stated (Defense careers)" */
function roadWords(road: Road, totals: Totals, knowledge: KnowledgeBase): Said {
  const months = roadmapMonths(road);
  const time = joined(
    [
      months === undefined
        ? say('no months documented')
        : say('{months, plural, one {# month} other {# months}} added up', { months }),
      ...(totals.timed === 0 ? [] : [say('{hours} h stated', { hours: numeral(totals.hours.low) })]),
    ],
    ', ',
  );
  return say('{n, plural, one {one phase} other {{words} phases}}, {time} ({source})', {
    ...amount(road.phases.length),
    time,
    source: sourceName(road.source, knowledge),
  });
}

function totalSections(
  road: Road,
  totals: Totals,
  perWeek: number | undefined,
  { knowledge }: CommandContext,
): Section[] {
  const note = periodNote(totals);
  const fields = [
    { name: say('Months (added up)'), value: [monthsText(road)] },
    { name: say('Hours (added up)'), value: [totalHoursText(totals)] },
    ...weeksField(totals, perWeek),
    { name: say('Cost (added up)'), value: costText(totals) },
  ];
  const title = say('Taken together · {source}', { source: sourceName(road.source, knowledge) });
  const text = say(
    '{n, plural, one {One step} other {{Words} steps}} in {phases, plural, one {one phase} other {{phaseWords} phases}}.',
    { ...amount(totals.steps), phases: road.phases.length, phaseWords: amount(road.phases.length).words },
  );
  return [
    {
      evidence: [cite(road)],
      node: {
        kind: 'text',
        title,
        text: [text],
      },
      named: true,
    },
    { evidence: [cite(road)], node: { kind: 'fields', fields }, named: true },
    ...(note === undefined
      ? []
      : [{ evidence: [], node: { kind: 'note', text: [note] }, named: true } as const]),
  ];
}

/** "20 months: 8 + 6 + 6"; what is not given is counted. */
function monthsText({ phases }: Road): Said {
  const given = phases.flatMap(({ months }) => months ?? []);
  if (given.length === 0) return say('no phase gives its months');
  const silent = phases.length - given.length;
  const months = given.reduce((all, each) => all + each, 0);
  const sum =
    given.length === 1
      ? inMonths(months)
      : say('{months, plural, one {# month} other {# months}}: {terms}', {
          months,
          terms: joined(
            given.map((each) => numeral(each)),
            ' + ',
          ),
        });
  const rest = say(
    '{n, plural, one {one phase gives none} other {{words} phases give none}}',
    amount(silent),
  );
  return silent === 0 ? sum : phrase`${sum}; ${rest}`;
}

function sumSteps(road: Road, totals: Totals, knowledge: KnowledgeBase): Text[] {
  const source = sourceName(road.source, knowledge);
  return [
    [
      say('{source}: {months}; hours: {hours}.', {
        source,
        months: monthsText(road),
        hours: totalHoursText(totals),
      }),
    ],
    [phrase`${say('{source}, cost:', { source })} `, ...costText(totals), '.'],
  ];
}
