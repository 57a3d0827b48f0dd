import type { Settings } from '../../../src/adapter.ts';

/** What turns the place on. */
export const settings: Settings = {
  place: 'matrix',
  ways: [{ name: 'a homeserver', needs: ['MATRIX_URL', 'MATRIX_USER', 'MATRIX_TOKEN'] }],
  variables: [
    { name: 'MATRIX_URL', about: "the homeserver's address", example: 'https://matrix.example' },
    { name: 'MATRIX_USER', about: "the bot's own id", example: '@rolecall:matrix.example' },
    { name: 'MATRIX_TOKEN', about: "the bot's access token: Settings → Help & About", secret: true },
  ],
};
