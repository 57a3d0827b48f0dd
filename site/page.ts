/** A link in the list of pages. */
export interface Link {
  readonly href: string;
  readonly title: string;
}

/** The whole of a page around what its words became. Works from a folder: no script, and nothing of another server. */
export function page(
  content: string,
  { title, root, links }: { title: string; root: string; links: readonly Link[] },
): string {
  const list = links.map((link) => `<li><a href="${root}${link.href}">${link.title}</a></li>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${root}style.css">
<nav aria-label="Pages"><ul>
${list}
</ul></nav>
<main>
${content}
</main>
</html>
`;
}
