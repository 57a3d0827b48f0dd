// The pages of this repository as a folder of HTML, which can be opened from the disk or put on any server: `npm run site`.
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Config } from '@11ty/eleventy';
import { Eleventy } from '@11ty/eleventy';
import { deadLinks } from './dead-links.ts';
import type { Link } from './page.ts';
import { page } from './page.ts';

const FOLDER = process.argv[2] ?? 'site/out';
/** What pages lead to that is no page. */
const FILES = ['docs/pictures', 'docs/run', 'LICENSE', 'NOTICE'];

const pages = [
  'README.md',
  ...globSync('{ARCHITECTURE,BENCHMARKS,CONTRIBUTING,SECURITY,CODE_OF_CONDUCT,CHANGELOG}.md'),
  ...globSync('docs/**/*.md').sort(),
];

/** Where a page stands in the site; the README is what somebody sees first. */
function addressOf(file: string): string {
  return file.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html');
}

function titleOf(file: string): string {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.replaceAll('`', '') ?? file;
}

const links: readonly Link[] = pages.map((file) => ({ href: addressOf(file), title: titleOf(file) }));

function configure(config: Config): void {
  for (const file of pages)
    config.addTemplate(join('site', file), readFileSync(file, 'utf8'), {
      permalink: addressOf(file),
      templateEngineOverride: 'md',
    });
  config.addTransform('page', function wrap(content) {
    const at = relative(FOLDER, this.page.outputPath);
    const root = '../'.repeat(at.split('/').length - 1);
    const inSite = content.replace(/(?<=href=")(?![a-z]+:)([^"#]*\.md)/g, addressOf);
    return page(inSite, { title: links.find(({ href }) => href === at)?.title ?? '', root, links });
  });
}

rmSync(FOLDER, { recursive: true, force: true });
const site = new Eleventy('site', FOLDER, { config: configure, configPath: null, quietMode: true });
await site.write();
for (const file of FILES) cpSync(file, join(FOLDER, file), { recursive: true });
cpSync(join(dirname(import.meta.filename), 'style.css'), join(FOLDER, 'style.css'));
const dead = deadLinks(FOLDER);
for (const link of dead) console.error(`leads nowhere: ${link}`);
if (dead.length > 0) process.exitCode = 1;
else console.log(`${pages.length} pages in ${FOLDER}`);
