import { beforeAll, expect, test } from 'vitest';
import type { Control } from '../../adapters/discord/message.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { render as renderTerminal } from '../../adapters/terminal/render.ts';
import type { Reply } from '../../src/reply.ts';
import type { Talk } from '../commands/talk.ts';
import { talk } from '../commands/talk.ts';
import { asksAbout, keyOf } from '../commands/walked.ts';
import { LONG, someOf } from '../sample.ts';
import { elementsOf, optionsOf } from './slack/reader.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

const SHOWN = { language: 'en', share: true } as const;
const PRIMARY = 1;

/** What stands where in Discord: buttons row by row, menus with their choices. */
function inDiscord(reply: Reply): { rows: Control[][]; labels: string[] } {
  const rows = renderDiscord(reply, SHOWN).components.map(({ components }) => [...components]);
  const labels = rows
    .flat()
    .flatMap((part) => (part.type === 3 ? part.options.map(({ label }) => label) : [part.label]));
  return { rows, labels };
}

function inSlack(reply: Reply): string[] {
  return elementsOf(renderSlack(reply, SHOWN).blocks).flatMap((element) =>
    element.type === 'button' ? [element.text.text] : optionsOf(element).map(({ text }) => text.text),
  );
}

/** Without turning the page and showing to all, which a terminal has no need of. */
function bare(labels: readonly string[]): string[] {
  return labels.filter((label) => !/ › *$|^‹/.test(label) && label !== 'Show to channel');
}

/** What is wrong with the rows of an answer; one line each. */
function faultsOf(reply: Reply): string[] {
  const { rows, labels } = inDiscord(reply);
  const kinds = rows.map(([first]) => (first?.type === 3 ? 'menu' : 'buttons'));
  const buttons = kinds.filter((kind) => kind === 'buttons').length;
  const primary = rows.flat().filter((part) => part.type === 2 && part.style === PRIMARY).length;
  const last = rows.at(-1)?.[0];
  const isExplained = labels.includes('Why this answer');
  const [discord, slack] = [bare(labels), bare(inSlack(reply))];
  const terminal = renderTerminal(reply, 'en').buttons.map(({ label }) => label);
  return [
    ...(buttons > 2 ? [`${buttons} rows of buttons`] : []),
    ...(primary > 3 ? [`${primary} primary buttons`] : []),
    ...(kinds.lastIndexOf('buttons') > kinds.indexOf('menu') && kinds.includes('menu')
      ? ['a menu above buttons']
      : []),
    ...(isExplained && !(last?.type === 3 && last.placeholder === 'About this answer')
      ? ['no quiet menu at the end']
      : []),
    ...(discord.join() === slack.join() ? [] : [`Discord ${discord.join()} Slack ${slack.join()}`]),
    ...(terminal.join() === discord.join() ? [] : [`Discord ${discord.join()} terminal ${terminal.join()}`]),
  ];
}

test(
  'under every answer about any role stand two rows of buttons at most, then menus, in one order everywhere',
  async () => {
    const roles = someOf(
      bot.knowledge.roles.all.map(({ id }) => id),
      8,
    );
    const faults: string[] = [];
    for (const [at, role] of roles.entries())
      for (const ask of asksAbout(role, roles[(at + 1) % roles.length] ?? role))
        faults.push(...faultsOf(await bot.press(ask)).map((fault) => `${keyOf(ask)}: ${fault}`));
    expect(faults).toEqual([]);
  },
  LONG,
);
