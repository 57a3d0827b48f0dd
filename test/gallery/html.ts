/** Words as HTML shows them. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** An element with what is in it, which is HTML already. */
export function tag(name: string, style: string, ...inner: readonly string[]): string {
  return `<${name}${style === '' ? '' : ` class="${style}"`}>${inner.join('')}</${name}>`;
}

/** A page of its own. */
export function page(look: string, ...body: readonly string[]): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="../look.css">`;
  return `<!doctype html><html><head>${head}</head><body class="${look}">${body.join('')}</body></html>`;
}
