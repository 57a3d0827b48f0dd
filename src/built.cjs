// @ts-check
'use strict';

// What `dist/` was built of. In plain JavaScript, and with few of Node's modules: `npm start` looks before it has decided
// what to run.

const { lstatSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDERS = ['adapters', 'commands', 'knowledge', 'src'];
const FILES = ['package.json', 'package-lock.json'];
/** Facts, which are looked at when they are opened, and what only editors and `npm run pack` read. */
const OTHERS = new Set(['knowledge/data', 'knowledge/made', 'knowledge/schema', 'knowledge/selection']);
const RECORD = 'build.json';

/**
 * The files that a build depends on, facts apart, each with its size and times: 5 ms for 800 of them.
 * @param {string} root
 * @returns {Record<string, string>}
 */
function sourcesIn(root) {
  /** @type {Record<string, string>} */
  const found = {};
  const note = (/** @type {string} */ path) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(join(root, path));
    found[path] = `${size} ${mtimeMs} ${ctimeMs}`;
  };
  const look = (/** @type {string} */ folder) => {
    if (OTHERS.has(folder)) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) look(path);
      else if (!entry.name.startsWith('.')) note(path);
    }
  };
  FOLDERS.forEach(look);
  FILES.forEach(note);
  return found;
}

/**
 * Writes down, in `dist`, which sources it was built of.
 * @param {string} root
 * @param {string} dist
 * @param {Record<string, string>} sources
 */
function recordBuild(root, dist, sources) {
  const hashes = Object.fromEntries(Object.keys(sources).map((path) => [path, hashOf(join(root, path))]));
  writeFileSync(join(dist, RECORD), JSON.stringify({ sources, hashes }));
}

/**
 * What keeps `dist` from being run for the sources in `root`: that there is none, or a file that was changed after the
 * build. Where sizes and times are other than they were, as in a copy, the contents decide, and are not read again.
 * @param {string} root
 * @param {string} dist
 * @returns {{ readonly missing: true } | { readonly changed: string } | undefined}
 */
function whyNotBuilt(root, dist) {
  const record = recordIn(dist);
  if (record === undefined) return { missing: true };
  const sources = sourcesIn(root);
  const paths = [...new Set([...Object.keys(sources), ...Object.keys(record.sources)])];
  const touched = paths.filter((path) => sources[path] !== record.sources[path]);
  if (touched.length === 0) return undefined;
  const changed = touched.find(
    (path) => !(path in sources) || hashOf(join(root, path)) !== record.hashes[path],
  );
  if (changed !== undefined) return { changed };
  try {
    recordBuild(root, dist, sources);
  } catch {
    // A folder that cannot be written to: the next start reads the contents again.
  }
  return undefined;
}

/**
 * @param {string} dist
 * @returns {{ sources: Record<string, string>, hashes: Record<string, string> } | undefined}
 */
function recordIn(dist) {
  try {
    const record = JSON.parse(readFileSync(join(dist, RECORD), 'utf8'));
    return record.sources && record.hashes ? record : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function hashOf(file) {
  const { createHash } = require('node:crypto');
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 24);
}

module.exports = { recordBuild, sourcesIn, whyNotBuilt };
