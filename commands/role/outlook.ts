import { cite, type Fact, type Role } from '../../knowledge/index.ts';
import { numeral, sentence } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Section } from '../views/section.ts';
import { growthFigure, growthWords } from '../views/format.ts';

/** Where a role is heading: demand, what AI does to it, whether it is a first job. */
export function outlookSections(role: Pick<Role, 'outlook' | 'aiImpact' | 'entryLevel'>): Section[] {
  return [
    ...role.outlook.map((outlook) => {
      const { growth, period } = outlook;
      const grows =
        growth === undefined ? '' : phrase`${sentence(growthWords(growth, growthFigure(growth)))}.`;
      const said = joined(
        [grows, forecast(outlook)].filter((part) => part !== ''),
        ' ',
      );
      const title = say('Outlook');
      return section(outlook, period === undefined ? title : phrase`${title}, ${period.printed}`, said);
    }),
    ...role.aiImpact.map((impact) => {
      const { score, of, label, text } = impact;
      const title = phrase`${say('AI impact')} ${score}/${of}${label === undefined ? '' : `, ${label.toLowerCase()}`}`;
      return section(impact, title, text ?? say('The score is all it says.'));
    }),
    ...role.entryLevel.map((entry) =>
      section(entry, say('Entry-level role'), entry.value ? say('Yes.') : say('No.')),
    ),
  ];
}

/** "Data scientists: about 23,400 openings a year; typical education at entry: Bachelor's degree.", and what else is said. */
export function forecast({ occupation, text, ...figures }: Role['outlook'][number]): Said {
  const said = joined(figuresSaid(figures), '; ');
  const subject = occupation === undefined ? sentence(said) : phrase`${occupation}: ${said}`;
  return joined([...(said === '' ? [] : [phrase`${subject}.`]), ...(text === undefined ? [] : [text])], ' ');
}

function figuresSaid({
  openings,
  employment: [from, to] = [],
  education,
}: Pick<Role['outlook'][number], 'openings' | 'employment' | 'education'>): Said[] {
  const n = numeral(openings?.number ?? 0);
  return [
    ...(openings === undefined
      ? []
      : [openings.approximate ? say('about {n} openings a year', { n }) : say('{n} openings a year', { n })]),
    ...(from === undefined || to === undefined
      ? []
      : [
          say('{from} jobs in {year}, {to} in {later}', {
            from: numeral(from.number),
            year: String(from.year),
            to: numeral(to.number),
            later: String(to.year),
          }),
        ]),
    ...(education === undefined
      ? []
      : [say('typical education at entry: {education}', { education: education.printed })]),
  ];
}

function section(fact: Fact, title: Said, text: Said): Section {
  const node: ReplyNode = { kind: 'text', title, text: [text] };
  return { evidence: [cite(fact)], node };
}
