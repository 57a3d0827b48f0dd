/** A file whose lines guard something, and the tests that are to notice when one of them is changed. */
export interface Guard {
  readonly file: string;
  readonly tests: readonly string[];
}

/** What is mutated: permission, escaping, claims, sums, credits and limits. */
export const GUARDS: readonly Guard[] = [
  {
    file: 'adapters/discord/can-post.ts',
    tests: ['adapters/discord/can-post', 'adapters/discord/reads-history'],
  },
  { file: 'adapters/discord/markdown.ts', tests: ['adapters/discord/markdown'] },
  { file: 'adapters/discord/signature.ts', tests: ['adapters/discord/signature'] },
  { file: 'adapters/slack/mrkdwn.ts', tests: ['adapters/slack/small-print'] },
  { file: 'adapters/slack/people.ts', tests: ['adapters/slack/people'] },
  { file: 'commands/compare/pay.ts', tests: ['commands/compare-pay'] },
  { file: 'commands/views/credits.ts', tests: ['commands/sources'] },
  { file: 'commands/views/totals.ts', tests: ['commands/roadmap-sums'] },
  { file: 'src/admission.ts', tests: ['settings/admission'] },
  { file: 'src/claimed.ts', tests: ['community/claimed'] },
  { file: 'src/cooldown.ts', tests: ['settings/cooldown'] },
  { file: 'src/credits.ts', tests: ['commands/foot'] },
  { file: 'src/fit/clip.ts', tests: ['src/clip'] },
  { file: 'src/outbox/occurrence.ts', tests: ['outbox/occurrence'] },
  { file: 'src/outbox/retry-policy.ts', tests: ['outbox/retry-policy'] },
  { file: 'src/store/inbox.ts', tests: ['store/inbox'] },
  { file: 'src/token-bucket.ts', tests: ['settings/cooldown'] },
];
