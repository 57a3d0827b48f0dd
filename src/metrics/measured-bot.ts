import type { Bot } from '../bot.ts';
import type { Invocation } from '../invocation.ts';
import type { Reply } from '../reply.ts';
import type { Metrics } from './metrics.ts';

/** The same bot, whose answers are counted and timed by place, command and outcome. */
export function measuredBot(bot: Bot, metrics: Metrics): Bot {
  const names = new Set(bot.commands.map(({ name }) => name));
  const answerWithProvenance: Bot['answerWithProvenance'] = (invocation) =>
    metrics.span('answer', {}, async (note) => {
      const begun = performance.now();
      const answered = await bot.answerWithProvenance(invocation);
      const seconds = (performance.now() - begun) / 1000;
      const labels = labelsOf(invocation, answered.reply, names);
      metrics.answered({ ...labels, seconds });
      note(labels);
      return answered;
    });
  return {
    ...bot,
    answer: async (invocation) => (await answerWithProvenance(invocation)).reply,
    answerWithProvenance,
  };
}

/** Whatever people type, there are no more labels than places, commands and tones. */
function labelsOf({ command, place }: Invocation, reply: Reply, names: ReadonlySet<string>) {
  const asked = reply.ask?.command ?? command.toLowerCase();
  return {
    place: place.on ?? 'other',
    command: names.has(asked) ? asked : 'unknown',
    outcome: outcomeOf(reply),
  };
}

function outcomeOf({ tone, fault, repeated }: Reply): string {
  if (fault === true) return 'fault';
  return repeated === true ? 'repeated' : tone;
}
