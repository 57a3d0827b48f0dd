import { escaped, tag } from './html.ts';

/** One answer as one place shows it. */
export interface Drawn {
  readonly line: string;
  readonly language: string;
  readonly on: string;
  /** The beginning of the names of its pictures. */
  readonly name: string;
  /** On a phone, without buttons. */
  readonly screens: number;
}

/** The page that leads to all pictures, a line an answer. */
export function listPage(all: readonly Drawn[]): string {
  const rows = Array.from(
    Map.groupBy(all, ({ line, language }) => `/${line} · ${language}`),
    ([title, its]) => tag('tr', '', tag('th', '', escaped(title)), ...its.map(cell)),
  );
  const style = 'td{vertical-align:top;padding:8px}img{width:195px;border:1px solid #ccc}th{text-align:left}';
  const head = `<meta charset="utf-8"><title>Rolecall</title><style>${style} body{font-family:sans-serif}</style>`;
  const lines = summary(all).split('\n').map(escaped).join('<br>');
  return `<!doctype html><head>${head}</head><body><p>${lines}</p><table>${rows.join('')}</table></body>`;
}

function cell({ on, name, screens }: Drawn): string {
  const [phone, desktop] = ['phone', 'desktop'].map((width) => `pictures/${name}.${width}.png`);
  const picture = `<a href="${phone}"><img loading="lazy" src="${phone}"></a>`;
  return tag('td', '', `${on}: ${screens} screens · <a href="${desktop}">desktop</a><br>`, picture);
}

/** How many screens the answers take on a phone, by command and place. */
export function summary(all: readonly Drawn[]): string {
  const groups = Map.groupBy(all, ({ line, on }) => `${line.split(' ')[0]} on ${on}`);
  const lines = Array.from(groups, ([name, its]) => {
    const sizes = its.map(({ screens }) => screens).sort((a, b) => a - b);
    const within = sizes.filter((size) => size <= 1).length;
    const median = sizes[Math.floor(sizes.length / 2)];
    return `${name}: median ${median}, at most ${sizes.at(-1)}; ${within} of ${sizes.length} within one screen`;
  });
  return [`${all.length} answers`, ...lines.sort()].join('\n');
}
