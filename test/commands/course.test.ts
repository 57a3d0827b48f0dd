import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('courses for a role', () => {
  test('a line each by kind, with the price as printed', async () => {
    const text = await bot.say('/course ml-engineer view:full');
    expect(text).toContain('ML Engineer · courses');
    expect(text).toMatch(/\d+ resources: \d+ free, \d+ with a price, \d+ without a stated cost\./);
    expect(text).toMatch(/Machine Learning Specialization .* · free to audit/);
    expect(text).toMatch(/Deep Learning Specialization .* · \$49 · 60 h · intermediate/);
    expect(text).toMatch(/Certifications\n• AWS Certified Machine Learning Engineer - Associate/);
  });

  test('only what a source states to be free is free, and the rest is counted', async () => {
    const reply = await bot.ask('/course ml-engineer free view:full');
    const text = plain(reply, 'en');
    expect(reply.title).toBe('ML Engineer · courses (free)');
    expect(text).toContain('Made With ML');
    expect(text).not.toContain('$49');
    expect(text).not.toContain('AWS Certified');
    expect(text).toMatch(/Not shown: (one does not fit and )?\S+ state no cost\./);
  });

  test.each([
    [59, 'Deep Learning Specialization', false],
    [60, 'Deep Learning Specialization', true],
    [79, 'MLOps Specialization', false],
    [80, 'MLOps Specialization', true],
  ])('at most %i hours: %s %s', async (hours, title, there) => {
    const text = await bot.say(`/course defense-ml-engineer hours:${hours} view:full`);
    expect(text.includes(title)).toBe(there);
    expect(text).toMatch(hours < 60 ? /Of these no source states hours/ : /Not shown: .*state no hours\./);
  });

  test.each([
    [164, false],
    [165, true],
  ])('at most %i dollars: an exam of $165 is there: %s', async (budget, there) => {
    const text = await bot.say(`/course cloud-engineer certification budget:${budget} view:full`);
    expect(text).toContain(`Cloud Engineer · courses (only certifications, at most ${budget} in price)`);
    expect(text.includes('$165')).toBe(there);
    expect(text).toMatch(/Not shown: .* not fit/);
  });

  test('which state no cost is said beside a highest price', async () => {
    const text = await bot.say('/course ml-engineer budget:48 view:full');
    expect(text).not.toContain('$49');
    expect(text).toMatch(/Not shown: .* state no cost\./);
    expect(await bot.say('/course ml-engineer budget:49 view:full')).toContain('$49');
  });

  test('what shown and what is not shown add up', async () => {
    const whole = resources(await bot.say('/course defense-ml-engineer view:full'));
    for (const filter of ['free', 'paid', 'hours:60', 'level:intermediate', 'free hours:60', 'budget:300']) {
      const text = await bot.say(`/course defense-ml-engineer ${filter} view:full`);
      expect([filter, resources(text) + leftOut(text)]).toEqual([filter, whole]);
    }
  });

  test('a filter of which no source says anything is waived and said; what differs stays out', async () => {
    const text = await bot.say('/course ml-engineer level:advanced view:full');
    expect(text).toMatch(
      /\d+ resources: .*\. Of these no source states level, so they are not chosen by it\./,
    );
    expect(text).not.toContain('· intermediate');
    expect(await bot.say('/course python level:beginner view:full')).not.toContain('None that');
  });

  test('a filter that leaves nothing says so', async () => {
    const text = await bot.say('/course deep-learning-specialization hours:1 view:full');
    expect(text).toContain('60 h');
    expect(await bot.say('/course malware-analyst free view:full')).toContain(
      'None that a source states to be free.',
    );
  });

  test('one kind alone; where there is none, everything, and that is said', async () => {
    const books = await bot.say('/course ml-engineer kind:book view:full');
    expect(books).toContain('ML Engineer · courses (only books)');
    expect(books).not.toContain('Certifications');
    expect(await bot.say('/course malware-analyst kind:book view:full')).toContain(
      'No source names a book for it; this is what there is.',
    );
  });

  test('buttons keep the other filters', async () => {
    const asks = asksOf(await bot.ask('/course defense-ml-engineer paid level:intermediate view:full'));
    expect(asks.every(({ values }) => values.cost === undefined || values.level === 'intermediate')).toBe(
      true,
    );
  });

  test('a role without courses says so', async () => {
    const { roles, courses } = bot.knowledge;
    const isFor = (id: string) =>
      courses.all.some(({ facts }) => facts.some((fact) => fact.roles.some(({ role }) => role === id)));
    const bare = roles.all.find(({ id }) => !isFor(id));
    const reply = await bot.ask(`/course ${bare?.id}`);
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain(`No source I have names a course for ${bare?.title}.`);
  });
});

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function toNumber(word: string): number {
  const at = NUMBERS.indexOf(word.toLowerCase());
  return at < 0 ? Number(word) : at;
}

function resources(text: string): number {
  const [, word] = /^(\w+) resources?/m.exec(text) ?? [];
  return word === undefined ? 0 : toNumber(word);
}

function leftOut(text: string): number {
  const [, words = ''] = /Not shown: (.*)\./.exec(text) ?? [];
  return Array.from(words.matchAll(/(\w+) (?:does|do|states|state) /g), ([, word = '']) =>
    toNumber(word),
  ).reduce((sum, each) => sum + each, 0);
}

