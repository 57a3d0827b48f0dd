import type { Settings } from '../../src/adapter.ts';

/** The terminal needs nothing: it is what runs when no other place is set up. */
export const settings: Settings = { place: 'terminal', ways: [], variables: [] };
