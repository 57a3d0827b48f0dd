import { catalogueEntries, sentencesOfTheCode } from './sentences.ts';

/*
 * What a translator has to do: the sentences that the catalogue lacks and those that nobody says any more.
 * `npm run languages [commands/salary]` lists those of one part only.
 */
const [part = ''] = process.argv.slice(2);
const { sentences } = sentencesOfTheCode();
const entries = catalogueEntries();
const known = new Set(entries.map(({ english }) => english));
const said = new Set(sentences.map(({ english }) => english));
const missing = sentences.filter(({ english, where }) => !known.has(english) && where.includes(part));

for (const { english, where } of missing) console.log(`missing  ${where}  ${JSON.stringify(english)}`);
for (const { english, file } of entries)
  if (!said.has(english)) console.log(`unsaid   ${file}  ${JSON.stringify(english)}`);
console.log(`${said.size} sentences, ${new Set(missing.map(({ english }) => english)).size} missing`);
