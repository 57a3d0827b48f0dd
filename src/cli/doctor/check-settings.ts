import type { Diagnosis } from '../../diagnosis.ts';
import { ok, warning, wrong } from '../../diagnosis.ts';
import { unknownVariables } from '../../config.ts';
import { type Run, SETTINGS } from '../setup.ts';

const FILE = 'Mend it in .env, or where the variables of the process are set; .env.example says what each is';

/** What is wrong with the variables: of places, of all, and those that nobody reads. */
export function diagnoseSettings({ config }: Run, env: NodeJS.ProcessEnv): readonly Diagnosis[] {
  const found = [
    ...config.problems.flatMap(({ sentences }) => sentences).map((each) => wrong('settings', each, FILE)),
    ...config.warnings.map((each) => wrong('settings', each, FILE)),
    ...unknownVariables(env, SETTINGS).map((each) => warning('settings', each, FILE)),
  ];
  if (found.length === 0 && config.places.length > 0)
    return [ok('settings', `${config.places.join(' and ')} set up`)];
  const none = warning(
    'settings',
    'no place is set up: npm start is a chat in the terminal',
    'README.md says how',
  );
  return config.places.length === 0 && config.problems.length === 0 ? [...found, none] : found;
}
