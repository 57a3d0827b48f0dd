'use strict';

// Loaded before everything else (`node --require`): in plain JavaScript that any Node.js reads, since compiling the first
// TypeScript file costs 40 ms, and an old Node.js could not say what is wrong with it.

var join = require('path').join;

var least = /\d+/.exec(require('../package.json').engines.node)[0];
if (parseInt(process.versions.node, 10) < Number(least)) {
  console.error(
    'Rolecall needs Node.js ' +
      least +
      ' or later, and this is ' +
      process.versions.node +
      ': run "npm ci" again without leaving out optional packages, which brings it for Linux, macOS and Windows, or install it from https://nodejs.org.',
  );
  process.exit(1);
}

// Compiled code is kept from one start to the next: without it, half of the time to ready goes into compiling. Never in a
// shared folder for temporary files, where somebody else could put code for us to run.
var compiling = require('module');
var own = process.env.ROLECALL_DATA_DIR || join(__dirname, '../node_modules/.cache/rolecall');
compiling.enableCompileCache(join(own, 'code'));

// Node writes it at exit; a bot may run for months, and then be killed.
setTimeout(function flush() {
  compiling.flushCompileCache();
}, 10000).unref();
