/** What went wrong, without anything secret: tokens, and addresses that let anybody post. */
export function reasonOf(error: unknown): string {
  return withoutSecrets(error instanceof Error ? error.message : String(error));
}

/** Slack's tokens start with xox or xapp; the addresses it answers at and connects to hold a ticket. */
export function withoutSecrets(words: string): string {
  return words
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[secret]')
    .replace(/\b(?:https:\/\/hooks\.slack\.com|wss?:\/\/)\S+/g, '[address]');
}
