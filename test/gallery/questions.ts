import { commands } from '../../commands/index.ts';

/** The roles that every command is asked about, each with another one to go to or to stand beside. */
const ROLES = [
  'ml-engineer',
  'data-engineer',
  'frontend-developer',
  'product-manager',
  'ux-designer',
  'security-engineer',
] as const;

/** What somebody types about a role. */
const ABOUT: readonly ((role: string, other: string) => string)[] = [
  (role) => `role ${role}`,
  (role) => `salary ${role}`,
  (role) => `skills ${role}`,
  (role) => `ladder ${role}`,
  (role) => `roadmap ${role}`,
  (role) => `plan to:${role} from:teacher hours-per-week:8`,
  (role) => `transition ${role}`,
  (role, other) => `transition ${other} ${role}`,
  (role, other) => `compare ${role} ${other}`,
  (role) => `course ${role}`,
  (role) => `salary ${role} view:picture`,
  (role) => `plan to:${role} view:picture`,
  (role) => `ladder ${role} view:picture`,
  (role) => `transition ${role} view:picture`,
  (role) => `why salary ${role}`,
  (role) => `advice ${role}`,
  (role) => `prompts preview ${role}`,
  (role) => `ask how do I become a ${role.replaceAll('-', ' ')}?`,
];

/** What is asked about no role: the example of each other command, a name that several roles have, a typo, none. */
const OTHERS = [
  'role engineer',
  'role mahcine lerning',
  'role plumber',
  'salary xyzzy',
  'salary ml-engineer Munich',
];

/** Every line that is drawn. */
export function questions(): string[] {
  const about = ROLES.flatMap((role, at) =>
    ABOUT.map((line) => line(role, ROLES[at - 1] ?? 'backend-developer')),
  );
  const known = new Set(about.map((line) => line.split(' ')[0]));
  const examples = commands.flatMap(({ name, examples: [first = name] }) =>
    known.has(name.split(' ')[0] ?? '') ? [] : [first],
  );
  return [...about, ...OTHERS, ...examples];
}
