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
  { file: 'adapters/discord/markdown.ts', tests: ['adapters/discord/markdown', 'adapters/discord/render'] },
  { file: 'adapters/discord/signature.ts', tests: ['adapters/discord/replay'] },
  {
    file: 'adapters/slack/mrkdwn.ts',
    tests: ['adapters/slack/small-print', 'adapters/slack/render', 'adapters/slack/tables'],
  },
  { file: 'adapters/slack/people.ts', tests: ['adapters/slack/rank', 'adapters/slack/language'] },
  { file: 'commands/compare/pay.ts', tests: ['commands/compare-pay'] },
  { file: 'commands/views/credits.ts', tests: ['commands/sources'] },
  { file: 'commands/views/totals.ts', tests: ['commands/roadmap-sums'] },
  { file: 'src/admission.ts', tests: ['settings/rules', 'commands/help'] },
  { file: 'src/claimed.ts', tests: ['community/twice'] },
  { file: 'src/cooldown.ts', tests: ['settings/cooldown'] },
  { file: 'src/credits.ts', tests: ['commands/sources', 'adapters/discord/foot'] },
  { file: 'src/fit/clip.ts', tests: ['src/fit'] },
  { file: 'src/outbox/occurrence.ts', tests: ['outbox/occurrence'] },
  { file: 'src/outbox/retry-policy.ts', tests: ['outbox/retry-policy'] },
  { file: 'src/store/inbox.ts', tests: ['store/inbox'] },
  { file: 'src/token-bucket.ts', tests: ['settings/cooldown'] },
];
