import { defineCommand } from '../../src/command.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { answerPay } from './answer.ts';
import { suggestPlaces } from './place.ts';
import { splitPlace } from './typed-place.ts';
import { PAY_LEVELS, VIEWS } from './views.ts';

/** What a role pays by every source, side by side on one scale and never blended. */
export const salary = defineCommand({
  name: 'salary',
  summary: 'What a role pays, by every source, level by level',
  options: {
    role: ROLE_OPTION,
    view: {
      kind: 'choice',
      description:
        'In short, by source, a picture, the spread, why figures differ, what moves pay, or all of it',
      choices: VIEWS,
    },
    level: { kind: 'choice', description: 'Only the figures of one level', choices: PAY_LEVELS },
    place: {
      kind: 'words',
      description: 'A country, or remote; the United States where you say nothing',
      suggest: suggestPlaces,
    },
  },
  examples: ['salary ml-engineer', 'salary ml engineer why', 'salary data scientist place:germany'],
  shareable: true,
  cacheable: true,
  answer: (typed, context) => {
    const split = typed.place === undefined ? splitPlace(typed.role, context) : undefined;
    const values = { ...typed, role: split?.role ?? typed.role, place: split?.place ?? typed.place };
    const ask = askOf('salary', values);
    const named = resolveRole(values.role, ask, 'role', context);
    if (named.kind === 'unresolved') return named.reply;
    const asked = {
      role: named.entry,
      view: values.view ?? (values.level === undefined ? 'summary' : 'bands'),
      level: values.level,
      place: values.place,
    };
    const draft = answerPay(asked, context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('salary', { ...values, role: named.entry.id }),
    };
  },
});
