'use strict';

// `npm start`: the built form where it was built of these very sources, else the sources.

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { whyNotBuilt } = require('./built.cjs');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const reason = whyNotBuilt(root, dist);
if (reason !== undefined && 'changed' in reason)
  console.error(
    `dist/ was built before ${reason.changed} changed, so the sources run, which start slower: npm run build makes it anew.`,
  );
const main = reason === undefined ? join(dist, 'main.js') : join(__dirname, 'main.ts');
require(join(main, '../preload.cjs'));
void import(pathToFileURL(main).href);
