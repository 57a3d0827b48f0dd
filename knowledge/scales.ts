// Apart from the schema, so that answering needs no schema library.

/** The one scale on which every source's levels are shown; `all` is a figure for the role as a whole. */
export const LEVELS = ['entry', 'mid', 'senior', 'staff', 'lead', 'all'] as const;
export type Level = (typeof LEVELS)[number];

/** How much a source makes of a skill or a course, most first; `listed` where it only names it. */
export const PRIORITIES = ['essential', 'important', 'recommended', 'bonus', 'listed'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How much a course asks for beforehand. */
export const COURSE_LEVELS = ['beginner', 'intermediate', 'advanced'] as const;

/** The languages besides English that texts of an entry can be given in, as BCP 47. */
export const TRANSLATIONS = ['es', 'de', 'pt-BR'] as const;
export type Translation = (typeof TRANSLATIONS)[number];
