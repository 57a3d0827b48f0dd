/** The version of Rolecall, as `package.json` has it. */
export const VERSION = '0.1.0';
