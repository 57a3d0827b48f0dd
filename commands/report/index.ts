import { type CommandContext, defineCommand } from '../../src/command.ts';
import { clipWords } from '../../src/fit/clip.ts';
import type { Form } from '../../src/form.ts';
import { type Said, say, sayText } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import { tidied } from '../../src/community/proposals.ts';
import { askButton, code, type Draft } from '../../src/reply.ts';
import { LENGTHS, type Mistake } from '../../src/community/reports.ts';
import { readPart, readSource } from '../../src/community/words.ts';
import { posted } from '../prompts/post.ts';
import { answerButton, mistakeItems, reportCard } from '../reports/card.ts';
import { communityHere } from '../reports/where.ts';
import { nextActions } from '../views/actions.ts';

/** What is wrong in an answer, told to those who manage the community. */
export const report = defineCommand({
  name: 'report',
  summary: 'Report a mistake in an answer to those who manage this community',
  options: {
    about: {
      kind: 'words',
      description: 'The question whose answer is wrong, as in: salary ml-engineer',
      required: true,
    },
    what: { kind: 'words', description: 'What is wrong, in a sentence' },
    right: { kind: 'words', description: 'What would be right' },
    source: { kind: 'words', description: 'Where that is written: an address' },
  },
  // Pressed in the help, an example must not report anything.
  examples: ['report "salary ml-engineer"', 'report "course pytorch"'],
  shareable: false,
  changes: true,
  answer: async ({ about: typed, ...told }, context) => {
    const community = communityHere(context.place);
    const about = readAbout(typed);
    if (told.what === undefined) return whatIsWrong(about);
    const mistake = readMistake(about, told, context);
    if ('problem' in mistake) return notYet(mistake.problem, about, told);
    const member = { community, id: context.asker.id };
    await context.community.reports.report(member, mistake, (kept) => posted(reportCard(kept, context)));
    return thanks(mistake, context);
  },
  form: ({ about = '', what = '', right = '', source = '' }, { place }) => {
    communityHere(place);
    return reportForm(readAbout(about), { what, right, source });
  },
});

type Told = { readonly [Part in 'what' | 'right' | 'source']?: string | undefined };

/** The question as it is kept: one line without its slash. */
function readAbout(typed: string): string {
  return clipWords(tidied(typed).replace(/^\//, ''), LENGTHS.about);
}

/** What was typed, checked, or what is wrong with it. */
function readMistake(
  about: string,
  { what = '', right, source }: Told,
  { knowledge }: CommandContext,
): Mistake | { readonly problem: Said } {
  try {
    return {
      about,
      what: readPart('what', what),
      ...(right === undefined ? {} : { right: readPart('right', right) }),
      ...(source === undefined ? {} : { source: readSource(source) }),
      knowledge: knowledge.version,
    };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.said };
    throw error;
  }
}

function reportForm(about: string, values: Required<Told>): Form {
  const field = (name: 'what' | 'right' | 'source', label: Said) => ({
    kind: 'text' as const,
    name,
    label,
    max: LENGTHS[name],
    ...(values[name] === '' || values[name] === undefined ? {} : { value: values[name] }),
  });
  return {
    title: say('Report a mistake'),
    fields: [
      {
        ...field('what', say('What is wrong?')),
        required: true,
        multiline: true,
        hint: say('In the answer to /{about}', { about }),
      },
      { ...field('right', say('What would be right?')), multiline: true },
      { ...field('source', say('Where is that written?')), placeholder: 'https://' },
    ],
  };
}

/** Nothing is said yet of what is wrong: the form asks. */
function whatIsWrong(about: string): Draft {
  return {
    tone: 'question',
    title: say('What is wrong?'),
    lead: sayText('Press the button, or type it: {line}.', { line: code(`/report "${about}" what:"…"`) }),
    body: nextActions([formButton(about)]),
  };
}

/** What was typed is given back, so that nobody has to think of it again. */
function notYet(problem: Said, about: string, told: Told): Draft {
  return {
    tone: 'problem',
    title: say('Not reported yet'),
    lead: [problem],
    body: [
      { kind: 'list', title: say('Your words'), items: mistakeItems(told) },
      ...nextActions([formButton(about)]),
    ],
  };
}

function formButton(about: string) {
  const ask = { command: 'report', values: { about } };
  return { kind: 'form', label: say('Report a mistake'), ask } as const;
}

function thanks(mistake: Mistake, context: CommandContext): Draft {
  return {
    title: say('Reported, thank you'),
    lead: [
      say('Those who manage this community read it, without your name. /study shows what became of it.'),
    ],
    body: [
      { kind: 'list', items: mistakeItems(mistake) },
      ...nextActions([...answerButton(mistake.about, context), askButton(say('My studies'), 'study', {})]),
    ],
  };
}
