import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../knowledge/load.ts';
import { aPack, type Files, GOOD, lint, prompt, role, source } from './pack.ts';

const ML = 'roles/ml-engineer.yaml';
const PROMPT = 'prompts/ml-engineer/drift.yaml';

/** A translation, and what the linter answers. */
const TRANSLATIONS: readonly [title: string, files: Files, answer: string][] = [
  [
    'of an entry that is not there',
    { 'roles/plumber.es.yaml': 'summary: { text: Hola. }\n' },
    'error roles/plumber.es.yaml:1:1 — there is no role "plumber": add roles/plumber.yaml',
  ],
  [
    'in a language that nobody is answered in',
    { 'roles/ml-engineer.fr.yaml': 'summary: { text: Bonjour. }\n' },
    'error roles/ml-engineer.fr.yaml:1:1 — "fr" is no language that texts are translated into: use es, de, pt-BR',
  ],
  [
    'of what is a name, not a text',
    { 'roles/ml-engineer.es.yaml': 'title: Ingeniero\n' },
    'error roles/ml-engineer.es.yaml:1:1 title — is no field here: take it out, or look into the JSON Schema for what there is',
  ],
  [
    'of a text that the entry does not have',
    { [PROMPT]: prompt(), 'prompts/ml-engineer/drift.de.yaml': 'why: Es zählt.\nhint: Rechne.\n' },
    'error prompts/ml-engineer/drift.de.yaml:2:1 hint — translates what the entry does not say: take it out',
  ],
  [
    'of a kind that has none',
    { 'skills/sql.es.yaml': 'name: SQL\n' },
    'error skills/sql.es.yaml:1:1 — "sql.es" cannot be an id: name the file with lower-case words joined by hyphens',
  ],
];

describe('texts of an entry in another language', () => {
  const SPANISH: Files = {
    'roles/ml-engineer.es.yaml': 'summary: { text: Qué es. }\n',
    [PROMPT]: prompt('hint: Count.\n'),
    'prompts/ml-engineer/drift.es.yaml': 'title: Deriva\nread: { title: Una página }\n',
  };

  it('stand beside it, and what they leave out stays as it is', async () => {
    const knowledge = await openKnowledge([aPack({ ...GOOD, ...SPANISH })]);
    const roles = knowledge.of('role');
    expect(roles.translated('ml-engineer', 'es')).toMatchObject({
      title: 'ML Engineer',
      summary: { text: 'Qué es.', sources: ['guide'] },
    });
    expect(roles.translated('ml-engineer', 'de')).toBe(roles.get('ml-engineer'));
    expect(roles.translated('nobody', 'es')).toBeUndefined();
    expect(knowledge.of('prompt').translated('ml-engineer/drift', 'es')).toMatchObject({
      title: 'Deriva',
      why: 'It matters.',
      read: { title: 'Una página', url: 'https://pages.example/drift' },
      skills: ['Monitoring'],
    });
  });

  it('are put together once, for every line of an answer asks for them', async () => {
    const roles = (await openKnowledge([aPack({ ...GOOD, ...SPANISH })])).of('role');
    expect(roles.translated('ml-engineer', 'es')).toBe(roles.translated('ml-engineer', 'es'));
  });

  it('are of the version, and kept from one start to the next', async () => {
    const pack = aPack({ ...GOOD, ...SPANISH });
    const cache = aPack({});
    const [fresh, english] = [await openKnowledge([pack], { cache }), await openKnowledge([aPack(GOOD)])];
    const again = await openKnowledge([pack], { cache });
    expect(fresh.version).not.toBe(english.version);
    expect(again.version).toBe(fresh.version);
    expect(again.of('role').translated('ml-engineer', 'es')?.summary.text).toBe('Qué es.');
  });

  it('of a later pack win; and none is left of an entry that a later pack has replaced', async () => {
    const first = aPack({ ...GOOD, ...SPANISH });
    const better = aPack({ 'roles/ml-engineer.es.yaml': 'summary: { text: Mejor. }\n' });
    const other = aPack({ 'sources/guide.yaml': source('guide'), [ML]: role('ml-engineer', 'ML Engineer') });
    expect(await summary(first, better)).toBe('Mejor.');
    expect(await summary(first, other)).toBe('What it is.');
  });

  it.each(TRANSLATIONS)('%s', async (_title, files, answer) => {
    const answers = await lint(files);
    expect(answers).toEqual([answer]);
  });
});

async function summary(...packs: string[]): Promise<string | undefined> {
  return (await openKnowledge(packs)).of('role').translated('ml-engineer', 'es')?.summary.text;
}
