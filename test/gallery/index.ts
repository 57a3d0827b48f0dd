import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { readLine } from '../../src/invocation.ts';
import type { Language } from '../../src/message/language.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { createPictures } from '../../src/picture/pictures.ts';
import type { Reply } from '../../src/reply.ts';
import { picturesIn, withPictures } from '../../src/reply.ts';
import { talk } from '../commands/talk.ts';
import { discordLines } from '../phone/discord.ts';
import { slackLines } from '../phone/slack.ts';
import { SCREEN } from '../phone/wrap.ts';
import { openBrowser } from './browser.ts';
import { discordPage } from './discord.ts';
import type { Drawn as Pictures } from './discord.ts';
import type { Drawn } from './list.ts';
import { listPage, summary } from './list.ts';
import { questions } from './questions.ts';
import { slackPage } from './slack.ts';

/** Draws what members see: `npm run gallery -- --only salary --lang es --out FOLDER`. */
const { values: told } = parseArgs({
  options: {
    out: { type: 'string', default: 'gallery' },
    only: { type: 'string', default: '' },
    lang: { type: 'string' },
  },
});
const WIDTHS = { phone: 390, desktop: 1000 };
const FONTS = {
  400: '400Regular/Inter_400Regular',
  600: '600SemiBold/Inter_600SemiBold',
  700: '700Bold/Inter_700Bold',
};

const folder = (name: string) => join(told.out, name);
for (const name of ['pages', 'pictures', 'fonts']) mkdirSync(folder(name), { recursive: true });
copyFileSync(new URL('look.css', import.meta.url), folder('look.css'));
for (const [weight, file] of Object.entries(FONTS))
  copyFileSync(`node_modules/@expo-google-fonts/inter/${file}.ttf`, folder(`fonts/${weight}.ttf`));

const { bot } = await talk();
const names = bot.commands.map(({ name }) => name);
const pictures = createPictures();
const browser = await openBrowser();
const drawn: Drawn[] = [];
const languages = told.lang === undefined ? LANGUAGES : LANGUAGES.filter((each) => each === told.lang);
for (const line of questions().filter((each) => each.includes(told.only)))
  for (const language of languages) drawn.push(...(await draw(line, language)));
await browser.close();
await pictures.close();
writeFileSync(folder('index.html'), listPage(drawn));
console.log(summary(drawn));

async function draw(line: string, language: Language): Promise<Drawn[]> {
  const asker = { id: 'gallery', locale: language, manages: true };
  const place = { community: 'gallery', channel: 'careers' };
  const reply = await bot.answer({ ...readLine(`/${line}`, names), asker, place });
  const [whole, files] = await illustrated(reply, language);
  const options = { language, share: true };
  const [discord, slack] = [renderDiscord(whole, options), renderSlack(whole, options)];
  const pages = [
    { on: 'discord', html: discordPage(discord, files), lines: discordLines(discord) },
    { on: 'slack', html: slackPage(slack, files), lines: slackLines(slack) },
  ];
  const all: Drawn[] = [];
  for (const { on, html, lines } of pages) {
    const name = `${line.replaceAll(/[^\w]+/g, '-')}.${language}.${on}`;
    writeFileSync(folder(`pages/${name}.html`), html);
    const { href } = pathToFileURL(folder(`pages/${name}.html`));
    const [phone, desktop] = [
      await browser.shoot(href, WIDTHS.phone),
      await browser.shoot(href, WIDTHS.desktop),
    ];
    writeFileSync(folder(`pictures/${name}.phone.png`), phone.png);
    writeFileSync(folder(`pictures/${name}.desktop.png`), desktop.png);
    all.push({ line, language, on, name, screens: Math.round((lines.length / SCREEN) * 20) / 20 });
  }
  return all;
}

/** An answer with its charts drawn, and the pictures by the names it shows them under. */
async function illustrated(reply: Reply, language: Language): Promise<[Reply, Pictures]> {
  const files = new Map<string, string>();
  const charts = new Map<ReturnType<typeof picturesIn>[number]['chart'], string>();
  for (const { chart } of picturesIn(reply)) {
    const { name, png } = await pictures.draw(chart, language);
    charts.set(chart, name);
    files.set(name, `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  }
  return [withPictures(reply, charts), files];
}
