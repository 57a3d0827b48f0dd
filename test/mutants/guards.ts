/** A file whose lines guard something, and the tests that are to notice when one of them is changed. */
interface Guard {
  readonly file: string;
  readonly tests: readonly string[];
}

/** What is mutated: permission, escaping, claims, sums, credits and limits. */
export const GUARDS: readonly Guard[] = [
  {
    file: 'adapters/discord/can-post.ts',
    tests: ['adapters/discord/can-post', 'adapters/discord/reads-history'],
  },
  {
    file: 'adapters/discord/markdown.ts',
    tests: ['adapters/discord/markdown', 'adapters/discord/render', 'adapters/discord/contract'],
  },
  {
    file: 'adapters/slack/mrkdwn.ts',
    tests: [
      'adapters/slack/small-print',
      'adapters/slack/render',
      'adapters/slack/tables',
      'adapters/slack/contract',
    ],
  },
  { file: 'adapters/slack/people.ts', tests: ['adapters/slack/language', 'adapters/slack/private'] },
  { file: 'commands/compare/pay.ts', tests: ['commands/compare', 'commands/money', 'commands/pay-says'] },
  {
    file: 'commands/views/credits.ts',
    tests: ['commands/sources', 'commands/why', 'adapters/discord/foot'],
  },
  { file: 'commands/views/totals.ts', tests: ['commands/roadmap', 'commands/plan'] },
  { file: 'src/admission.ts', tests: ['settings/rules', 'commands/help'] },
  { file: 'src/claimed.ts', tests: ['community/twice', 'adapters/discord/replay'] },
  { file: 'src/credits.ts', tests: ['adapters/discord/foot', 'adapters/slack/small-print', 'commands/why'] },
  { file: 'src/fit/clip.ts', tests: ['src/fit', 'src/fit-any'] },
  {
    file: 'src/outbox/occurrence.ts',
    tests: ['outbox/delivery', 'outbox/retry-policy', 'outbox/policy', 'adapters/slack/replicas'],
  },
  { file: 'src/store/inbox.ts', tests: ['store/inbox', 'adapters/discord/replay'] },
];
