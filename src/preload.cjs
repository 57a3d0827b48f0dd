'use strict';

// Loaded before the rest, beside `main.ts` and beside the built `main.js`: in plain JavaScript, since compiling the first
// TypeScript file costs 40 ms.

require('./node-version.cjs');
const { existsSync } = require('node:fs');
const { enableCompileCache, flushCompileCache } = require('node:module');
const { join } = require('node:path');

// Compiled code is kept from one start to the next: without it, half of the time to ready goes into compiling. What is built
// brings it along; else it is never in a shared folder for temporary files, where somebody else could put code for us to run.
const built = join(__dirname, 'code');
const own = process.env.ROLECALL_DATA_DIR || join(__dirname, '../node_modules/.cache/rolecall');
enableCompileCache({ directory: existsSync(built) ? built : join(own, 'code'), portable: true });

// Node writes it at exit; a bot may run for months, and then be killed.
setTimeout(flushCompileCache, 10000).unref();
