import { describe, expect, test } from 'vitest';
import { asksOf, labelsOf, talkAboutFiles } from './talk.ts';
import { ALL_TEN, SPINNERS } from './spinner.ts';

const spinners = () => talkAboutFiles(SPINNERS);

describe('a plan, its sums made by hand: ten skills and three projects of 10–20 h each', () => {
  test('an option is known by the beginning of its name, where only one begins so', async () => {
    const { say } = await spinners();
    expect(await say('/plan spinner hours:10')).toBe(await say('/plan spinner hours-per-week:10'));
  });

  test('130–260 hours at 10 a week are 13–26 weeks from 22 Nov', async () => {
    const { say } = await spinners();
    const text = await say('/plan spinner hours-per-week:10');
    expect(text).toContain(
      'About 3–6 months at 10 h a week, until Feb 2027 – May 2027 (130–260 h: 12 stated, the rest estimated).',
    );
    expect(text).toContain('1. SQL · PyTorch · Git · 40–80 h\n2. Docker · Carding · Combing · 40–80 h\n');
    expect(text).toContain('3. Plying · Winding · Dyeing · Reeling · 50–100 h');
    expect(text).toContain('Build: A sliver');
  });

  test('a started week counts: at 100 hours a week 130–260 hours are 2–3 weeks', async () => {
    const { say } = await spinners();
    expect(await say('/plan spinner hours-per-week:100')).toContain('until Dec 2026 (');
  });

  test('who names no hours a week gets no date', async () => {
    const { say } = await spinners();
    const text = await say('/plan spinner');
    expect(text).toContain(
      'About 130–260 h: 12 stated, the rest estimated. Say your hours a week for a date.',
    );
    expect(text).not.toContain('until');
  });

  test('what the first role asks for already is no part of it: 120–240 hours are 12–24 weeks', async () => {
    const { say } = await spinners();
    const text = await say('/plan spinner from:weaver hours-per-week:10');
    // The course for SQL was the only one that states its hours.
    expect(text).toContain('until Feb 2027 – May 2027 (120–240 h, estimated).');
    expect(text).toContain('1. PyTorch · Git · 30–60 h');
    expect(text).toContain('You have (1 of 10): SQL');
    expect(text).toContain('You bring: What a weaver brings\n');
    expect(text).toContain('Build: What a weaver builds\n');
  });

  test('who has everything has the projects left: 3 × 10–20 hours', async () => {
    const { say } = await spinners();
    const text = await say(`/plan spinner have:"${ALL_TEN}"`);
    expect(text).toContain('About 30–60 h, estimated.');
    expect(text).toContain('You have (10 of 10): SQL · PyTorch');
    expect(text).toContain(
      '1. Build: A sliver · 10–20 h\n2. Build: A bobbin · 10–20 h\n3. Build: A skein · 10–20 h',
    );
  });

  test.each([0, 48, 49])(
    'a budget of %i leaves nothing out: each skill begins with what is free',
    async (budget) => {
      const { say } = await spinners();
      const text = await say(`/plan spinner budget:${budget}`);
      expect(text).toContain('130–260 h');
      expect(text).toContain('Each skill here begins with a free resource, so the plan fits any budget.');
      expect(await say('/plan spinner')).not.toContain('budget');
    },
  );

  test.each([
    [100, true],
    [101, false],
    [1, true],
    [0, false],
  ])('%i hours a week are taken: %s', async (hours, taken) => {
    const { ask, say } = await spinners();
    const line = `/plan spinner hours-per-week:${hours}`;
    expect((await ask(line)).tone).toBe(taken ? 'answer' : 'problem');
    expect((await say(line)).includes('give a number from 1 to 100')).toBe(!taken);
  });

  test('a skill that nobody knows is said to be none, and takes nothing away', async () => {
    const { say } = await spinners();
    const text = await say('/plan spinner have:"zzqx, sql"');
    expect(text).toContain('No skill I know\n"zzqx"');
    expect(text).toContain('You have (1 of 10): SQL');
    expect(text).toContain('120–240 h');
  });

  test('in full each phase has its name and its project, and a start all that is brought', async () => {
    const { ask, say } = await spinners();
    const text = await say('/plan spinner from:weaver view:full');
    expect(text).toContain('1. Fibre · 30–60 h\nPyTorch · Git\nBuild: A sliver\n');
    expect(text).toContain('3. Yarn · 50–100 h\nPlying · Winding · Dyeing · Reeling\nBuild: A skein\n');
    expect(text).toContain('You bring\nWhat a weaver brings · Patience\n');
    expect(text).toContain('Missing\nWhat a weaver lacks\n');
    expect(text).toContain('Show it with\n• What a weaver builds\n• A second thing\n');
    expect(text).toContain(
      '120–240 h with the projects: an estimate of the guide; no course here states its hours.',
    );
    // The way to it and back is a press, with everything else that was asked.
    const asked = { to: 'spinner', from: 'weaver' };
    expect(asksOf(await ask('/plan spinner from:weaver'))).toContainEqual({
      command: 'plan',
      values: { ...asked, view: 'full' },
    });
    expect(asksOf(await ask('/plan spinner from:weaver view:full'))).toContainEqual({
      command: 'plan',
      values: asked,
    });
  });
});

