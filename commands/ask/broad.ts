import type { Course, KnowledgeBase, Role, Skill } from '../../knowledge/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import type { Meant } from './meant.ts';
import { phrasesOf, says, STRONG, weightOf } from './phrases.ts';

/** A question about many roles at once, or about skills, that no other command answers. */
export type Broad =
  /** Which roles ask for these skills; `known` where they are said to be known already. */
  | { readonly kind: 'wanting'; readonly skills: readonly Skill[]; readonly known: boolean }
  /** Two to four skills side by side, for one role or at large. */
  | { readonly kind: 'beside'; readonly skills: readonly Skill[]; readonly role: Role | undefined }
  /** Two to four courses or certificates side by side, for one role or at large. */
  | { readonly kind: 'certificates'; readonly courses: readonly Course[]; readonly role: Role | undefined }
  /** The roles that are paid or grow the most: of one family, above a sum a year. */
  | {
      readonly kind: 'ranking';
      readonly by: 'pay' | 'growth';
      readonly family: string | undefined;
      readonly over: number | undefined;
    }
  /** The skills that most roles ask for. */
  | { readonly kind: 'common'; readonly family: string | undefined };

/** As many skills as are put side by side, and as many letters of their names as a button keeps in its question. */
const MOST = 4;
const LETTERS = 40;

/** What is asked of roles at large: `around` are the words that name nothing, as phrases have them. */
export function broadly(
  around: readonly string[],
  plain: readonly string[],
  meant: Meant,
  knowledge: KnowledgeBase,
): Broad | undefined {
  return (
    certificatesOf(around, meant, knowledge) ??
    commonOf(around, plain, meant, knowledge) ??
    rankingOf(around, plain, meant, knowledge) ??
    skillsOf(around, meant, knowledge)
  );
}

const JOINED = phrasesOf('or; vs; versus; difference; compare; comparison; between; which one; rather');

/** "CISSP or CISM". */
function certificatesOf(
  around: readonly string[],
  { roles, skills, courses }: Meant,
  knowledge: KnowledgeBase,
): Broad | undefined {
  const distinct = [...new Map(courses.map((course) => [course.id, course])).values()].slice(0, MOST);
  const isAlone = roles.length < 2 && skills.length === 0;
  if (!isAlone || distinct.length < 2 || !says(JOINED, around)) return undefined;
  return { kind: 'certificates', courses: distinct, role: knowledge.roles.get(roles[0] ?? '') };
}

const ABILITY = phrasesOf(
  'skill; tool; technology; tech stack; programming language; language; framework; software',
);

const ASKED = phrasesOf(
  'most; best; top; highest; popular; common; wanted; demand; hottest; useful; valuable; important',
);

/** "Most wanted skills", "top tools in security": about no role by name, nor any skill. */
function commonOf(
  around: readonly string[],
  plain: readonly string[],
  { roles, skills }: Meant,
  knowledge: KnowledgeBase,
): Broad | undefined {
  const family = familyIn(plain, knowledge);
  const isAtLarge = roles.length === 0 || (roles.length === 1 && family !== undefined && says(IN, plain));
  const isNamed = skills.some(({ name }) => !/^programming(?: language)?$/.test(normalise(name)));
  if (!isAtLarge || isNamed || says(TAUGHT, around)) return undefined;
  // "Programming language" may be the name of a skill itself.
  return says(ABILITY, plain) && says(ASKED, around) ? { kind: 'common', family } : undefined;
}

const IN = phrasesOf('in; programming language');

/** The most of something. */
const MOST_OF = phrasesOf(
  'highest; most; best; top; fastest; quickest; biggest; greatest; largest; hottest; rising; better; well; high; lucrative; rich',
);
const PAY = phrasesOf(
  'pay; paying; paid; salary; earn; earning; money; compensation; wage; income; lucrative; rich',
);
const GROWTH = phrasesOf(
  'growing; growth; grow; demand; future; outlook; opening; prospect; hottest; rising; wanted',
);

const AT_LARGE = phrasesOf(
  'job; role; career; position; profession; field; path; what; which; tech; it; best paid',
);

