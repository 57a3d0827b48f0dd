/** Where Slack posts what happens. */
export const EVENTS = '/slack/events';

/** Where a workspace installs the app, and where Slack sends its administrator back to. */
export const INSTALL = '/slack/install';
export const REDIRECT = '/slack/oauth_redirect';
