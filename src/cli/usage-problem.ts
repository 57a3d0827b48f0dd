/** A command line that cannot be carried out; the message says what to do. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
