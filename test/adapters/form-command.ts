import { defineCommand } from '../../src/command.ts';
import { Problem } from '../../src/problem.ts';

const words = (description: string) => ({ kind: 'words', description }) as const;

/** A command whose form has fields of every kind; `who` says how many boxes there are, or that it fails. */
export const survey = defineCommand({
  name: 'survey',
  summary: 'A command with a form',
  options: { who: words('Who'), skills: words('What they can'), note: words('Anything else') },
  examples: ['survey ann'],
  shareable: true,
  answer: ({ who, skills, note }) => ({
    title: `Survey of ${who ?? 'nobody'}`,
    lead: [`Can ${skills ?? 'nothing'}, says ${note ?? 'nothing'}.`],
    body: [
      {
        kind: 'actions',
        actions: [{ kind: 'form', label: 'Fill in', ask: { command: 'survey', values: { who: who ?? '' } } }],
      },
    ],
  }),
  form: ({ who = '' }) => {
    if (who === 'broken') throw new Error('the cause, which nobody but the log may see');
    if (who === 'unclear') throw new Problem('Say who it is about.');
    const boxes = Number(/\d+/.exec(who)?.[0] ?? 3);
    return {
      title: who.startsWith('long')
        ? `All that ${who} can do, in a title of too many words`
        : 'What can they do?',
      fields: [
        { kind: 'text', name: 'note', label: 'A note', max: 200, multiline: true, value: `about ${who}` },
        {
          kind: 'checks',
          name: 'skills',
          label: 'Skills',
          options: Array.from({ length: boxes }, (_, at) => ({
            label: `Skill ${at + 1}`,
            value: `s${at + 1}`,
          })),
        },
      ],
    };
  },
});
