import { programSettings } from '../../src/api/settings.ts';

/** What turns the Model Context Protocol over HTTP on; over standard input it needs no setting. */
export const settings = programSettings('mcp');
