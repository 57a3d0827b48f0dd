import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before everything else (`node --import`), so that compiled code is kept from one start to the next: without it,
// half of the time to ready goes into compiling. Plain JavaScript, since compiling the first TypeScript file costs 40 ms.
// Never in a shared folder for temporary files, where somebody else could put code for us to run.
const own = process.env['ROLECALL_DATA_DIR'] ?? join(import.meta.dirname, '../node_modules/.cache/rolecall');
enableCompileCache(join(own, 'code'));

// Node writes it at exit; a bot may run for months, and then be killed.
setTimeout(() => flushCompileCache(), 10_000).unref();
