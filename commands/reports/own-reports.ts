import { phrase, type Said, say } from '../../src/message/say.ts';
import { bold, quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Report } from '../../src/community/reports.ts';

/** What a member reported, each with what became of it. */
export function ownReports(reports: readonly Report[]): ReplyNode[] {
  if (reports.length === 0) return [];
  return [{ kind: 'list', title: say('What you reported'), items: reports.map(ownLine) }];
}

function ownLine(report: Report): Text {
  const { id, about, what } = report;
  return [bold(`/${about}`), phrase` · ${what} · ${outcome(report)} `, quiet(id)];
}

function outcome({ state, reason }: Report): Said {
  if (state === 'open') return say('waits for a decision');
  if (state === 'accepted') return say('was accepted');
  return reason === null ? say('was dismissed') : say('was dismissed: {reason}', { reason });
}
