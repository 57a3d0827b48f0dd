import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The links of built pages that lead nowhere in their folder, as `page → link`; those to other servers are not followed. */
export function deadLinks(folder: string): string[] {
  return globSync('**/*.html', { cwd: folder }).flatMap((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const links = Array.from(html.matchAll(/\b(?:href|src)="([^"]*)"/g), ([, link = '']) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    return own.filter((link) => !leads(folder, file, link)).map((link) => `${file} → ${link}`);
  });
}

function leads(folder: string, from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#', 2);
  const file = path === '' ? join(folder, from) : join(folder, dirname(from), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || readFileSync(file, 'utf8').includes(`id="${anchor}"`);
}
