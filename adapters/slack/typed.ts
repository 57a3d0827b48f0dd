import type { Command } from '../../src/command.ts';
import type { Line } from '../../src/invocation.ts';
import { readLine } from '../../src/invocation.ts';

/** The commands there are: all names, and the options of each that take a channel or a group by its name. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly naming: ReadonlyMap<string, readonly string[]>;
}

export function vocabularyOf(commands: readonly Command[]): Vocabulary {
  const naming = commands.map((command) => [command.name, namingOptions(command)] as const);
  return {
    names: commands.map(({ name }) => name),
    naming: new Map(naming.filter(([, options]) => options.length > 0)),
  };
}

/** The options of a command that take a channel or a group by its name. */
export function namingOptions({ options }: Pick<Command, 'options'>): string[] {
  return Object.entries(options).flatMap(([name, option]) =>
    (option.kind === 'words' || option.kind === 'role') && option.names !== undefined ? [name] : [],
  );
}

/**
 * What somebody typed after `before` (a command, or nothing), as a line. For a command that takes a channel or a group,
 * references to them stay as Slack writes them, ids and all.
 */
export function readTypedLine(before: string, text: string, { names, naming }: Vocabulary): Line {
  const line = readLine(before + readTyped(text), names);
  return naming.has(line.command) ? readLine(before + readTyped(text, NAMING), names) : line;
}

/** References to channels and groups: https://docs.slack.dev/messaging/formatting-message-text#advanced */
const NAMING = /^(?:#[CG]|!subteam\^)/;

/** Words as they were typed: Slack's references and entities read back, and the quotes that phones make straightened. */
export function readTyped(text: string, kept?: RegExp): string {
  return text
    .replace(/<([^<>]*)>|&(amp|lt|gt);/g, (whole, reference?: string, entity?: string) => {
      if (reference === undefined) return ENTITIES[entity ?? ''] ?? '';
      return kept?.test(reference) === true ? whole : readReference(reference);
    })
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\u00A0/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** `@U123|ann` → "@ann", `#C1|general` → "#general", `!here` → "@here", `https://x.y|x.y` → "x.y". */
function readReference(reference: string): string {
  const [target = '', label] = reference.split('|', 2);
  const sign = target.charAt(0);
  if (!['@', '#', '!'].includes(sign)) return label ?? target;
  // Of a private channel Slack leaves the name out.
  const shown = label === undefined || label === '' ? target.slice(1).replace(/^subteam\^/, '') : label;
  return (sign === '#' ? '#' : '@') + shown.replace(/^[@#]/, '');
}
