const LEVELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' };

/** All that could move a terminal's cursor or change its colours, line ends apart. */
const CONTROLS = /[^\P{Cc}\n]/gu;

/** A JSON line of the log as somebody reads it in a terminal: time, level, sentence, then the details. */
export function readableLine(json: string): string {
  const { level, time, msg, ...details } = read(json);
  if (typeof level !== 'number' || typeof time !== 'number') return json;
  const said = Object.entries(details).map(([name, value]) => `${name}: ${shown(value)}`);
  const more = said.length === 0 ? '' : `  ${said.join('  ')}`;
  const at = new Date(time).toTimeString().slice(0, 8);
  return `${at} ${(LEVELS[level] ?? '').padEnd(5)} ${shown(msg)}${more}`.replace(CONTROLS, '') + '\n';
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function read(json: string): Readonly<Record<string, unknown>> {
  const line: unknown = JSON.parse(json);
  return typeof line === 'object' && line !== null ? { ...line } : {};
}