describe('courses for a skill', () => {
  test('what teaches it, and who wants it', async () => {
    const text = await bot.say('/course pytorch view:full');
    expect(text).toContain('PyTorch · courses');
    expect(text).toContain('ML Engineer: essential (DecipherU)');
    expect(text).toContain('PyTorch tutorials');
  });

  test('begins with what most guides begin it with', async () => {
    expect(await bot.say('/course docker')).toContain('Begin with Docker workshop;');
  });

  test('a skill that nothing teaches says so', async () => {
    const bare = bot.knowledge.skills.all.find(
      ({ wantedBy, taughtBy }) => taughtBy.length === 0 && wantedBy.length > 0,
    );
    expect(await bot.say(`/course ${bare?.id}`)).toContain(`No course I know teaches ${bare?.name}.`);
  });
});

describe('one course', () => {
  test('everything said of it, by whom, for which role', async () => {
    const text = await bot.say('/course designing machine learning systems view:full');
    expect(text).toContain('Book · Chip Huyen');
    expect(text).toContain('DecipherU: ');
    expect(text).toContain('How-to guide, Interview preparation: ');
    expect(text).toContain('(for ML Engineer: recommended)');
    expect(text).toContain('Teaches\n');
  });

  test('an alias finds it, and a button opens it', async () => {
    const reply = await bot.ask('/course fastai view:full');
    expect(reply.title).toContain('fast.ai');
    expect(labelsOf(reply)).toContain('Open it');
  });
});

describe('words that are none of these', () => {
  test('several are asked back, and each choice says what it is', async () => {
    const reply = await bot.ask('/course learning free view:full');
    expect(reply.tone).toBe('question');
    expect(labelsOf(reply)).toContain('ML Engineer (role)');
    expect(asksOf(reply).every(({ values }) => values.cost === 'free')).toBe(true);
  });

  test('none is said to be none', async () => {
    const reply = await bot.ask('/course zzqx view:full');
    expect(reply).toMatchObject({ tone: 'miss', title: 'I don\'t know "zzqx"' });
  });

  test('every choice leads to what it says', async () => {
    for (const ask of asksOf(await bot.ask('/course learning view:full')))
      expect((await bot.press(ask)).tone).not.toBe('question');
  });
});

test('completions mix roles, skills and courses, each id once', () => {
  const place = { community: null, channel: null };
  const asker = { id: 'u', locale: 'en', manages: false };
  const found = bot.bot.suggest(
    { command: 'course', option: 'about', typed: 'deep learning', asker, place },
    25,
  );
  const ids = found.map(({ value }) => value);
  expect(ids).toContain('deep-learning-specialization');
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the same in the other languages', () => {
  test('auf Deutsch', async () => {
    const text = await bot.say('/course defense-ml-engineer level:intermediate hours:60 view:full', 'de');
    expect(text).toContain('Defense ML Engineer · Kurse (mittlere Stufe, höchstens 60 h)');
    expect(text).toMatch(
      /Nicht gezeigt: eins passt nicht, und \S+ sagen nichts zu der Stufe oder den Stunden\./,
    );
    expect(await bot.say('/course defense-ml-engineer hours:59 view:full', 'de')).toContain(
      'Hier sagt keine Quelle etwas zu den Stunden; danach ist also nicht gefiltert.',
    );
  });

  test('en español', async () => {
    const text = await bot.say('/course pytorch view:full', 'es');
    expect(text).toContain('PyTorch · cursos\nCinco recursos, todos gratis.');
    expect(text).toContain('La piden\n• ML Engineer: esencial (DecipherU), esencial (O*NET)');
    expect(text).toContain('• y seis roles más');
    const bare = bot.knowledge.skills.all.find(
      ({ wantedBy, taughtBy }) => taughtBy.length === 0 && wantedBy.length > 0,
    );
    expect(await bot.say(`/course ${bare?.id}`, 'es')).toContain(
      `No conozco ningún curso que enseñe ${bare?.name}.`,
    );
  });

  test('em português', async () => {
    const reply = await bot.ask('/course designing machine learning systems view:full', 'pt-BR');
    const text = plain(reply, 'en');
    expect(text).toContain('Livro · Chip Huyen\n\nO que se diz a respeito');
    expect(text).toContain('(para ML Engineer: recomendável)');
    expect(labelsOf(reply)).toContain('Mais para ML Engineer');
    const asked = await bot.ask('/course learning free view:full', 'pt-BR');
    expect(labelsOf(asked)).toContain('ML Engineer (cargo)');
    // What a choice asks stays as it is typed.
    expect(asksOf(asked).every(({ values }) => values.cost === 'free')).toBe(true);
  });
});

test('a skill that nothing teaches and no role wants is no answer', async () => {
  const { skills } = bot.knowledge;
  const lost = skills.all.find(({ wantedBy, taughtBy }) => wantedBy.length + taughtBy.length === 0);
  const reply = await bot.ask(`/course ${lost?.id}`);
  expect([reply.title, reply.tone]).toEqual([`${lost?.name} · courses`, 'miss']);
});

test('a guided role begins with what its guide begins with, and goes on in its order', async () => {
  for (const { role, skills } of bot.knowledge.of('guide').all) {
    const first = bot.knowledge.courses.get(skills[0]?.free ?? '');
    expect(plain(await bot.ask(`/course ${role}`), 'en')).toContain(`Begin with ${first?.title ?? ''}`);
  }
});
