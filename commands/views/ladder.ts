import { cite, type Role } from '../../knowledge/index.ts';
import { bold, type ReplyNode, type Text } from '../../src/reply.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { levelName } from './names.ts';
import type { Section } from './section.ts';
import { yearsOf } from './format.ts';

type Ladder = Role['ladder'][number];
type Rung = Ladder['rungs'][number];

/** Each source's ladder from the lowest rung up: a line a rung; after those, a list a rung where much is said of it. */
export function ladderSections(role: Pick<Role, 'ladder'>): Section[] {
  const briefFirst = [...role.ladder].sort((a, b) => Number(isBrief(b)) - Number(isBrief(a)));
  return briefFirst.flatMap((ladder) =>
    ladderNodes(ladder).map((node) => ({ evidence: [cite(ladder)], node })),
  );
}

function ladderNodes(ladder: Ladder): ReplyNode[] {
  if (!isBrief(ladder)) return ladder.rungs.map(rungNode);
  return [{ kind: 'list', title: say('Ladder'), items: ladder.rungs.map(rungLine) }];
}

function isBrief({ rungs }: Ladder): boolean {
  return rungs.every((rung) => saidOf(rung).length <= 1);
}

/** More letters than this about a rung begin a line of their own. */
const LINE = 120;

function rungLine(rung: Rung): Text {
  const [said] = saidOf(rung);
  const name = [bold(levelName(rung.level)), phrase` · ${rungName(rung)}`];
  if (said === undefined) return name;
  return [...name, said.text.length > LINE ? `\n${said.text}` : `: ${said.text}`];
}

function rungNode(rung: Rung): ReplyNode {
  const title = phrase`${levelName(rung.level)} · ${rungName(rung)}`;
  const said = saidOf(rung);
  if (said.length === 0) return { kind: 'text', title, text: [say('Named, and nothing more said of it.')] };
  const items = said.map(({ label, text }): Text => (label === '' ? [text] : [bold(label), `: ${text}`]));
  return { kind: 'list', title, items };
}

function rungName({ title, years }: Rung): Said {
  return years === undefined ? title : phrase`${title}, ${yearsOf(years)}`;
}

interface Saying {
  readonly label: Said;
  readonly text: string;
}

function saidOf({ summary, focus, skills, duties, advance }: Rung): Saying[] {
  const parts: [Said, string | undefined][] = [
    ['', summary],
    [say('Skills'), skills?.join(' · ')],
    [say('Duties'), duties?.join('; ')],
    [say('Focus'), focus],
    // Sources that name the next rung begin with it: "To Senior ML Engineer: …".
    [advance?.startsWith('To ') === true ? '' : say('To advance'), advance],
  ];
  return parts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}
