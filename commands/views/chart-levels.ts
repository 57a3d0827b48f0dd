import type { Level } from '../../knowledge/linked.ts';
import type { Band, BandGroup } from '../../src/chart.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { levelWord } from './levels.ts';

/** The bands of a level. */
export interface LevelGroup extends BandGroup {
  readonly level: Level;
}

/** What a picture shows of pay, and a sentence about what it leaves out. */
interface Drawn {
  readonly groups: readonly BandGroup[];
  readonly left: Said | undefined;
}

/** As many lines as stand in a picture that a phone shows whole: a band that says what it counts has two. */
const LINES = 17;

/** Levels that people ask about most come first. */
const FIRST: readonly Level[] = ['mid', 'senior', 'entry', 'all', 'lead', 'staff'];

/** The levels that a picture has room for, in their own order; a level that is too long by itself loses its last bands. */
export function drawnGroups(groups: readonly LevelGroup[]): Drawn {
  const chosen = new Map<Level, readonly Band[]>();
  let room = LINES;
  for (const { level, bands } of FIRST.flatMap((each) => groups.filter((group) => group.level === each))) {
    const fitting = chosen.size === 0 ? fittingBands(bands, room - 1) : bands;
    const lines = 1 + linesOf(fitting);
    if (lines > room) continue;
    room -= lines;
    chosen.set(level, fitting);
  }
  const left = groups.flatMap(({ level, bands }) => {
    const missing = bands.length - (chosen.get(level)?.length ?? 0);
    return missing === 0
      ? []
      : [
          say('{level} ({n, plural, one {one figure} other {{words} figures}})', {
            level: levelWord(level),
            ...amount(missing),
          }),
        ];
  });
  return {
    groups: groups.flatMap(({ label, level }) => {
      const bands = chosen.get(level);
      return bands === undefined ? [] : [{ label, bands }];
    }),
    left: left.length === 0 ? undefined : say('Not drawn: {levels}.', { levels: enumerate(left) }),
  };
}

function linesOf(bands: readonly Band[]): number {
  return bands.reduce((sum, { detail }) => sum + (detail === undefined ? 1 : 1.5), 0);
}

function fittingBands(bands: readonly Band[], room: number): readonly Band[] {
  const most = bands.findLastIndex((_, at) => linesOf(bands.slice(0, at + 1)) <= room);
  return bands.slice(0, most + 1);
}
