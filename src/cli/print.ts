/** Ends the process quietly once nobody reads its answers any more, as when they are piped to `head`. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

/** Prints a line of an answer. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is going on, beside the answer. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
