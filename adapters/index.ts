import type { Place } from '../src/adapter.ts';
import { diagnosePrograms } from '../src/api/settings.ts';
import { settings as api } from './api/settings.ts';
import { settings as discord } from './discord/settings.ts';
import { settings as mcp } from './mcp/settings.ts';
import { settings as slack } from './slack/settings.ts';

/** The places that variables turn on. Their code is loaded only when it is needed, since an SDK costs 100 MB. */
export const PLACES: readonly Place[] = [
  {
    settings: discord,
    connect: async (to) => (await import('./discord/index.ts')).connect(to),
    preview: async (reply, language) => (await import('./discord/render.ts')).preview(reply, language),
    diagnose: async (checkUp) => (await import('./discord/diagnose.ts')).diagnose(checkUp),
    setup: {
      task: 'deploy',
      about: 'registers the commands by hand, which a start does by itself where they changed',
      needsVariables: true,
      run: async (commands, { variables, log }) =>
        (await import('./discord/deploy.ts')).deploy(commands, variables, log),
    },
  },
  {
    settings: slack,
    connect: async (to) => (await import('./slack/index.ts')).connect(to),
    preview: async (reply, language) => (await import('./slack/render.ts')).preview(reply, language),
    diagnose: async (checkUp) => (await import('./slack/diagnose.ts')).diagnose(checkUp),
    setup: {
      task: 'manifest',
      about: 'prints the app manifest; with --url https://… the one for HTTP, with every address filled in',
      needsVariables: false,
      takesUrl: true,
      run: async (commands, { url }) =>
        JSON.stringify((await import('./slack/menu.ts')).manifest(commands, url), null, 2),
    },
  },
  {
    settings: api,
    connect: async (to) => (await import('./api/index.ts')).connect(to),
    diagnose: () => diagnosePrograms(api, '/api/v1'),
  },
  {
    settings: mcp,
    connect: async (to) => (await import('./mcp/index.ts')).connect(to),
    diagnose: () => diagnosePrograms(mcp, '/mcp'),
  },
];
