import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';
import { nearestName } from './nearest.ts';
import type { Problem } from './parse.ts';
import type { Action, Draft, Reply, ReplyNode } from './reply.ts';
import { askButton } from './reply.ts';

const SHELL: Omit<Reply, 'title' | 'lead' | 'tone'> = {
  body: [],
  sources: [],
  match: null,
  ask: null,
  shareable: false,
};

/** What the asker typed cannot be answered: one sentence with a way out, and an example that works. */
export function problemReply(problem: Problem, command: Command): Reply {
  const example = command.examples[0];
  const hint: ReplyNode[] = example === undefined ? [] : [{ kind: 'note', text: [`Like this: /${example}`] }];
  return { ...SHELL, tone: 'problem', title: `/${command.name}`, lead: [problem.message], body: hint };
}

/** Only those who may manage the community get an answer to this. */
export function managersReply({ name }: Command): Reply {
  const sentence = `/${name} is for those who may manage this community; ask one of them.`;
  return { ...SHELL, tone: 'problem', title: `/${name}`, lead: [sentence] };
}

/** Our own fault: says so, and gives the number under which the log has it. */
export function faultReply(reference: string): Reply {
  return {
    ...SHELL,
    tone: 'problem',
    title: 'Something went wrong on my side',
    lead: [`It is not your question. Try again; if it stays, tell an administrator the number ${reference}.`],
  };
}

/** No such command: the nearest one, with the same words, a press away. */
export function unknownCommand(name: string, invocation: Invocation, commands: readonly Command[]): Reply {
  const near = nearestName(
    name,
    commands.map((command) => command.name),
  );
  const draft: Draft = { title: `I don't know /${name}`, lead: ['/help lists what you can ask me.'] };
  return {
    ...SHELL,
    ...draft,
    tone: 'problem',
    body: [{ kind: 'actions', actions: wayOut(near, invocation, commands) }],
  };
}

function wayOut(near: string | undefined, invocation: Invocation, commands: readonly Command[]): Action[] {
  const help = commands.some((command) => command.name === 'help') ? [askButton('Help', 'help', {})] : [];
  const command = commands.find((candidate) => candidate.name === near);
  if (command === undefined) return help;
  const first = Object.keys(command.options)[0];
  const words = invocation.text?.trim() ?? '';
  const values = invocation.values ?? (first === undefined || words === '' ? {} : { [first]: words });
  return [askButton(`/${command.name} ${words}`.trim(), command.name, { ...values }), ...help];
}