describe('a role without a guide', () => {
  test('gets no plan, but the courses that sources name for it', async () => {
    const { say } = await spinners();
    const text = await say('/plan weaver hours-per-week:10');
    expect(text).toContain(
      'No guide has been written for Weaver yet, so there are no steps that I could answer for.',
    );
    expect(text).toContain(
      'Courses that sources name for it\n• looms · $49 · 30 h\n• tables · free · 12 h\n',
    );
  });

  test('what is documented of the move stands first; no sum and no date are made of it', async () => {
    const { say } = await spinners();
    const text = await say('/plan weaver from:dyer hours-per-week:10');
    expect(text).toContain('Plan: Weaver\nDocumented: about 10 months (The guide).');
    expect(text).toContain('No guide has been written for Weaver yet.');
    expect(text).toContain('You bring: Colour. Missing: Looms.');
    expect(text).not.toMatch(/until|42 h|a week|added up/);
  });

  test('the near role that can be planned is a press away, with all that was asked', async () => {
    const { ask, press } = await spinners();
    const reply = await ask('/plan weaver from:dyer hours-per-week:10');
    expect(labelsOf(reply)).toContain('Plan: Spinner');
    expect(labelsOf(reply)).not.toContain('I have some of these');
    const near = {
      command: 'plan',
      values: { to: 'spinner', from: 'dyer', 'hours-per-week': '10' },
    };
    expect(asksOf(reply)).toContainEqual(near);
    expect((await press(near)).title).toBe('Plan: Spinner');
  });
});

describe('the same plan in the other languages', () => {
  test('auf Deutsch', async () => {
    const { ask, say } = await spinners();
    const text = await say('/plan spinner hours-per-week:10 have:"zzqx, sql"', 'de');
    expect(text).toContain('Kenne ich nicht als Skill\n„zzqx“');
    expect(text).toContain('Du hast (1 von 10): SQL');
    expect(text).toContain('1. PyTorch · Git · 30–60 h');
    expect(labelsOf(await ask('/plan spinner', 'de'))).toContain('Einige habe ich schon');
    expect(await say('/plan weaver from:dyer', 'de')).toContain('Dokumentiert: etwa 10 Monate (The guide).');
  });

  test('en español', async () => {
    const { say } = await spinners();
    const text = await say('/plan spinner from:weaver view:full', 'es');
    expect(text).toContain('1. Fibre · 30–60 h\nPyTorch · Git\nConstruye: A sliver');
    expect(text).toContain('Te falta\nWhat a weaver lacks');
    expect(text).toContain(
      '120–240 h con los proyectos: una estimación de la guía; ningún curso de aquí indica sus horas.',
    );
    expect(await say('/plan weaver from:dyer', 'es')).toContain('Aportas: Colour. Te falta: Looms.');
  });

  test('em português', async () => {
    const { say } = await spinners();
    expect(await say('/plan spinner from:weaver', 'pt-BR')).toContain(
      'Você tem (1 de 10): SQL\nVocê traz: What a weaver brings\nConstruir: What a weaver builds',
    );
    const why = await say('/why plan spinner hours-per-week:10', 'pt-BR');
    expect(why).toContain(
      'A ordem, as horas e os projetos são os do guia, revisado em 20 de nov. de 2026; o que você já sabe fica de fora.',
    );
    expect(why).toContain('Horas somadas: 130–260.');
  });

  test('from one date to another as each language writes it', async () => {
    const { say } = await spinners();
    const dates = ['en', 'es', 'de', 'pt-BR'].map(async (language) =>
      said(await say('/plan spinner hours-per-week:2', language)),
    );
    // 130–260 h at 2 a week are 65–130 weeks.
    expect(await Promise.all(dates)).toEqual([
      'Feb 2028 – May 2029',
      'feb 2028 – may 2029',
      'Feb. 2028 – Mai 2029',
      'fev. de 2028 – mai. de 2029',
    ]);
  });
});

/** The dates that stand before the hours in the first sentence; Intl sets thin spaces around the dash. */
function said(text: string): string | undefined {
  return /(?:until|fin:|fertig:|término:) (.+?) \(130–260 h/.exec(text)?.[1]?.replaceAll(/\s/g, ' ');
}
