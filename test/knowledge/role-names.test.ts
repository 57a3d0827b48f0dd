import { BUILT_IN } from '../../knowledge/built-in.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await openKnowledge(BUILT_IN);
});

/** What a name is taken for: the role, or the kind of question where several are meant or none. */
function taken(typed: string): string {
  const { match, entry } = knowledge.roles.find(typed);
  return entry?.id ?? match.kind;
}

describe('a role is known by its name in four languages', () => {
  it.each([
    ['ingeniero de datos', 'data-engineer'],
    ['ingenieras de datos', 'data-engineer'],
    ['desarrolladora front-end', 'frontend-developer'],
    ['arquitecto de la nube', 'cloud-architect'],
    ['Projektleiter', 'project-manager'],
    ['Projektleiterinnen', 'project-manager'],
    ['Datenbankadministratorin', 'database-administrator'],
    ['Entwickler für eingebettete Systeme', 'embedded-software-engineer'],
    ['cientista de dado', 'data-scientist'],
    ['engenheira de software', 'software-engineer'],
    ['administrador de bancos de dados', 'database-administrator'],
  ])('%s → %s', (typed, id) => expect(taken(typed)).toBe(id));

  it.each([
    ['Cloud-Sicherheitsarchitektin', 'security-architect'],
    ['programador de vision artificial', 'computer-vision-engineer'],
    ['analista de threat intelligence', 'threat-intelligence-analyst'],
    ['engenheiro de segurança de aplicativos', 'application-security-engineer'],
  ])('%s is put together from words: %s', (typed, id) => {
    const { entry, choices } = knowledge.roles.find(typed);
    expect([entry, ...choices].map((role) => role?.id)).toContain(id);
  });

  it.each([
    ['desarollador web', 'web-developer'],
    ['Softwareetnwickler', 'software-engineer'],
    ['desenvovledor frontend', 'frontend-developer'],
  ])('%s is %s, mistyped', (typed, id) => expect(taken(typed)).toBe(id));

  it.each(['cocinero', 'abogada', 'Krankenschwester', 'Bäckerin', 'enfermeiro', 'professor de matemática'])(
    '%s is none',
    (typed) => expect(taken(typed)).toBe('none'),
  );

  it.each(['desarrollador', 'Entwicklerin', 'analista', 'arquitecto', 'Informatiker'])(
    '%s may be several',
    (typed) => expect(taken(typed)).toBe('ambiguous'),
  );
});

describe('what stands around a name is no part of it', () => {
  it.each([
    ['Sr. Data Eng. (m/f/d), remote, Kafka', 'data-engineer'],
    ['(Senior) DevOps Engineer (f/m/x) AWS / Terraform', 'devops-engineer'],
    ['Frontend-Entwickler*in React, 80-100%, Zürich', 'frontend-developer'],
    ['Pessoa Desenvolvedora Back-end Sênior | Java | 100% remoto', 'backend-developer'],
    ['salary sre in berlin', 'site-reliability-engineer'],
    ['data engineer at spotify', 'data-engineer'],
    ['ux researcher while studying', 'ux-researcher'],
    ['científica de datos en mercadolibre', 'data-scientist'],
    ['Datenanalystin bei Siemens', 'data-analyst'],
    ['sre no nubank', 'site-reliability-engineer'],
    ['devops guy', 'devops-engineer'],
    ['the malware person', 'malware-analyst'],
  ])('%s → %s', (typed, id) => expect(taken(typed)).toBe(id));

  it.each([
    'landscape architect',
    'mattress tester',
    'network marketing coach',
    'scrum half',
    'guy at a mall',
  ])('%s is no role with something beside it', (typed) => expect(taken(typed)).not.toMatch(/-/));

  it('a name of two letters is one in capitals, or alone', () => {
    expect(taken('salary for a PO in berlin')).toBe('product-owner');
    expect(taken('who will be there')).not.toBe('backend-developer');
    expect(taken('be')).toBe('backend-developer');
  });
});

describe('a skill with a kind of work leads to the roles that want it', () => {
  it.each([
    ['pytorch engineer', 'ml-engineer'],
    ['java dev', 'backend-developer'],
    ['Kubernetes engineer', 'platform-engineer'],
    ['figma designer', 'ux-designer'],
    ['ingeniero de python', 'software-engineer'],
  ])('%s: which one?', (typed, id) => {
    const { match, choices } = knowledge.roles.find(typed);
    expect(match.kind).toBe('ambiguous');
    expect(choices.map((role) => role.id)).toContain(id);
  });

  it.each([
    ['react engineer', 'frontend-developer'],
    ['solidity programmer', 'blockchain-developer'],
  ])('%s is what some maker of that is called: %s', (typed, id) => expect(taken(typed)).toBe(id));
});

describe('letters that look alike', () => {
  it.each(['langchain', 'figma', 'technical recipe', 'guy'])('%s decides nothing', (typed) =>
    expect(taken(typed)).not.toMatch(/-/),
  );
});

describe('a name that several roles share', () => {
  it.each([
    ['UX', ['ux-designer', 'ux-researcher']],
    ['PM', ['product-manager', 'project-manager', 'program-manager']],
    ['TPM', ['technical-product-manager', 'technical-program-manager']],
    ['computer lady', ['help-desk-technician', 'it-support-specialist']],
    ['Server-Typ', ['infrastructure-engineer', 'systems-administrator']],
  ])('%s: which one?', (typed, ids) => {
    const { match, choices } = knowledge.roles.find(typed);
    expect(match.kind).toBe('ambiguous');
    expect(choices.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

describe('a trade that is a part of the title of a role', () => {
  it.each(['marketing manager', 'office manager', 'account manager', '3d artist', 'change manager'])(
    '%s is asked about, not answered',
    (typed) => {
      const { match, entry } = knowledge.roles.find(typed);
      expect(match.kind).not.toBe('close');
      expect(entry).toBeUndefined();
    },
  );
});

describe('completion', () => {
  it.each([
    ['machin ler', 'ml-engineer'],
    ['data sceint', 'data-scientist'],
    ['frontned d', 'frontend-developer'],
    ['ingeniera de d', 'data-engineer'],
    ['Netzwerka', 'network-administrator'],
  ])('of %s has %s', (typed, id) =>
    expect(knowledge.roles.suggest(typed, 5).map((role) => role.id)).toContain(id),
  );

  it('never goes blank in the middle of a typo', () => {
    const blank = knowledge.roles.all.flatMap(({ title }) => {
      const swapped = title.replace(/(\w)(\w)(?=\w*$)/, '$2$1');
      return Array.from({ length: swapped.length - 3 }, (_, i) => swapped.slice(0, i + 3)).filter(
        (typed) => knowledge.roles.suggest(typed, 5).length === 0,
      );
    });
    expect(blank).toEqual([]);
  });
});
