import { App, LogLevel } from '@slack/bolt';

// The smallest bot that Bolt's own guide shows: what Rolecall is compared with.
const slackApiUrl = process.env['SLACK_API_URL'] ?? '';
const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
});

app.command('/role', async ({ ack, respond }) => {
  await ack();
  await respond({ text: 'Hello, world' });
});

await app.start();