function rankingOf(
  around: readonly string[],
  plain: readonly string[],
  { roles, skills, amounts }: Meant,
  knowledge: KnowledgeBase,
): Broad | undefined {
  const family = familyIn(plain, knowledge);
  const isAtLarge = roles.length === 0 || (roles.length === 1 && family !== undefined && says(JOBS, around));
  if (!isAtLarge || skills.length > 0 || !says(AT_LARGE, around)) return undefined;
  const over = amounts.pay;
  const isAbove = over !== undefined && roles.length === 0 && says(JOBS, around) && says(PAY, around);
  const isMost = says(MOST_OF, around) && !says(TAUGHT, around) && !says(ELSEWHERE, around);
  if (isAbove || (isMost && says(PAY, around))) return { kind: 'ranking', by: 'pay', family, over };
  if (!isMost || !says(GROWTH, around)) return undefined;
  return { kind: 'ranking', by: 'growth', family, over: undefined };
}

/** What else than a role may be the best. */
const ELSEWHERE = phrasesOf(
  'company; employer; firm; city; country; state; place; startup; industry; sector',
);

const JOBS = phrasesOf('job; role; career; position; profession; work');

/** What people call a family of roles by, beside the words of its name. */
const FAMILY_WORDS: ReadonlyMap<string, string> = new Map([
  ['cyber', 'security'],
  ['cybersecurity', 'security'],
  ['infosec', 'security'],
  ['ai', 'ai'],
  ['ml', 'machine'],
  ['dev', 'software'],
  ['programming', 'software'],
  ['coding', 'software'],
  ['ux', 'design'],
  ['management', 'leadership'],
  ['testing', 'quality'],
  ['qa', 'quality'],
]);

/** The family of roles that a question names: "in security". */
export function familyIn(plain: readonly string[], { roles }: KnowledgeBase): string | undefined {
  const families = [...new Set(roles.all.map(({ family }) => family))];
  const named = plain.map((word) => FAMILY_WORDS.get(word) ?? word);
  return families.find((family) => {
    const [first = ''] = normalise(family).split(' ');
    return named.includes(first) || (first === 'ai' && named.includes('machine'));
  });
}

const ROLES_OF = phrasesOf(
  'job!; role!; career!; position!; who use!; where use!; where be use!; where is used!; used; use; work with; can i do with; can do with; do with; can i get with; industry; company; employer; hire; what for; relevant; worth; worth it; dead; die; in demand; demand; popular; useful; need; still; get me; take me; lead to; good for; open up; open door',
);

const TAUGHT = phrasesOf(
  'course!; class!; tutorial!; book!; certification!; certificate!; cert!; training!; bootcamp!; video!; learn; resource!; exam!; read',
);

const EITHER = phrasesOf(
  'or; vs; versus; better; difference; compare; comparison; between; rather; first; easier; which one; instead',
);

function skillsOf(
  around: readonly string[],
  { roles, skills, knowing, amounts, purpose }: Meant,
  knowledge: KnowledgeBase,
): Broad | undefined {
  const all = [...new Map(skills.map((skill) => [skill.id, skill])).values()];
  const others = all.filter(({ id }) => id !== purpose?.id);
  // "Java or Kotlin for Android": what it is for is no third choice.
  const distinct = thoseThatFit(others.length > 1 ? others : all);
  const taught = weightOf(TAUGHT, around);
  const isTaught = taught >= STRONG || amounts.hours !== undefined;
  if (isTaught || distinct.length === 0) return undefined;
  const [role = others.length < 2 ? undefined : roleFor(purpose, knowledge)] = roles.flatMap(
    (id) => knowledge.roles.get(id) ?? [],
  );
  if (distinct.length > 1 && roles.length < 2 && !knowing && says(EITHER, around))
    return { kind: 'beside', skills: distinct, role };
  if (roles.length > 0 || weightOf(ROLES_OF, around) <= taught) return undefined;
  return { kind: 'wanting', skills: distinct, known: knowing };
}

function thoseThatFit(skills: readonly Skill[]): readonly Skill[] {
  let letters = 0;
  return skills.slice(0, MOST).filter(({ name }) => {
    letters += name.length;
    return letters <= LETTERS;
  });
}

/** The role that works with a skill by its name: Android Developer for Android. */
function roleFor(skill: Skill | undefined, { roles }: KnowledgeBase): Role | undefined {
  return skill === undefined ? undefined : roles.find(skill.name).entry;
}
