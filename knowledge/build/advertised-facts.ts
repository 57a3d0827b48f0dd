import type { FactsInput } from '../import/pack-parts.ts';
import { chosen } from './choice.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';
import type { MakeFacts } from './source-facts.ts';

type List = 'pay' | 'payElsewhere';

/** The pay in advertisements on a board under the titles that were chosen for a role. */
export function advertisedFacts(board: string): MakeFacts {
  return ({ advertised }, releases) => {
    const choices = advertised.filter((choice) => choice.board === board);
    const bands = (list: List) => choices.flatMap((choice) => bandsOf(choice, releases, list));
    return { pay: bands('pay'), payElsewhere: bands('payElsewhere') };
  };
}

function bandsOf(
  { board, title, note }: Selection['advertised'][number],
  { advertised }: Releases,
  list: List,
): NonNullable<FactsInput[List]> {
  const bands = chosen(advertised, `${board} ${title}`, 'the title')[list] ?? [];
  return note === undefined ? bands : bands.map((band) => ({ ...band, note }));
}
