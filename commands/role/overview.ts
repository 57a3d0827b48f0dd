import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { Field, Text } from '../../src/reply.ts';
import { code } from '../../src/reply.ts';
import { levelName } from '../show/levels.ts';
import { money, span } from '../show/money.ts';
import { payScales, typicalBands } from '../show/pay.ts';
import type { Piece } from '../show/piece.ts';
import { count, join } from '../show/words.ts';
import { topSkills } from '../show/skills.ts';
import { monthsOf } from '../show/ways.ts';
import { waysIn } from './ways.ts';
import { roleTitle, sourceName } from '../show/names.ts';

/** As many skills as fit two lines on a phone. */
const TOP_SKILLS = 6;

/** A role on one phone screen. */
export function overviewPieces(role: Role, knowledge: KnowledgeBase): Piece[] {
  const parts = [
    payField(role, knowledge),
    outlookField(role, knowledge),
    impactField(role, knowledge),
    entryField(role, knowledge),
    skillsField(role, knowledge),
    waysField(role, knowledge) ?? relatedField(role, knowledge),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const sources = [...role.summary.sources, ...parts.flatMap((part) => part.sources)];
  return [{ sources, node: { kind: 'fields', fields: parts.map((part) => part.field) }, named: true }];
}

interface Part {
  readonly field: Field;
  readonly sources: readonly string[];
}

function payField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const [scale] = payScales(role.pay);
  if (scale === undefined) return undefined;
  const { level, bands } = typicalBands(scale);
  const range = span(bands);
  const medians = scale.bands.filter((band) => band.level === 'all' && band.median !== undefined);
  const sources = [...new Set(bands.map((band) => band.source))];
  const over =
    sources.length > 1 ? `over ${count(sources.length, 'source')}` : `(${nameAll(sources, knowledge)})`;
  const ranges: Text[] =
    range === undefined
      ? []
      : [
          [
            `${level === 'all' ? 'Whole role' : `${levelName(level)} level`} `,
            code(`${range.from}–${range.to}`),
            ` ${over}`,
          ],
        ];
  const middles = medians.map((band): Text => [
    'median ',
    code(money(band.median ?? 0, band.currency)),
    ` (${sourceName(band.source, knowledge)})`,
  ]);
  const value = join([...ranges, ...middles], ' · ');
  return {
    field: { name: `Pay (${scale.label})`, value },
    sources: [...sources, ...medians.map((band) => band.source)],
  };
}

function nameAll(sources: readonly string[], knowledge: KnowledgeBase): string {
  return sources.map((id) => sourceName(id, knowledge)).join(', ');
}

function outlookField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const said = role.outlook.map(({ growth, text, source }) => ({ words: growth ?? text ?? '', source }));
  // Where some source has a word for it, the others' sentences can wait for the section.
  const short = role.outlook.some(({ growth }) => growth !== undefined)
    ? said.filter((_, at) => role.outlook[at]?.growth !== undefined)
    : said.slice(0, 1);
  return sayings('Outlook', short, knowledge);
}

function impactField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const said = role.aiImpact.map(({ score, of, label, source }) => ({
    words: [`${score}/${of}`, label?.toLowerCase()].filter(Boolean).join(', '),
    source,
  }));
  return sayings('AI impact', said, knowledge);
}

function entryField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const said = role.entryLevel.map(({ value, source }) => ({ words: value ? 'yes' : 'no', source }));
  return sayings('Entry-level role', said, knowledge);
}

function sayings(
  name: string,
  said: readonly { readonly words: string; readonly source: string }[],
  knowledge: KnowledgeBase,
): Part | undefined {
  if (said.length === 0) return undefined;
  const words = said.map(({ words: each, source }) => `${each} (${sourceName(source, knowledge)})`);
  return { field: { name, value: [words.join(' · ')] }, sources: said.map(({ source }) => source) };
}

function skillsField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const top = topSkills(role, knowledge).slice(0, TOP_SKILLS);
  if (top.length === 0) return undefined;
  const sources = top.flatMap((skill) => skill.sources);
  return { field: { name: 'Top skills', value: [top.map((skill) => skill.name).join(', ')] }, sources };
}

function waysField(role: Role, knowledge: KnowledgeBase): Part | undefined {
  const into = waysIn(role, knowledge);
  if (into.length === 0) return undefined;
  const words = into.map((move) => {
    const months = move.documented.map(monthsOf).find((each) => each !== undefined);
    return `${roleTitle(move.from, knowledge)}${months === undefined ? '' : `, ${months}`}`;
  });
  const sources = into.flatMap((move) => move.documented.map((facts) => facts.source));
  return { field: { name: 'Ways in', value: [words.join(' · ')] }, sources };
}

/** Where no way in is documented, the roles that sources name beside this one. */
function relatedField({ related }: Role, knowledge: KnowledgeBase): Part | undefined {
  if (related.length === 0) return undefined;
  const names = new Set(related.map(({ role }) => roleTitle(role, knowledge)));
  return {
    field: { name: 'Related', value: [[...names].join(', ')] },
    sources: related.map(({ source }) => source),
  };
}
