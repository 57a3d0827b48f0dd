const COLUMNS = 40;
const LINES = 20;

/** Phone screens that words fill, by 20 lines of 40 characters each, to a tenth. */
export function screens(words: string): number {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const filled = lines.reduce((sum, line) => sum + Math.ceil(line.length / COLUMNS), 0);
  return Math.round((filled / LINES) * 10) / 10;
}
