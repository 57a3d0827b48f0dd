import type { Command } from 'commander';
import { print, progress } from '../print.ts';
import { UsageProblem } from '../usage-problem.ts';

/** `refresh PUBLISHER DIR`: what a newer release changes, role by role, before anything is written. */
export function refresh(program: Command): void {
  program
    .command('refresh')
    .summary('what a newer release changes, role by role: refresh onet DIR writes nothing')
    .argument('[publisher]', 'onet, oews, projections, esco, gdad or advertised-pay')
    .argument('[dir]', 'the folder of the download')
    .action(async (publisher = '', dir?: string) => {
      const releases = await import('../../../knowledge/build/refresh.ts');
      if (!releases.isPublisher(publisher) || dir === undefined)
        throw new UsageProblem(
          `rolecall refresh PUBLISHER DIR. PUBLISHER is one of ${releases.PUBLISHERS.join(', ')}.`,
        );
      for (const line of await releases.refresh(publisher, dir, { progress })) print(line);
    });
}
