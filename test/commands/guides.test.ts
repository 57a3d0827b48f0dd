import { beforeAll, describe, expect, test } from 'vitest';
import type { Talk } from './talk.ts';
import { asksOf, phoneLines, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('advice that holds for every role', () => {
  test('without a topic every topic is offered, with its answer in a line', async () => {
    const reply = await bot.ask('/advice');
    const topics = bot.knowledge.of('topic').all;
    expect(topics.length).toBeGreaterThanOrEqual(11);
    const offered = asksOf(reply).map(({ values }) => values['topic']);
    expect(topics.filter(({ id }) => !offered.includes(id))).toEqual([]);
  });

  test('the first line answers, and then it says what to do', async () => {
    const text = await bot.say('/advice first job');
    expect(text.split('\n')[1]).toContain('Aim at one title');
    expect(text).toContain('What to do next\n1. ');
    expect(text).toContain('Source: Rolecall guide');
  });

  test.each([
    ['es', 'negociar el salario', 'Negoci'],
    ['de', 'Lebenslauf', 'Lebenslauf'],
    ['pt-BR', 'primeiro emprego', 'emprego'],
  ])(
    'in %s, "%s" is a topic, and its own words are said in that language',
    async (language, typed, title) => {
      const reply = await bot.ask(`/advice ${typed}`, language);
      expect(reply.tone).toBe('answer');
      expect((await bot.say(`/advice ${typed}`, language)).split('\n')[0]).toContain(title);
    },
  );

  test('what is no topic is said to be none, and topics are offered', async () => {
    const reply = await bot.ask('/advice zzqx');
    expect(reply.tone).toBe('miss');
    expect(asksOf(reply).length).toBeGreaterThan(0);
  });
});

const guided = () => bot.knowledge.of('guide').all.map(({ role }) => role);

describe('a role with a guide', () => {
  test('begins with what it is, and fits a phone screen', async () => {
    for (const role of guided()) {
      const text = (await bot.say(`/role ${role}`)).split('\nMore about')[0] ?? '';
      expect(text.split('\n')[1]).toBe(bot.knowledge.of('guide').get(role)?.is);
      const [body = ''] = text.split('\nSource');
      expect([role, phoneLines(body) <= 24]).toEqual([role, true]);
    }
  });

  test('has a plan that ends on a date, whoever starts', async () => {
    for (const role of guided())
      for (const from of ['nurse', 'astronaut', 'software-engineer']) {
        if (from === role) continue;
        const text = await bot.say(`/plan ${role} from:${from} hours-per-week:8`);
        expect(text).toMatch(/^About [\d–]+ months? at 8 h a week, until /m);
        expect(text).toContain('estimate');
      }
  });

  test('what somebody knows is no part of the plan, and takes its hours away', async () => {
    const hours = async (more: string) =>
      Number(/About (\d+)–/.exec(await bot.say(`/plan frontend-developer${more}`))?.[1]);
    const text = await bot.say('/plan frontend-developer have:"html, css"');
    expect(text).toContain('You have (2 of 15): HTML · CSS');
    expect(text).not.toMatch(/h\nHTML · CSS/);
    expect(await hours(' have:"html, css"')).toBeLessThan(await hours(''));
  });

  test.each(['nurse', 'Krankenpflegerin', 'enfermera', 'enfermeiro'])(
    'a plan from "%s" says what a nurse brings',
    async (from) => {
      expect(await bot.say(`/plan data-analyst from:${from}`)).toContain('You bring: Charting');
    },
  );

  test('a start that nobody knows is said to be none, and the whole way is planned', async () => {
    const text = await bot.say('/plan ux-designer from:astronaut');
    expect(text).toContain('"astronaut" is no start that I know.');
    expect(text).toContain('1. Usability heuristics · Visual hierarchy and layout · Figma');
    expect(await bot.say('/plan ux-designer from:astronaut view:full')).toContain(
      '1. See why screens fail · 77–140 h\nUsability heuristics · Visual hierarchy and layout · Figma',
    );
  });

  test('its ladder says what changes, its roadmap what to build, its skills their order', async () => {
    expect(await bot.say('/ladder ux-designer')).toContain('You get a known problem and a known pattern');
    expect(await bot.say('/ladder ux-designer view:full')).toContain('What changes from rung to rung');
    expect(await bot.say('/roadmap ux-designer')).toContain(
      '1. Usability heuristics · Visual hierarchy and layout · Figma · 77–140 h',
    );
    expect(await bot.say('/plan ux-designer')).toContain('The three worst screens');
    expect(await bot.say('/skills ux-designer')).toMatch(/1\. Usability heuristics · 12–20\s+h/);
  });

  test('a retired course is planned by nobody, and says what replaced it', async () => {
    const retired = bot.knowledge.courses.all.filter((course) => course.retired !== undefined);
    expect(retired.length).toBeGreaterThan(0);
    for (const { id, title, replacedBy } of retired) {
      const text = await bot.say(`/course ${id}`);
      expect(text).toContain('Retired ');
      expect(text).toContain(bot.knowledge.courses.get(replacedBy ?? '')?.title ?? 'Retired');
      for (const role of guided()) expect(await bot.say(`/plan ${role}`)).not.toContain(title);
    }
  });
});
