import type { KnowledgeBase } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import type { Course, PayBand, Transition } from '../../knowledge/schema.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import type { Ground, ReplyNode, Text } from '../../src/reply.ts';
import { bold, code } from '../../src/reply.ts';
import { money, numeral, sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say, sayText } from '../../src/message/say.ts';
import { costWords, hoursText } from './courses.ts';
import { basisName, levelName } from './levels.ts';
import { payRange } from './money.ts';
import { regionName, roleTitle } from './names.ts';
import type { Piece } from './piece.ts';
import { priorityName } from './priorities.ts';
import { monthsOf } from './ways.ts';
import { join, yearsOf } from './words.ts';

/** The facts in those pieces of an answer that rest on one source each; what several say is told apart by the others here. */
export function pieceGrounds(pieces: readonly Piece[]): Ground[] {
  return pieces.flatMap(({ sources, node }) => {
    const [source, ...others] = new Set(sources);
    const text = nodeText(node);
    return source === undefined || others.length > 0 || text.length === 0 ? [] : [{ source, text }];
  });
}

function nodeText(node: ReplyNode): Text {
  switch (node.kind) {
    case 'text':
      return titled(node.title, node.text);
    case 'list':
      return titled(node.title, join(node.items, '; '));
    case 'fields':
      return join(
        node.fields.map(({ name, value }) => titled(name, value)),
        '; ',
      );
    case 'note':
    case 'table':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

function titled(title: Said | undefined, text: Text): Text {
  return title === undefined ? text : [bold(title), ': ', ...text];
}

/** Every figure by itself: "Mid, 2–5 years: $155K–$200K, base + equity, US". */
export function payGrounds(bands: readonly PayBand[], about?: string): Ground[] {
  return bands.map((band) => {
    const { source, level, title, years, scope, basis, region, n, period } = band;
    const name = [about, levelName(level), title, years === undefined ? undefined : yearsOf(years), scope];
    const more = [
      basisName(basis),
      regionName(region),
      n === undefined ? undefined : phrase`n = ${numeral(n)}`,
      period?.printed,
    ];
    return {
      source,
      text: [bold(said(name)), ': ', ...figures(band), phrase`, ${said(more)}`],
    };
  });
}

function figures(band: PayBand): Text {
  const range = payRange(band);
  const median =
    band.median === undefined
      ? []
      : sayText('median {figure}', { figure: code(money(band.median, band.currency)) });
  return join(
    [...(range === undefined ? [] : [[code(range)]]), ...(median.length > 0 ? [median] : [])],
    ', ',
  );
}

function said(words: readonly (Said | undefined)[]): Said {
  return joined(
    words.flatMap((each) => (each === undefined || each === '' ? [] : [each])),
    ', ',
  );
}

/** What each source asks for: a fact a source and priority. */
export function skillGrounds(skills: readonly RoleSkill[], about?: Said): Ground[] {
  const uses = skills.flatMap(({ name, uses: each }) => each.map((use) => ({ ...use, name })));
  const groups = Map.groupBy(uses, ({ source, priority }) => `${PRIORITIES.indexOf(priority)} ${source}`);
  return Array.from(groups)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const priority = priorityName(first.priority);
      const label = about === undefined ? priority : say('{priority} for {role}', { priority, role: about });
      const names = group.map(({ name }) => name).join(' · ');
      return [{ source: first.source, text: [bold(sentence(label)), `: ${names}`] }];
    });
}

/** What each source states of a course. */
export function courseGrounds(courses: readonly Course[]): Ground[] {
  return courses.flatMap(({ title, facts }) =>
    facts.map((fact) => {
      const { source, level, stage } = fact;
      const words = said([costWords(fact), hoursText(fact), level, stage]);
      return {
        source,
        text: [bold(title), ': ', words === '' ? say('named, no cost or hours stated') : words],
      };
    }),
  );
}

/** What each source documents of moves. */
export function moveGrounds(moves: readonly Transition[], knowledge: KnowledgeBase): Ground[] {
  return moves.flatMap(({ from, to, documented }) =>
    documented.map((facts) => ({
      source: facts.source,
      text: [
        bold(`${roleTitle(from, knowledge)} → ${roleTitle(to, knowledge)}`),
        phrase`: ${monthsOf(facts) ?? say('named, no duration')}`,
      ],
    })),
  );
}
