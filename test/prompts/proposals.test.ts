import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { readContent } from '../../src/prompts/content.ts';
import { LENGTHS, readLink, readWords } from '../../src/community/proposals.ts';
import { isForm } from '../../src/form.ts';
import { filledIn } from '../../src/form.ts';
import { actionsOf, asksOf } from '../commands/talk.ts';
import { until } from '../outbox/world.ts';
import type { ChatPlace, Prompts, Speaker } from './world.ts';
import { openRoom, speaker } from './world.ts';
import { anyText } from '../any-text.ts';
import { speak, speakData } from '../../src/message/speak.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

const SCRAPER = '/prompts propose Write a scraper that obeys robots.txt. title:"A polite scraper" track:';

/** The titles of what was posted. */
const seen = () => place.jobs.map(({ content }) => readContent(content)?.title);

/** The id in the only proposal that waits. */
async function waiting(): Promise<string> {
  const [accept] = asksOf(await ann.ask('/prompts proposals'));
  return accept?.values['id'] ?? '';
}

describe('a member proposes', () => {
  test('and it is accepted, previewed, posted next, and told in /study', async () => {
    await ann.ask('/prompts add data-engineer when:"mon 09:00"');
    const said = await bob.say(
      '/prompts propose Write a scraper that obeys robots.txt. discuss:"Who pays for a crawl?" link:https://www.rfc-editor.org/rfc/rfc9309',
    );
    expect(said).toContain('Proposed: Write a scraper that obeys robots.txt.\nFor Data Engineer.');
    expect(said).toContain('I write to nobody about it, so look into /study');
    expect(await bob.say('/study')).toContain('waits for a decision');
    expect(await ann.say('/prompts preview data-engineer')).not.toContain('scraper');
    const shown = await ann.ask('/prompts proposals');
    expect(plain(shown, 'en')).toContain('One proposal waits here.');
    expect(plain(shown, 'en')).toContain('Discuss Who pays for a crawl?');
    const [accept] = asksOf(shown);
    const [preview] = accept ? asksOf(await prompts.bot.answer({ ...accept, ...manager })) : [];
    const post = preview && (await ann.press(preview));
    expect(post).toContain('Week 1 of Data Engineer · Write a scraper that obeys robots.txt.');
    expect(post).toContain('Build Write a scraper that obeys robots.txt.');
    expect(post).toContain('www.rfc-editor.org');
    expect(post).toContain('(cost not known, time not known)');
    expect(await bob.say('/study')).toContain('Data Engineer · accepted');
    await ann.ask('/prompts test');
    expect(await until(seen, (titles) => titles.length > 0)).toEqual([
      'Write a scraper that obeys robots.txt.',
    ]);
  });

  test('and it is declined, with a reason that only they and the managers see', async () => {
    await bob.ask(`${SCRAPER}data-engineer`);
    const id = await waiting();
    const why = await ann.ask(`/prompts decline ${id}`);
    expect(plain(why, 'en')).toContain('Why not: A polite scraper?');
    expect(asksOf(why)).toHaveLength(4);
    expect(await waiting()).toBe(id);
    expect(await ann.say(`/prompts decline ${id} reason:"We had it in May."`)).toContain(
      '"We had it in May."',
    );
    expect(await bob.say('/study')).toContain('declined: We had it in May.');
    const eve = speaker(prompts.bot, { id: 'eve', manages: false });
    expect(await eve.say('/study')).not.toContain('scraper');
    expect(await ann.say(`/prompts decline ${id} reason:again`)).toContain(`I have no proposal "${id}"`);
    expect(await ann.say('/prompts proposals')).toContain('Nobody waits for a decision');
  });

  test('and it is declined in a form, which asks for nothing but the reason', async () => {
    await bob.ask(`${SCRAPER}data-engineer`);
    const decline = actionsOf(await ann.ask('/prompts proposals')).find(({ label }) => label === 'Decline');
    if (decline?.kind !== 'form') throw new Error('There is no form.');
    const form = await prompts.bot.form({ ...decline.ask, ...manager });
    if (!isForm(form)) throw new Error(plain(form, 'en'));
    expect(speak(form.title, 'en')).toBe('Decline a proposal');
    expect(form.fields).toMatchObject([{ kind: 'text', name: 'reason', required: true, max: 300 }]);
    const words = 'Too long: make it one page.';
    const said = await ann.press(filledIn(form.ask, [{ name: 'reason', value: words }]));
    expect(said).toContain(`Declined: A polite scraper\nWhoever proposed it reads in /study: "${words}"`);
    expect(await bob.say('/study')).toContain(`declined: ${words}`);
    const refused = await prompts.bot.form({
      ...decline.ask,
      asker: { ...manager.asker, manages: false },
      place: manager.place,
    });
    expect(isForm(refused)).toBe(false);
  });

  test('three wait, a fourth is refused until one is decided', async () => {
    for (const n of [1, 2, 3])
      expect(await bob.say(`/prompts propose Thing ${n} track:data-engineer`)).toContain('Proposed: Thing');
    const fourth = '/prompts propose Thing 4 track:data-engineer';
    expect(await bob.say(fourth)).toContain('You have 3 proposals that nobody has decided yet');
    expect(await ann.say(`/prompts accept ${await waiting()}`)).toContain('Accepted: Thing 1');
    expect(await bob.say(fourth)).toContain('Proposed: Thing 4');
  });

  test.each([
    ['with nothing in it', '', 'Say what to build, or what to discuss'],
    ['with an unsafe link', 'A link:http://example.com', 'give one public address that begins with https://'],
    ['with a script', 'A link:javascript:alert(1)', 'give one public address'],
    ['with a name in the link', 'A link:https://me:pw@example.com', 'give one public address'],
    ['with an address in the text', 'See https://x.example/y', 'Take the address out of the build'],
    ['with a long title', `A title:"${'x'.repeat(61)}"`, 'The title has 61 letters, and 60 is the most'],
    ['too long', 'x'.repeat(401), 'The build has 401 letters, and 400 is the most'],
    ['for no role', 'A track:', 'For which role?'],
    ['for an unknown role', 'A track:qqqqqq', 'I don\'t know "qqqqqq"'],
  ])('%s: a sentence says what to do', async (_, words, answer) => {
    const track = words.includes('track:') ? '' : ' track:data-engineer';
    expect(await bob.say(`/prompts propose ${words}${track}`)).toContain(answer);
    expect(await bob.say('/study')).toContain('Nothing yet');
  });

  test('they can have it forgotten; what was accepted stays without them', async () => {
    await bob.ask(`${SCRAPER}data-engineer`);
    await ann.ask(`/prompts accept ${await waiting()}`);
    await bob.ask('/prompts propose Another one track:data-engineer');
    expect(await bob.say('/study export')).toContain('A polite scraper · data-engineer');
    expect(await bob.say('/study forget yes')).toContain('One line deleted');
    expect(await bob.say('/study')).toContain('Nothing yet');
    expect(await ann.say('/prompts proposals')).toContain('A polite scraper');
  });
});

