import type { Prompt } from '../../knowledge/index.ts';
import { type Command, defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { Mark, StudyEntry } from '../../src/community/study.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import { quote } from '../input/resolve.ts';
import { communityOf } from '../prompts/where.ts';
import { nextActions } from '../views/actions.ts';
import { credits } from '../views/credits.ts';
import { translatedText } from '../views/translated-text.ts';

/** A button under a prompt: says to the member's own book what became of this week. */
function marking(word: string, mark: Mark, summary: string, said: (entry: StudyEntry) => Draft): Command {
  return defineCommand({
    name: `study ${word}`,
    summary,
    options: { run: { kind: 'words', description: 'Which prompt; its button knows', required: true } },
    examples: [],
    shareable: false,
    buttonOnly: true,
    changes: true,
    answer: async ({ run }, context) => {
      const entry = await context.community.study.mark(
        { community: communityOf(context.place), id: context.asker.id },
        run,
        mark,
      );
      return entry === null ? gone() : said(entry);
    },
  });
}

/** "I'm in". */
export const joinStudy = marking('join', 'in', "Begin this week's prompt", ({ run, title }) => ({
  title: say("You're in: {title}", { title }),
  lead: [say('Press "Done" when it is; this stays between you and me.')],
  body: nextActions([
    askButton(say('Done'), 'study done', { run }),
    askButton(say('My studies'), 'study', {}),
  ]),
}));

/** "Done". */
export const doneStudy = marking('done', 'done', "Finish this week's prompt", ({ title }) => ({
  title: say('Done: {title}', { title }),
  lead: [say('This week counts.')],
  body: nextActions([askButton(say('My studies'), 'study', {})]),
}));

/** "Skip". */
export const skipStudy = marking('skip', 'skip', "Leave this week's prompt out", ({ run, title }) => ({
  title: say('Skipped: {title}', { title }),
  lead: [say('One week off is forgiven. If you change your mind, press a button again.')],
  body: nextActions([askButton(say("I'm in after all"), 'study join', { run })]),
}));

/** The hint of a prompt. */
export const hintStudy = defineCommand({
  name: 'study hint',
  summary: 'A hint for a prompt',
  options: { topic: { kind: 'words', description: 'Which prompt; its button knows', required: true } },
  examples: [],
  shareable: false,
  buttonOnly: true,
  answer: ({ topic }, context) => {
    const { knowledge } = context;
    const id = topic.trim();
    const entry = knowledge.of('prompt').get(id);
    if (entry === undefined)
      return {
        tone: 'miss',
        title: say('No such prompt'),
        lead: [say('I know no prompt "{topic}" any more.', { topic: quote(topic) })],
      };
    const text = (pick: (of: Prompt) => string) =>
      translatedText(knowledge.of('prompt'), { id, entry }, pick);
    const hint = entry.hint === undefined ? say('This one has no hint.') : text((of) => of.hint ?? '');
    return {
      title: say('Hint: {title}', { title: text((of) => of.title) }),
      lead: [hint],
      sources: credits(entry.sources, context),
    };
  },
});

function gone(): Draft {
  return {
    tone: 'miss',
    title: say('That prompt is gone'),
    lead: [say('I no longer have it here, so I cannot count it.')],
    body: nextActions([askButton(say('My studies'), 'study', {})]),
  };
}
