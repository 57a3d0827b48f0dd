import { App, LogLevel } from '@slack/bolt';

// The smallest bot that Bolt's own guide shows, which says the same to everybody: what Rolecall is compared with.
const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});

app.command(/./, async ({ ack, respond }) => {
  await ack();
  await respond({ text: 'Hello, world' });
});

await app.start();
