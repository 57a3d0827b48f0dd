import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** What the code reads while it runs, from beside itself. */
const READ = [
  'commands/ask/model.bin',
  'commands/ask/model.json',
  'commands/ask/utterances',
  'knowledge/search/encoder.bin',
  'src/message/catalogue',
];
/** These look for what is never copied: the facts, and what is kept from one start to the next. */
const OUTSIDE = new Set(['knowledge/built-in.ts', 'src/cli/packs.ts']);
/** Code of machines, and packages that their libraries try and do without. */
const EXTERNAL = ['@napi-rs/canvas', 'bufferutil', 'pg-native', 'utf-8-validate', 'zlib-sync'];
/** `main` and what runs in a thread of its own. */
const ENTRIES = ['src/main.ts', 'src/picture/studio.ts'];

/** Libraries written as CommonJS ask for Node's own modules by this. */
const REQUIRE = `import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);`;

/**
 * Writes all of our code and its libraries into `dist`, as a few files that are loaded when they are needed: finding and
 * reading each of 400 modules, and as many of libraries, takes half of a start.
 */
export async function bundle(root: string, dist: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: dist,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    external: EXTERNAL,
    banner: { js: REQUIRE },
    // Names stay: an error's trace is read by people.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'linked',
    logLevel: 'warning',
    plugins: [placesOfFiles(root), requiredBuiltins()],
  });
  for (const path of READ) await cp(join(root, path), join(dist, path), { recursive: true });
  for (const name of ['node-version.cjs', 'preload.cjs']) await cp(join(root, 'src', name), join(dist, name));
}

/**
 * All code lies at the top of `dist`. What a module reads lies in the folder there that the module has in the sources, so
 * that "beside this module" becomes "in this folder".
 */
function placesOfFiles(root: string): Plugin {
  const ours = new Set(['src', 'commands', 'knowledge', 'adapters'].map((folder) => resolve(root, folder)));
  return {
    name: 'places of files',
    setup: (bundling) => {
      bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const module = relative(root, path).replaceAll('\\', '/');
        if (![...ours].some((folder) => path.startsWith(folder))) return undefined;
        return { loader: 'ts', contents: placed(readFileSync(path, 'utf8'), module) };
      });
    },
  };
}

/**
 * Takes Node's own modules as they are. Importing one reads everything that it exports, and what `node:http` exports loads
 * all of a second HTTP client: 45 ms, and 20 ms for all others.
 */
function requiredBuiltins(): Plugin {
  return {
    name: 'required builtins',
    setup: (bundling) => {
      bundling.onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
        isBuiltin(path) && kind.startsWith('import') ? { path, namespace: 'builtin' } : undefined,
      );
      bundling.onLoad({ filter: /^/, namespace: 'builtin' }, ({ path }) => ({
        contents: `module.exports = process.getBuiltinModule('${path}');`,
      }));
    },
  };
}

function placed(code: string, module: string): string {
  const up = OUTSIDE.has(module) ? '../' : '';
  return code
    .replaceAll(/new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g, `new URL('./$1.js', import.meta_.url)`)
    .replaceAll('import.meta.dirname', `(import.meta_.dirname + '/${up}${dirname(module)}')`)
    .replaceAll('import.meta.url', `new URL('${up}${module}', import.meta_.url).href`)
    .replaceAll('import.meta.main', 'false')
    .replaceAll('import.meta_', 'import.meta');
}
