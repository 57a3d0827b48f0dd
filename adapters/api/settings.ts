import { programSettings } from '../../src/api/settings.ts';

/** What turns the JSON API on. */
export const settings = programSettings('api');
