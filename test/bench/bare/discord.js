import { Client, Events } from 'discord.js';

// The smallest bot that the guide of discord.js shows, which says the same to everybody: what Rolecall is compared with.
const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Hello, world', value: 'hello' }]);
  if (interaction.isChatInputCommand()) await interaction.reply('Hello, world');
});

await client.login(process.env['DISCORD_TOKEN']);
