import { message } from '../../src/message/say.ts';

/** How moves are computed, for who asks why; `Moves` in the knowledge does it. */
export const METHOD_NOTE = message(
  'Skills: every skill that any source lists for a role, under one name for all spellings; one is shared where sources list it for both roles. Weight: an essential skill counts 3, an important one 2, any other 1, times ln(1 + all roles / roles that ask for it), so that what every role asks for says little. A share is the weight of the shared skills among all skills of the goal; the nearest roles are those with the largest geometric mean of that share in both directions. No duration is computed, ever.',
);