const manager = {
  asker: { id: 'ann', locale: 'en', manages: true },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};

describe('a manager', () => {
  test('proposes through the same door, and it is accepted at once', async () => {
    expect(await ann.say(`${SCRAPER}data-engineer`)).toContain(
      'No schedule here follows all of Data Engineer yet',
    );
    await ann.ask('/prompts add data-engineer when:"mon 09:00"');
    expect(await ann.say('/prompts propose Another track:data-engineer')).toMatch(
      /Data Engineer, Mondays posts it before/,
    );
  });

  test('takes one out again', async () => {
    await ann.ask(`${SCRAPER}data-engineer`);
    const reply = await ann.ask('/prompts add data-engineer when:"mon 09:00"');
    const schedule = reply.title.replace(' is on', '');
    expect(await ann.say(`/prompts preview ${schedule}`)).toContain('A polite scraper');
    const [look] = asksOf(await ann.ask('/prompts proposals'));
    const [out] = look ? speakData(actionsOf(await prompts.bot.answer({ ...look, ...manager })), 'en') : [];
    expect(out).toMatchObject({ kind: 'form', label: 'Take it out' });
    if (out?.kind === 'form') await ann.press(filledIn(out.ask, [{ name: 'reason', value: 'done' }]));
    expect(await ann.say(`/prompts preview ${schedule}`)).not.toContain('A polite scraper');
  });

  test('alone decides, and only at home', async () => {
    await bob.ask(`${SCRAPER}data-engineer`);
    const id = await waiting();
    for (const line of ['proposals', `accept ${id}`, `decline ${id} reason:no`])
      expect(await bob.say(`/prompts ${line}`)).toContain('is for those who may manage this community');
    const eve = speaker(prompts.bot, { id: 'eve', community: 'D' });
    expect(await eve.say(`/prompts accept ${id}`)).toContain('I have no proposal');
    expect(await eve.say('/prompts proposals')).toContain('No proposals');
    expect(await waiting()).toBe(id);
  });
});

/** What became of words: kept, or the sentence. */
function read(typed: string): string {
  try {
    return `kept: ${readWords('build', typed)}`;
  } catch (error) {
    return String(error);
  }
}

test('whatever is typed, what is kept is one line without hidden characters, or a sentence says why not', () => {
  fc.assert(
    fc.property(anyText(LENGTHS.build + 50), (typed) => {
      const said = read(typed);
      expect(said).toMatch(/^(?:kept: |Problem: The build|Problem: Take the address)/);
      expect(said.replace('https://', '')).not.toMatch(/[\n\r\u202E\u2066]|:\/\//);
      expect(said.length).toBeLessThanOrEqual(LENGTHS.build + 'kept: '.length);
    }),
    { numRuns: 30 },
  );
});

const address = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`;

test('a link is kept up to its limit', () => {
  expect(readLink(address(300))).toHaveLength(300);
  expect(() => readLink(address(301))).toThrow('longer than 300 letters');
  expect(readLink('<https://a.example/b>')).toBe('https://a.example/b');
});
