// Apart from the schema, so that answering needs no schema library.

/** The one scale on which every source's levels are shown; `all` is a figure for the role as a whole. */
export const LEVELS = ['entry', 'mid', 'senior', 'staff', 'lead', 'all'] as const;

/** How much a source makes of a skill or a course, most first; `listed` where it only names it. */
export const PRIORITIES = ['essential', 'important', 'recommended', 'bonus', 'listed'] as const;
