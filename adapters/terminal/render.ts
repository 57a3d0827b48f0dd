import type { Language } from '../../src/message/language.ts';
import { arrange } from '../../src/fit/arrange.ts';
import type { Paint } from '../../src/plain.ts';
import { plainReply } from '../../src/plain.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import type { SpokenAction, SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import type { Colours } from './colours.ts';
import { NO_COLOURS } from './colours.ts';

/** What a number typed next would ask; `opens` says that it opens the form of that question. */
export interface Button {
  readonly label: string;
  readonly ask: Ask;
  readonly opens: boolean;
}

/** An answer in words, and its buttons in the order of their numbers. */
export interface Shown {
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** A reply in words, its buttons numbered so that they can be pressed by typing. */
export function render(whole: Reply, language: Language, colours: Colours = NO_COLOURS): Shown {
  const reply = speakReply(whole, language);
  const lines = buttonLines(reply);
  const body = reply.body.filter((node) => node.kind !== 'actions');
  const text = [
    plainReply({ ...reply, body }, paintOf(colours, reply)),
    ...linksOf(reply),
    whole.file?.text ?? '',
    numbered(lines, colours).join('\n'),
  ];
  return {
    text: text.filter((part) => part !== '').join('\n\n'),
    buttons: lines.flatMap((line) => line.buttons),
  };
}

/** The first line has the colour of how it went. */
function paintOf(colours: Colours, { tone }: SpokenReply): Paint {
  return { ...colours, title: (text) => colours.tone(tone, text) };
}

/** Buttons that stand in one line; a menu has its name before them. */
interface Line {
  readonly name?: string;
  readonly rank: SpokenAction['rank'];
  readonly buttons: readonly Button[];
}

/** In the order of all places; here a menu may hold any number. */
function buttonLines(reply: SpokenReply): Line[] {
  const { buttons, menus } = arrange(actionsOf(reply), reply, Infinity);
  const lines = [
    { rank: 'primary' as const, buttons: buttons.flatMap(buttonsOf) },
    ...menus.map((menu) => ({ name: menu.label, rank: menu.rank, buttons: buttonsOf(menu) })),
  ];
  return lines.filter((line) => line.buttons.length > 0);
}

function numbered(lines: readonly Line[], colours: Colours): string[] {
  let at = 0;
  return lines.map(({ name, rank, buttons }) => {
    const shown = buttons.map(({ label }) => {
      at += 1;
      return `${colours.key(`[${at}]`)} ${label}`;
    });
    const line = [...(name === undefined ? [] : [`${name}:`]), shown.join('  ')].join(' ');
    return rank === 'quiet' ? colours.quiet(line) : line;
  });
}

function actionsOf({ body }: SpokenReply): SpokenAction[] {
  return body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
}

function linksOf(reply: SpokenReply): string[] {
  return actionsOf(reply).flatMap((action) =>
    action.kind === 'link' ? [`${action.label}: ${action.url}`] : [],
  );
}

function buttonsOf(action: SpokenAction): readonly Button[] {
  switch (action.kind) {
    case 'ask':
    case 'form':
      return [{ label: action.label, ask: action.ask, opens: action.kind === 'form' }];
    case 'choose':
      return action.choices.map(({ label, ask, form }) => ({ label, ask, opens: form === true }));
    case 'link':
    case 'share':
      return [];
  }
}
