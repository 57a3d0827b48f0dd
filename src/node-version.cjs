'use strict';

// Loaded before everything else (`node --require`): in plain JavaScript that any Node.js reads, since an old one could not
// say what is wrong with TypeScript.

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
