import { Client, Events } from 'discord.js';

// The smallest bot that the guide of discord.js shows, which says the same to everybody: what Rolecall is compared with.
const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) void interaction.respond([{ name: 'Hello, world', value: 'hello' }]);
  if (interaction.isChatInputCommand()) void interaction.reply('Hello, world');
});

await client.login(process.env['DISCORD_TOKEN']);
